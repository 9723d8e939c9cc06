// Who sends a push (RFC 8292): a signed token for one push service, good for hours. The browser was given the same public key when it subscribed.
import { concat, fromBase64url, toBase64url } from './bytes.ts';

export interface VapidKeys {
  /** P-256 point, uncompressed, base64url. */
  publicKey: string;
  /** Its scalar, base64url. */
  privateKey: string;
}

/** Seconds; a service refuses more than 24 h. */
const LIFE = 12 * 3600;

const part = (value: unknown): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

/** The Authorization header for `endpoint`. `contact`: a mailto: or https: address of whoever runs this site. */
export async function vapidHeader(endpoint: string, { publicKey, privateKey }: VapidKeys, contact: string, now: number): Promise<string> {
  const point = fromBase64url(publicKey);
  if (point.byteLength !== 65) throw new Error('push: the public key is no uncompressed P-256 point');
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)), d: privateKey };
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp: Math.floor(now / 1000) + LIFE, sub: contact })}`;
  const signature = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, new TextEncoder().encode(signed)));
  return `vapid t=${signed}.${toBase64url(signature)}, k=${publicKey}`;
}

/** A fresh pair. */
export async function makeVapidKeys(): Promise<VapidKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']) as CryptoKeyPair;
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey) as JsonWebKey;
  return { publicKey: toBase64url(concat(Uint8Array.of(4), fromBase64url(jwk.x as string), fromBase64url(jwk.y as string))), privateKey: jwk.d as string };
}
