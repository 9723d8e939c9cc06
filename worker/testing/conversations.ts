// What tests of conversations begin with.
import { expect } from 'vitest';
import type { Nda } from '../features/ndas/schema.ts';
import type { CastMember } from './cast.ts';
import type { TestApp } from './test-app.ts';

/** An agreement on a pitch, asked for, approved and signed: what opens doors between two people. */
export async function signBetween(app: TestApp, pitch: { id: string }, owner: CastMember, signer: CastMember): Promise<Nda> {
  const call = async (path: string, body: unknown, person: CastMember): Promise<Nda> => {
    const response = await app.request(path, { body, cookie: person.cookie });
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    return await response.json() as Nda;
  };
  const asked = await call('/api/ndas/request', { pitchId: pitch.id }, signer);
  const approved = await call(`/api/ndas/${asked.id}/approve`, {}, owner);
  return call(`/api/ndas/${asked.id}/sign`, { name: signer.name, signature: { kind: 'typed', value: signer.name }, accepted: true, documentHash: approved.document.hash }, signer);
}

/** Says something as somebody. */
export const sayAs = (app: TestApp, person: Pick<CastMember, 'cookie'>, conversationId: string, body: string, rest: { clientId?: string; attachments?: string[]; replyTo?: string } = {}): Promise<Response> =>
  app.request(`/api/conversations/${conversationId}/messages`, { body: { clientId: crypto.randomUUID(), body, ...rest }, cookie: person.cookie });
