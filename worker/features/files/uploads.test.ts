import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { createPitch, errorOf, pdf, picture, publishedPitch, upload, uploaded } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { pictureBomb, wrongBytes } from '../../testing/wrong-bytes.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchOwner } from '../pitches/schema.ts';
import { createDiscarder, createHasher, sweepUploads } from './jobs.ts';
import { pictureKey, rawKey } from './keys.ts';
import type { UploadStatus, UploadTicket } from './schema.ts';
import { PART_SIZE } from './sizes.ts';

let app: TestApp;
let creator: Person;
let rival: Person;
let investor: Person;
let pitch: PitchOwner;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' })]);
  pitch = await createPitch(app, creator);
});
afterAll(() => app.close());

const begin = async (body: object) => app.request('/api/uploads', { body: { pitchId: pitch.id, kind: 'script', fileName: 'script.pdf', size: 100, contentType: 'application/pdf', ...body }, cookie: creator.cookie });
const ticket = async (body: object = {}) => await (await begin(body)).json() as UploadTicket;
const put = (id: string, part: number | string, body: Uint8Array, headers: Record<string, string> = {}) =>
  app.request(`/api/uploads/${id}/parts/${part}`, { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream', ...headers }, cookie: creator.cookie });
const complete = (id: string) => app.request(`/api/uploads/${id}/complete`, { method: 'POST', cookie: creator.cookie });
const status = async (id: string) => await (await app.request(`/api/uploads/${id}`, { cookie: creator.cookie })).json() as UploadStatus;

/** Runs the outbox of this topic as the queue would. */
async function discard(): Promise<void> {
  const { rows } = await app.db.query(sql`DELETE FROM outbox WHERE topic = 'files.discard' RETURNING id, payload`);
  for (const { id, payload } of rows) await createDiscarder(app.services.storage)({ id: id as string, topic: 'files.discard', payload, attempt: 1 });
}

describe('an upload', () => {
  it('goes in parts, in any order, and becomes a file with its hash', async () => {
    const bytes = pdf(PART_SIZE + 5000);
    const { uploadId, parts, partSize } = await ticket({ size: bytes.byteLength });
    expect([parts, partSize]).toEqual([2, PART_SIZE]);
    expect((await put(uploadId, 2, bytes.slice(PART_SIZE))).status).toBe(200);
    expect(await status(uploadId)).toMatchObject({ status: 'open', size: bytes.byteLength, parts: 2, arrived: [{ part: 2, size: bytes.byteLength - PART_SIZE, etag: expect.any(String) as string }], fileId: null });
    const early = await complete(uploadId);
    expect(early.status).toBe(409);
    expect(await errorOf(early)).toMatchObject({ code: 'conflict', missing: [1] });
    expect((await put(uploadId, 1, bytes.slice(0, PART_SIZE), { 'content-length': String(PART_SIZE) })).status).toBe(200);
    const response = await complete(uploadId);
    expect(response.status).toBe(201);
    const file = await response.json() as { id: string };
    expect(file).toMatchObject({
      pitchId: pitch.id, kind: 'script', gate: 'nda', fileName: 'script.pdf', contentType: 'application/pdf', size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex'), width: null,
      url: `/api/files/${file.id}`,
    });
    expect(await status(uploadId)).toMatchObject({ status: 'complete', fileId: file.id });
    // The answer may have been lost on its way: asking again gives the same file.
    expect(await (await complete(uploadId)).json()).toEqual(file);
    expect((await put(uploadId, 1, bytes.slice(0, PART_SIZE))).status).toBe(409);
    expect((await app.request(`/api/uploads/${uploadId}`, { method: 'DELETE', cookie: creator.cookie })).status).toBe(409);
  });

  it('takes each part only in its size and number', async () => {
    const { uploadId } = await ticket({ size: PART_SIZE + 10 });
    for (const part of ['0', '3', '10001', '-1', '1.5', 'x', '%00']) expect((await put(uploadId, part, new Uint8Array(10))).status, part).toBe(400);
    expect((await put(uploadId, 2, new Uint8Array(9))).status).toBe(400);
    expect((await put(uploadId, 2, new Uint8Array(11))).status).toBe(413);
    expect((await put(uploadId, 2, new Uint8Array(11), { 'content-length': '11' })).status).toBe(400);
    expect((await put(uploadId, 1, new Uint8Array(10), { 'content-length': String(PART_SIZE * 2) })).status).toBe(413);
    expect((await put(uploadId, 2, new Uint8Array(10), { 'content-type': 'application/pdf' })).status).toBe(415);
    expect((await status(uploadId)).arrived).toEqual([]);
  });

  it('has one begin for one Idempotency-Key', async () => {
    const send = () => app.request('/api/uploads', { body: { pitchId: pitch.id, kind: 'script', fileName: 'a.pdf', size: 10, contentType: 'application/pdf' }, headers: { 'idempotency-key': 'once' }, cookie: creator.cookie });
    const [first, second] = [await send(), await send()];
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('says the limit of its kind, and what the kind takes', async () => {
    const large = await begin({ kind: 'poster', size: 20 * 1024 * 1024 + 1, contentType: 'image/png' });
    expect(large.status).toBe(413);
    expect(await errorOf(large)).toMatchObject({ code: 'too_large', message: 'Poster: at most 20 MB.', maxSize: 20 * 1024 * 1024 });
    const svg = await begin({ kind: 'poster', contentType: 'image/svg+xml' });
    expect(svg.status).toBe(415);
    expect((await errorOf(svg)).message).toContain('JPEG, PNG or WebP');
  });

  it.each([[{ size: 0 }], [{ size: -1 }], [{ size: 1.5 }], [{ fileName: '' }], [{ fileName: '\u202e' }], [{ kind: 'exe' }], [{ gate: 'secret' }], [{ storageKey: 'x' }], [{ kind: 'poster', contentType: 'image/png', gate: 'nda' }]])('refuses %j', async (body) => {
    expect((await begin(body)).status).toBe(400);
  });

  it('can be ended, once or twice, and then takes nothing', async () => {
    const { uploadId } = await ticket();
    for (let time = 0; time < 2; time += 1) expect((await app.request(`/api/uploads/${uploadId}`, { method: 'DELETE', cookie: creator.cookie })).status).toBe(204);
    await app.settle();
    expect((await put(uploadId, 1, new Uint8Array(100))).status).toBe(409);
    expect((await complete(uploadId)).status).toBe(409);
  });
});

describe('what a file is', () => {
  it.each(wrongBytes)('is decided by its bytes: %s', async (_name, kind, contentType, make) => {
    const response = await upload(app, creator, pitch.id, { kind, contentType, bytes: await make() });
    expect(response.status).toBe(415);
    await errorOf(response);
    const { rows } = await app.db.query(sql`SELECT status, storage_key AS key FROM uploads ORDER BY id DESC LIMIT 1`);
    expect(rows[0]?.status).toBe('aborted');
    await discard();
    expect(await app.services.storage.head(rows[0]?.key as string)).toBeNull();
  });

  it('refuses a picture too large to decode by its header', async () => {
    const response = await upload(app, creator, pitch.id, { kind: 'poster', contentType: 'image/png', bytes: await pictureBomb() });
    expect(response.status).toBe(413);
    expect((await errorOf(response)).message).toContain('50000 x 50000');
  });

  it.each([['../../etc/passwd', '..-..-etc-passwd'], ['a\u0000b\u202egnp.exe', 'abgnp.exe'], ['x'.repeat(300), 'x'.repeat(200)], ['CON', 'CON']])('is never called what could harm: %s', async (fileName, shown) => {
    const file = await uploaded(app, creator, pitch.id, { kind: 'treatment', contentType: 'application/pdf', fileName, bytes: pdf() });
    expect(file.fileName).toBe(shown);
    const { rows } = await app.db.query(sql`SELECT storage_key AS key FROM files WHERE id = ${file.id}`);
    expect(rows[0]?.key).toMatch(/^files\/[0-9a-f-]{36}\/raw$/);
  });
});

describe('a poster', () => {
  it('is made anew without what the camera wrote, shown at once, and takes the place of the one before', async () => {
    const { id } = await publishedPitch(app, creator);
    await app.request(`/api/pitches/${id}`);
    await app.request('/api/pitches');
    const first = await uploaded(app, creator, id, { kind: 'poster', contentType: 'image/jpeg', bytes: await picture(600, 900) });
    expect(first).toMatchObject({ kind: 'poster', gate: 'public', contentType: 'image/webp', width: 600, height: 900, blurhash: null });
    const poster = { url: `/api/files/${first.id}`, width: 600, height: 900, blurhash: null };
    expect(await (await app.request(`/api/pitches/${id}`)).json()).toMatchObject({ poster });
    expect((await (await app.request('/api/pitches')).json() as { items: object[] }).items[0]).toMatchObject({ id, poster });

    const second = await uploaded(app, creator, id, { kind: 'poster', contentType: 'image/png', bytes: await picture(3000, 4500, 'png') });
    expect(second).toMatchObject({ width: 2400, height: 3600 });
    expect((await app.request(poster.url)).status).toBe(404);
    const owned = await (await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).json() as PitchOwner;
    expect(owned.poster?.url).toBe(second.url);
    expect(owned.completeness.missing.map(({ field }) => field)).not.toContain('poster');

    const { rows } = await app.db.query(sql`SELECT id FROM uploads WHERE pitch_id = ${id} ORDER BY id`);
    const [old, now] = rows.map((row) => row.id as string) as [string, string];
    await discard();
    const there = async (key: string) => (await app.services.storage.head(key)) !== null;
    expect([await there(rawKey(old)), await there(pictureKey(old)), await there(rawKey(now)), await there(pictureKey(now))]).toEqual([false, false, false, true]);
    const stored = await app.request(second.url);
    expect(Buffer.from(await stored.arrayBuffer()).includes('CANARY-EXIF')).toBe(false);
  });

  it('leaves with its pitch', async () => {
    const { id } = await createPitch(app, creator);
    const file = await uploaded(app, creator, id, { kind: 'poster', contentType: 'image/webp', bytes: await picture(20, 30, 'webp') });
    const { uploadId } = await (await app.request('/api/uploads', { body: { pitchId: id, kind: 'deck', fileName: 'd.pdf', size: 10, contentType: 'application/pdf' }, cookie: creator.cookie })).json() as UploadTicket;
    const { rows } = await app.db.query(sql`SELECT storage_key AS key FROM files WHERE id = ${file.id}`);
    expect((await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: creator.cookie })).status).toBe(204);
    await discard();
    expect(await app.services.storage.head(rows[0]?.key as string)).toBeNull();
    expect((await app.request(`/api/uploads/${uploadId}`, { cookie: creator.cookie })).status).toBe(404);
  });
});

describe('a film', () => {
  const film = (size: number): Uint8Array => {
    const bytes = new Uint8Array(size).map((_, index) => index % 251);
    bytes.set(new TextEncoder().encode('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom'));
    return bytes;
  };
  const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const trailer = (bytes: Uint8Array, gate = 'public') => uploaded(app, creator, pitch.id, { kind: 'trailer', contentType: 'video/mp4', gate, bytes });
  const jobsFor = async (fileId: string) => (await app.db.query(sql`SELECT id, payload FROM outbox WHERE topic = 'files.hash' AND payload->>'fileId' = ${fileId}`)).rows;

  it('of many parts is complete before it is hashed, and is hashed by the queue', async () => {
    const bytes = film(PART_SIZE + 777);
    const { uploadId } = await ticket({ kind: 'trailer', contentType: 'video/mp4', size: bytes.byteLength });
    await put(uploadId, 1, bytes.slice(0, PART_SIZE));
    await put(uploadId, 2, bytes.slice(PART_SIZE));
    const file = await (await complete(uploadId)).json() as { id: string };
    expect(file).toMatchObject({ size: bytes.byteLength, sha256: null });
    const served = await app.request(`/api/files/${file.id}`, { cookie: creator.cookie });
    expect([served.status, sha256(new Uint8Array(await served.arrayBuffer()))]).toEqual([200, sha256(bytes)]);
    const [job] = await jobsFor(file.id) as [{ id: string; payload: unknown }];
    await app.settle();
    expect(app.relayed).toContain(job.id);
    const hash = createHasher(app.services);
    for (let time = 1; time <= 2; time += 1) expect(await hash({ id: job.id, topic: 'files.hash', payload: job.payload, attempt: time })).toBeUndefined();
    expect(await (await complete(uploadId)).json()).toEqual({ ...file, sha256: sha256(bytes) });
    expect(await hash({ id: job.id, topic: 'files.hash', payload: {}, attempt: 1 })).toEqual({ undeliverable: 'payload: fileId' });
    expect(await hash({ id: job.id, topic: 'files.hash', payload: { fileId: pitch.id }, attempt: 1 })).toBeUndefined();
  });

  it('of one part, or behind a gate that leaves evidence, is hashed at once', async () => {
    for (const [size, gate] of [[5000, 'public'], [PART_SIZE + 10, 'nda']] as const) {
      const file = await trailer(film(size), gate);
      expect(file.sha256).toBe(sha256(film(size)));
      expect(await jobsFor(file.id)).toEqual([]);
    }
  });

  it('has the hash of the part that stands, when its only part is sent twice', async () => {
    const { uploadId } = await ticket({ kind: 'trailer', contentType: 'video/mp4', size: 3000 });
    const [first, second] = [film(3000), film(3000)];
    second[2999] = 252;
    for (const bytes of [first, second]) expect((await put(uploadId, 1, bytes, { 'content-length': '3000' })).status).toBe(200);
    expect(await (await complete(uploadId)).json()).toMatchObject({ sha256: sha256(second) });
  });
});

describe('a proof of attachment', () => {
  it('is a file of the pitch that a team member may point to', async () => {
    const { id } = await createPitch(app, creator);
    const proof = await uploaded(app, creator, id, { kind: 'attachment', contentType: 'application/pdf', bytes: pdf() });
    const patch = (pitchId: string) => app.request(`/api/pitches/${pitchId}`, { method: 'PATCH', body: { team: [{ name: 'Petra', role: 'Ada', status: 'signed', proofFileId: proof.id }] }, cookie: creator.cookie });
    expect((await patch(pitch.id)).status).toBe(400);
    expect(await (await patch(id)).json()).toMatchObject({ team: [{ proofFileId: proof.id, hasProof: true }] });
    await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: creator.cookie });
    const text = await (await app.request(`/api/pitches/${id}`)).text();
    expect(JSON.parse(text)).toMatchObject({ team: [{ name: 'Petra', role: 'Ada', status: 'signed', hasProof: true }], ndaRequired: true });
    expect(text).not.toContain(proof.id);
  });
});

describe('sweepUploads', () => {
  it('discards after a day what nobody finished, and nothing else', async () => {
    const abandoned = await ticket();
    await put(abandoned.uploadId, 1, new Uint8Array(100));
    app.clock.advance(23 * 3_600_000);
    expect(await sweepUploads(app.services)).toBeGreaterThanOrEqual(0);
    expect((await status(abandoned.uploadId)).status).toBe('open');
    const young = await ticket();
    app.clock.advance(2 * 3_600_000);
    expect(await sweepUploads(app.services)).toBeGreaterThanOrEqual(1);
    expect((await app.request(`/api/uploads/${abandoned.uploadId}`, { cookie: creator.cookie })).status).toBe(404);
    expect((await status(young.uploadId)).status).toBe('open');
    expect(await sweepUploads(app.services)).toBe(0);
  });
});

describe('access', () => {
  it('lets nobody but the owner of the pitch upload to it', async () => {
    const { uploadId } = await ticket();
    const at = (method: string, path: string) => ({ method, path: `/api/uploads/${uploadId}${path}` });
    const bytes = { 'content-type': 'application/octet-stream' };
    await expectRefused(app, [
      { method: 'POST', path: '/api/uploads', body: { pitchId: pitch.id, kind: 'script', fileName: 'x.pdf', size: 10, contentType: 'application/pdf' } },
      at('GET', ''), { ...at('PUT', '/parts/1'), body: new Uint8Array(100), headers: bytes }, at('POST', '/complete'), at('DELETE', ''),
    ], { wrongOwner: [rival, investor] });
    expect(await status(uploadId)).toMatchObject({ status: 'open', arrived: [] });
  });
});
