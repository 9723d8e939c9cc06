// Who a visit is of, without keeping who it is: a keyed hash. Of somebody without a session it is of the day, address and browser, so that it links
// nothing to another day; the address itself goes nowhere.
import { deriveBytes, toHex } from '../../platform/digest.ts';
import { dayOf } from '../../platform/events/days.ts';

export type Visitor = { userId: string } | { address: string; agent: string };

async function keyedHash(secret: string, purpose: string, text: string): Promise<string> {
  const key = await crypto.subtle.importKey('raw', await deriveBytes(secret, purpose, 32) as Uint8Array<ArrayBuffer>, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return toHex(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}

/** A UUID (version 8) that stands for the visitor: the same person always, anybody else for one day. */
export async function visitorOf(secret: string, visitor: Visitor, at: number): Promise<string> {
  const hash = 'userId' in visitor
    ? await keyedHash(secret, 'visitor', visitor.userId)
    : await keyedHash(secret, `visitor of ${dayOf(at)}`, JSON.stringify([visitor.address, visitor.agent]));
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
