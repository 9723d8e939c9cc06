// A market's whole way in workerd: a person, a pitch, a poster in the real R2 through the real decoder, a large file as a stream, and an anonymous reader.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Env } from '../../env.ts';
import worker from '../../index.ts';
import { createNeonDb } from '../../platform/db/neon.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { PitchOwner } from '../pitches/schema.ts';
import type { File as StoredFile, UploadTicket } from './schema.ts';
import { PART_SIZE } from './sizes.ts';

const env = { ...(bindings as unknown as Env), OUTBOX: { sendBatch: async () => ({}) } } as unknown as Env;
const origin = 'http://localhost:5173';
const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy') });
const POSTER = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAMCAIAAADQ/GvKAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFElEQVQYlWMwdgnFihhGJULRggAAygBMgRzfAy4AAAAASUVORK5CYII=';

let cookie = '';

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const ctx = createExecutionContext();
  const raw = body instanceof ReadableStream || body instanceof Uint8Array;
  const response = await worker.fetch(new Request(`${origin}/api/${path}`, {
    method,
    headers: { ...(method !== 'GET' && { origin }), cookie, 'cf-connecting-ip': '198.51.100.77', ...(body !== undefined && !raw && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: (raw ? body : JSON.stringify(body)) as BodyInit }),
  }) as Parameters<typeof worker.fetch>[0], env, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

async function read<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  expect(response.status, text).toBe(status);
  return JSON.parse(text) as T;
}

/** A part as a browser sends it: a stream whose length stands in the header. */
function part(id: string, number: number, bytes: Uint8Array): Promise<Response> {
  const { readable, writable } = new FixedLengthStream(bytes.byteLength);
  const writer = writable.getWriter();
  void writer.write(bytes).then(() => writer.close());
  return call('PUT', `uploads/${id}/parts/${number}`, readable, { 'content-type': 'application/octet-stream', 'content-length': String(bytes.byteLength) });
}

/** A whole file in one request, as a browser sends it. */
function whole(pitchId: string, kind: string, contentType: string, bytes: Uint8Array, announced = bytes.byteLength): Promise<Response> {
  const { readable, writable } = new FixedLengthStream(bytes.byteLength);
  const writer = writable.getWriter();
  void writer.write(bytes).then(() => writer.close()).catch(() => undefined); // a refusal may leave bytes unread
  return call('POST', `uploads/whole?${new URLSearchParams({ pitchId, kind, contentType, fileName: `a ${kind}`, gate: 'public' }).toString()}`, readable, { 'content-type': 'application/octet-stream', 'content-length': String(announced) });
}

async function upload(pitchId: string, kind: string, contentType: string, bytes: Uint8Array): Promise<StoredFile> {
  const { uploadId, parts } = await read<UploadTicket>(await call('POST', 'uploads', { pitchId, kind, contentType, fileName: `a ${kind}`, size: bytes.byteLength, ...(kind === 'deck' && { gate: 'public' }) }), 201);
  for (let number = 1; number <= parts; number += 1) await read(await part(uploadId, number, bytes.slice((number - 1) * PART_SIZE, number * PART_SIZE)), 200);
  return read<StoredFile>(await call('POST', `uploads/${uploadId}/complete`), 201);
}

beforeAll(async () => {
  const [email, password] = ['maren@pitchey.test', 'sixteen reels of nitrate'];
  await read(await call('POST', 'auth/sign-up', { email, password, name: 'Maren Oyelaran', portal: 'creator' }), 201);
  const { rows } = await db.query(sql`SELECT payload->>'link' AS link FROM outbox WHERE payload->>'to' = ${email}`);
  await read(await call('POST', 'auth/verify-email', { token: new URL(String(rows[0]?.link)).searchParams.get('token') }), 200);
  const signedIn = await call('POST', 'auth/sign-in', { email, password });
  cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  await read(signedIn, 200);
});

async function draft(title: string): Promise<PitchOwner> {
  return read<PitchOwner>(await call('POST', 'pitches', {
    title, logline: 'A ferrywoman empties an island.', synopsis: 'One tide at a time she goes house to house, and each house asks for something before it will go. Three are left.',
    format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'low',
  }), 201);
}

describe('a file in one request, in workerd', () => {
  const bytes = new Uint8Array(3_000_001).map((_, index) => (index * 7) % 253);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  bytes.set(new TextEncoder().encode('\n%%EOF\n'), bytes.byteLength - 7);

  it('passes through in pieces, hashed, and is stored byte for byte', async () => {
    const pitch = await draft('Slack Water');
    const deck = await read<StoredFile>(await whole(pitch.id, 'deck', 'application/pdf', bytes), 201);
    const digest = await sha256Hex(bytes);
    expect(deck).toMatchObject({ size: bytes.byteLength, sha256: digest });
    const served = await call('GET', deck.url.slice('/api/'.length));
    expect(await sha256Hex(new Uint8Array(await served.arrayBuffer()))).toBe(digest);
    const poster = await read<StoredFile>(await whole(pitch.id, 'poster', 'image/png', Uint8Array.from(atob(POSTER), (char) => char.charCodeAt(0))), 201);
    expect(poster).toMatchObject({ contentType: 'image/webp', width: 8, height: 12 });
  });

  it('stores nothing of what is refused, at its head, at its end, or for its length', async () => {
    const pitch = await draft('Dead Water');
    const objects = async () => (await env.FILES.list({ prefix: 'files/' })).objects.length;
    const before = await objects();
    const page = bytes.slice();
    page.set(new TextEncoder().encode('<!doctype html>'), 20);
    const program = bytes.slice();
    program.fill(0x4d, program.byteLength - 1024);
    for (const [given, announced, status] of [[page, undefined, 415], [program, undefined, 415], [bytes, bytes.byteLength - 1, 400], [bytes, bytes.byteLength + 1, 400]] as const) {
      const response = await whole(pitch.id, 'deck', 'application/pdf', given, announced);
      expect(response.status, await response.text()).toBe(status);
    }
    expect(await objects()).toBe(before);
    const { rows } = await db.query(sql`SELECT id FROM uploads WHERE pitch_id = ${pitch.id} UNION ALL SELECT file_id FROM pitch_media WHERE pitch_id = ${pitch.id}`);
    expect(rows).toEqual([]);
  });
});

describe('files in workerd', () => {
  it('a poster and a large document reach an anonymous reader', async () => {
    const pitch = await draft('Wrackline Overture');
    await read(await call('POST', `pitches/${pitch.id}/publish`), 200);
    const poster = await upload(pitch.id, 'poster', 'image/png', Uint8Array.from(atob(POSTER), (char) => char.charCodeAt(0)));
    expect(poster).toMatchObject({ contentType: 'image/webp', width: 8, height: 12 });
    const document = new Uint8Array(PART_SIZE + 3000).fill(32);
    document.set(new TextEncoder().encode('%PDF-1.7\n'));
    document.set(new TextEncoder().encode('\n%%EOF\n'), document.byteLength - 7);
    const deck = await upload(pitch.id, 'deck', 'application/pdf', document);
    expect(deck.size).toBe(document.byteLength);

    cookie = '';
    const list = await read<{ items: { id: string; poster: { url: string } | null }[] }>(await call('GET', 'pitches?q=wracklnie'), 200);
    expect(list).toMatchObject({ corrected: { from: 'wracklnie', to: 'wrackline' }, items: [{ id: pitch.id, poster: { url: poster.url } }] });
    const small = await call('GET', `${poster.url.slice('/api/'.length)}?w=320`);
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(new TextDecoder().decode((await small.arrayBuffer()).slice(8, 12))).toBe('WEBP');
    const tail = await call('GET', deck.url.slice('/api/'.length), undefined, { range: 'bytes=-6' });
    expect([tail.status, await tail.text()]).toEqual([206, '%%EOF\n']);
  });
});
