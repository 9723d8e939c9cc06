// An agreement's whole way where it runs: two people, a script in R2, request, counter, approval, signature, a page by WebAssembly, the signed
// PDF, the check of the chain, and a revocation while a download is on its way.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { expect, inject, it } from 'vitest';
import type { Env } from '../../env.ts';
import worker from '../../index.ts';
import { createNeonDb } from '../../platform/db/neon.ts';
import { sql } from '../../platform/db/sql.ts';
import { screenplay } from '../../testing/screenplay.ts';
import type { File as StoredFile, UploadTicket } from '../files/schema.ts';
import type { PitchOwner } from '../pitches/schema.ts';
import type { Nda } from './schema.ts';

const env = { ...(bindings as unknown as Env), OUTBOX: { sendBatch: async () => ({}) } } as unknown as Env;
const origin = 'http://localhost:5173';
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });
const password = 'sixteen reels of nitrate';

async function call(cookie: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const raw = body instanceof Uint8Array;
  const response = await worker.fetch(new Request(`${origin}/api/${path}`, {
    method, headers: { ...(method !== 'GET' && { origin }), cookie, 'cf-connecting-ip': '198.51.100.61', 'user-agent': 'Journey/1', ...(body !== undefined && !raw && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
  }) as Parameters<typeof worker.fetch>[0], env, ctx);
  // A body that is still on its way keeps its context open: only small answers are waited for.
  if (!path.startsWith('files/') || path.includes('pages')) await waitOnExecutionContext(ctx);
  return response;
}

async function read<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  return JSON.parse(text) as T;
}

async function person(name: string, portal: string): Promise<string> {
  const email = `${name.toLowerCase().replace(' ', '.')}@journey.test`;
  await read(await call('', 'POST', 'auth/sign-up', { email, password, name, portal }), 201);
  const { rows } = await db.query(sql`SELECT payload->>'link' AS link FROM outbox WHERE topic = 'mail.verify-email' AND payload->>'to' = ${email}`);
  await read(await call('', 'POST', 'auth/verify-email', { token: new URL(String(rows[0]?.link)).searchParams.get('token') }), 200);
  const signedIn = await call('', 'POST', 'auth/sign-in', { email, password });
  expect(signedIn.status).toBe(200);
  return signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
}

it('goes from a request to a signed, read and revoked agreement', async () => {
  const [ada, ines] = [await person('Ada Auteur', 'creator'), await person('Ines Investor', 'investor')];
  const pitch = await read<PitchOwner>(await call(ada, 'POST', 'pitches', {
    title: 'Night Ferry', logline: 'A ferry that never lands.', format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'low',
    synopsis: 'Each night the ferry leaves with people who must not arrive, and each night its pilot decides again whether to turn the wheel towards the light.', protected: { budgetBreakdown: 'CANARY-BUDGET' },
  }), 201);
  await read(await call(ada, 'POST', `pitches/${pitch.id}/publish`), 200);
  const script = await screenplay(3);
  const { uploadId } = await read<UploadTicket>(await call(ada, 'POST', 'uploads', { pitchId: pitch.id, kind: 'script', contentType: 'application/pdf', fileName: 'Night Ferry.pdf', size: script.length, gate: 'nda' }), 201);
  await read(await call(ada, 'PUT', `uploads/${uploadId}/parts/1`, script, { 'content-type': 'application/octet-stream', 'content-length': String(script.length) }), 200);
  const file = await read<StoredFile>(await call(ada, 'POST', `uploads/${uploadId}/complete`), 201);

  expect(await (await call(ines, 'GET', `pitches/${pitch.id}`)).text()).not.toContain('CANARY');
  expect((await call(ines, 'GET', `files/${file.id}/pages/1`)).status).toBe(404);
  const asked = await read<Nda>(await call(ines, 'POST', 'ndas/request', { pitchId: pitch.id, message: 'We fund ferries.' }), 201);
  await read(await call(ada, 'POST', `ndas/${asked.id}/counter`, { terms: { termMonths: 36 }, note: 'Three years.' }), 200);
  const approved = await read<Nda>(await call(ines, 'POST', `ndas/${asked.id}/approve`, {}), 200);
  const body = { name: 'Ines Investor', signature: { kind: 'typed', value: 'Ines Investor' }, accepted: true, documentHash: approved.document.hash };
  const signed = await Promise.all([call(ines, 'POST', `ndas/${asked.id}/sign`, body), call(ines, 'POST', `ndas/${asked.id}/sign`, body)]);
  expect(signed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  await Promise.all(signed.map((response) => response.text()));

  expect(await (await call(ines, 'GET', `pitches/${pitch.id}`)).text()).toContain('CANARY-BUDGET');
  const page = await call(ines, 'GET', `files/${file.id}/pages/1`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(new TextDecoder().decode(new Uint8Array(await page.arrayBuffer()).subarray(8, 12))).toBe('WEBP');
  expect((await call(ines, 'GET', `files/${file.id}/pages/2`)).headers.get('x-page-ready')).toBe('yes');
  const paper = await call(ada, 'GET', `ndas/${asked.id}/document.pdf`);
  expect(new TextDecoder().decode(new Uint8Array(await paper.arrayBuffer()).subarray(0, 5))).toBe('%PDF-');
  const bundle = await call(ada, 'GET', `ndas/${asked.id}/evidence.zip`);
  expect(new Uint8Array(await bundle.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  expect(await read(await call(ada, 'GET', `ndas/${asked.id}/verify`), 200)).toMatchObject({ valid: true, entries: 6 });

  const copy = await call(ines, 'GET', `files/${file.id}`);
  expect(copy.status).toBe(200);
  expect((await copy.arrayBuffer()).byteLength).toBe(Number(copy.headers.get('content-length')));
  await read(await call(ada, 'POST', `ndas/${asked.id}/revoke`, { reason: 'Sold.' }), 200);
  for (const path of [`files/${file.id}`, `files/${file.id}/pages/1`, `files/${file.id}/pages/2`]) {
    const refused = await call(ines, 'GET', path, undefined, { range: 'bytes=0-9' });
    expect(refused.status, path).toBe(403);
    await refused.text();
  }
  expect(await (await call(ines, 'GET', `pitches/${pitch.id}`)).text()).not.toContain('CANARY');
}, 60_000);
