import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { createPitch, errorOf, pdf, picture, publishedPitch, uploadWhole } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { pictureBomb, wrongBytes } from '../../testing/wrong-bytes.ts';
import type { PitchOwner } from '../pitches/schema.ts';
import { createDiscarder, sweepUploads } from './jobs.ts';
import type { File as StoredFile } from './schema.ts';
import { WHOLE_SIZE } from './sizes.ts';

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

const script = (bytes: Uint8Array, headers: Record<string, string> = {}) => uploadWhole(app, creator, pitch.id, { kind: 'script', contentType: 'application/pdf', fileName: 'script.pdf', bytes }, headers);
const made = async (response: Response): Promise<StoredFile> => {
  expect(response.status, await response.clone().text()).toBe(201);
  return await response.json() as StoredFile;
};
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const under = async (): Promise<string[]> => (await app.db.query(sql`SELECT storage_key AS key FROM uploads`)).rows.map(({ key }) => key as string);
const filesOf = async (pitchId: string): Promise<number> => (await app.db.query(sql`SELECT FROM pitch_media WHERE pitch_id = ${pitchId}`)).rows.length;

/** Runs the outbox of this topic as the queue would; gives the keys that went. */
async function discard(): Promise<string[]> {
  const { rows } = await app.db.query(sql`DELETE FROM outbox WHERE topic = 'files.discard' RETURNING id, payload`);
  for (const { id, payload } of rows) await createDiscarder(app.services.storage)({ id: id as string, topic: 'files.discard', payload, attempt: 1 });
  return rows.flatMap(({ payload }) => (payload as { files: string[] }).files);
}

/** Nothing is left of what was refused: no file, no row, no object. */
async function expectNothingOf(before: number): Promise<void> {
  expect(await filesOf(pitch.id)).toBe(before);
  expect(await under()).toEqual([]);
  for (const key of await discard()) expect(await app.services.storage.head(key)).toBeNull();
}

describe('a file in one request', () => {
  it('is there with its hash, in two round trips and one write of its row', async () => {
    const bytes = pdf(300_000);
    await script(pdf());
    const before = app.roundTrips();
    const file = await made(await script(bytes));
    // One notes it, one makes the file; a session that is known asks nothing.
    expect(app.roundTrips() - before).toBe(2);
    expect(file).toMatchObject({
      pitchId: pitch.id, kind: 'script', gate: 'nda', fileName: 'script.pdf', contentType: 'application/pdf', size: bytes.byteLength, sha256: sha256(bytes), width: null, url: `/api/files/${file.id}`,
    });
    const served = await app.request(file.url, { cookie: creator.cookie });
    expect(sha256(new Uint8Array(await served.arrayBuffer()))).toBe(file.sha256);
    expect(await under()).toEqual([]);
    const { rows } = await app.db.query(sql`SELECT id FROM outbox WHERE topic = 'files.read' AND payload->>'fileId' = ${file.id}`);
    await app.settle();
    expect(app.relayed).toContain(rows[0]?.id);
    const { rows: [touched] } = await app.db.query(sql`SELECT p.updated_at >= f.created_at AS touched, f.storage_key AS key FROM pitches p JOIN files f ON f.id = ${file.id} WHERE p.id = ${pitch.id}`);
    expect(touched?.touched).toBe(true);
    expect(touched?.key).toMatch(/^files\/[0-9a-f-]{36}\/raw$/);
  });

  it('is a film as well, hashed on its way', async () => {
    const bytes = new Uint8Array(2_000_000).map((_, index) => index % 251);
    bytes.set(new TextEncoder().encode('\0\0\0\u0018ftypmp42\0\0\0\0mp42isom'));
    const file = await made(await uploadWhole(app, creator, pitch.id, { kind: 'trailer', contentType: 'video/mp4', bytes }));
    expect(file).toMatchObject({ contentType: 'video/mp4', gate: 'public', sha256: sha256(bytes), size: bytes.byteLength });
  });

  it('is a picture made anew, whose raw bytes were never stored; a poster takes the place of the one before', async () => {
    const { id } = await publishedPitch(app, creator);
    await app.request(`/api/pitches/${id}`);
    const send = async (width: number) => made(await uploadWhole(app, creator, id, { kind: 'poster', contentType: 'image/jpeg', bytes: await picture(width, width * 1.5) }));
    const first = await send(400);
    expect(await discard()).toEqual([]);
    const second = await send(3000);
    expect([first, second]).toMatchObject([{ contentType: 'image/webp', width: 400, height: 600 }, { width: 2400, height: 3600 }]);
    expect(await (await app.request(`/api/pitches/${id}`)).json()).toMatchObject({ poster: { url: second.url } });
    expect((await app.request(first.url)).status).toBe(404);
    const stored = new Uint8Array(await (await app.request(second.url)).arrayBuffer());
    expect(Buffer.from(stored).includes('CANARY-EXIF')).toBe(false);
    expect((await sharp(stored).metadata()).format).toBe('webp');
    const { rows: [now] } = await app.db.query(sql`SELECT storage_key AS key FROM files WHERE id = ${second.id}`);
    expect(await app.services.storage.head(String(now?.key).replace('picture.webp', 'raw'))).toBeNull();
    const [gone] = await discard();
    expect([gone, await app.services.storage.head(gone as string)]).toEqual([expect.stringMatching(/picture\.webp$/), null]);
    expect(await filesOf(id)).toBe(1);
  });

  it('stands for a reel behind the gate of the reel', async () => {
    const film = new TextEncoder().encode(`\0\0\0\u0018ftypmp42\0\0\0\0mp42isom${'x'.repeat(100)}`);
    const reel = await made(await uploadWhole(app, creator, pitch.id, { kind: 'trailer', contentType: 'video/mp4', gate: 'member', bytes: film }));
    const frame = async (width: number) => made(await uploadWhole(app, creator, pitch.id, { kind: 'gallery', contentType: 'image/png', frameOf: reel.id, bytes: await picture(width, 20, 'png') }));
    expect(await frame(30)).toMatchObject({ gate: 'member', width: 30 });
    const files = await filesOf(pitch.id);
    await frame(31);
    expect(await filesOf(pitch.id)).toBe(files);
    const refused = await uploadWhole(app, creator, pitch.id, { kind: 'gallery', contentType: 'image/png', frameOf: pitch.id, bytes: await picture(30, 20, 'png') });
    expect([refused.status, (await errorOf(refused)).fields]).toEqual([400, { frameOf: 'This is no reel of the pitch.' }]);
    await discard();
  });
});

describe('what is refused leaves nothing', () => {
  it.each(wrongBytes)('by its bytes: %s', async (_name, kind, contentType, make) => {
    const before = await filesOf(pitch.id);
    const response = await uploadWhole(app, creator, pitch.id, { kind, contentType, bytes: await make() });
    expect(response.status).toBe(415);
    await errorOf(response);
    await expectNothingOf(before);
  });

  it('a picture too large to decode, by its header', async () => {
    const before = await filesOf(pitch.id);
    const response = await uploadWhole(app, creator, pitch.id, { kind: 'poster', contentType: 'image/png', bytes: await pictureBomb() });
    expect([response.status, (await errorOf(response)).message]).toEqual([413, expect.stringContaining('50000 x 50000')]);
    await expectNothingOf(before);
  });

  it.each([
    ['longer than its Content-Length', pdf(20_000), '10000', 400], ['shorter than its Content-Length', pdf(20_000), '30000', 400],
    ['shorter than its head', pdf(20), '30000', 400], ['without a length', pdf(), '', 400], ['with no number for a length', pdf(), '1e3', 400], ['with two lengths', pdf(), '613, 613', 400],
    ['negative in length', pdf(), '-1', 400], ['empty', new Uint8Array(0), '0', 400], ['too large for one request', pdf(), String(WHOLE_SIZE + 1), 413], ['absurdly large', pdf(), '9'.repeat(15), 413],
  ])('a body %s', async (_name, bytes, length, status) => {
    const before = await filesOf(pitch.id);
    const response = await script(bytes, { 'content-length': length });
    expect(response.status).toBe(status);
    expect((await errorOf(response)).message).toMatch(/Content-Length|nothing in this file|16 MB/);
    await expectNothingOf(before);
  });

  it('a picture whose bytes are more or fewer than announced', async () => {
    const before = await filesOf(pitch.id);
    const bytes = await picture(300, 300, 'png');
    for (const length of [bytes.byteLength - 1, bytes.byteLength + 1]) {
      const response = await uploadWhole(app, creator, pitch.id, { kind: 'poster', contentType: 'image/png', bytes }, { 'content-length': String(length) });
      expect([response.status, (await errorOf(response)).code]).toEqual([400, 'bad_request']);
    }
    await expectNothingOf(before);
  });

  it('what it says of itself', async () => {
    const before = await filesOf(pitch.id);
    const send = (query: object, headers: Record<string, string> = {}) =>
      uploadWhole(app, creator, pitch.id, { kind: 'script', contentType: 'application/pdf', bytes: pdf(), ...query }, headers);
    expect((await send({}, { 'content-type': 'application/pdf' })).status).toBe(415);
    expect((await send({ kind: 'poster', contentType: 'image/svg+xml' })).status).toBe(415);
    for (const query of [{ kind: 'exe' }, { gate: 'secret' }, { storageKey: 'x' }, { fileName: '\u202e' }, { size: '5' }, { kind: 'poster', contentType: 'image/png', gate: 'nda' }, { frameOf: pitch.id }]) {
      expect((await send(query)).status, JSON.stringify(query)).toBe(400);
    }
    for (const key of ['', 'a b', 'x'.repeat(256)]) expect((await send({}, { 'idempotency-key': key })).status).toBe(400);
    await expectNothingOf(before);
  });

  it('what nobody but the owner may send', async () => {
    const before = await filesOf(pitch.id);
    const path = `/api/uploads/whole?pitchId=${pitch.id}&kind=script&fileName=x.pdf&contentType=application%2Fpdf`;
    await expectRefused(app, [{ method: 'POST', path, body: pdf(), headers: { 'content-type': 'application/octet-stream', 'content-length': String(pdf().byteLength) } }], { wrongOwner: [rival, investor] });
    await expectNothingOf(before);
  });

  it('what its pitch did not wait for: the bytes go with it', async () => {
    const { id } = await createPitch(app, creator);
    const { storage } = app.services;
    const put = storage.put;
    let key = '';
    // The pitch is deleted while its file is on its way.
    app.services.storage = { ...storage, put: async (given, ...rest) => { key = given; const stored = await put(given, ...rest); await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: creator.cookie }); return stored; }, get: storage.get, head: storage.head, delete: storage.delete };
    try {
      expect((await uploadWhole(app, creator, id, { kind: 'script', contentType: 'application/pdf', bytes: pdf() })).status).toBe(409);
    } finally {
      app.services.storage = storage;
    }
    expect(await storage.head(key)).not.toBeNull();
    expect(await discard()).toContain(key);
    expect(await storage.head(key)).toBeNull();
  });
});

describe('one Idempotency-Key', () => {
  const keyed = (key: string, bytes: Uint8Array, fileName = 'once.pdf') => uploadWhole(app, creator, pitch.id, { kind: 'deck', contentType: 'application/pdf', fileName, bytes }, { 'idempotency-key': key });

  it('has one effect and one answer, however often and however close together', async () => {
    const before = await filesOf(pitch.id);
    const many = await Promise.all(Array.from({ length: 8 }, () => keyed('many', pdf(5000))));
    const answers = await Promise.all(many.map(made));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(many.filter((response) => response.headers.get('idempotent-replayed') !== 'true')).toHaveLength(1);
    const later = await keyed('many', pdf(5000));
    expect([later.headers.get('idempotent-replayed'), await later.json()]).toEqual(['true', answers[0]]);
    await expectNothingOf(before + 1);
    expect(sha256(new Uint8Array(await (await app.request(answers[0]?.url ?? '', { cookie: creator.cookie })).arrayBuffer()))).toBe(answers[0]?.sha256);
  });

  it('is for one request', async () => {
    await made(await keyed('one', pdf(100)));
    for (const response of [await keyed('one', pdf(101)), await keyed('one', pdf(100), 'other.pdf')]) expect(response.status).toBe(422);
    expect(await under()).toEqual([]);
  });

  it('tries again what failed', async () => {
    expect((await keyed('again', new TextEncoder().encode('%PDF-1.7 and no end'))).status).toBe(415);
    const before = await filesOf(pitch.id);
    await made(await keyed('again', pdf(10)));
    await expectNothingOf(before + 1);
  });
});

describe('what died on its way', () => {
  it('is swept after a day, row and bytes', async () => {
    const { storage } = app.services;
    // The Worker dies after the bytes were stored: nobody is left to write or to undo.
    const dying = new Promise<never>(() => undefined);
    let arrived: (key: string) => void = () => undefined;
    const stored = new Promise<string>((resolve) => { arrived = resolve; });
    app.services.storage = { ...storage, put: async (key, ...rest) => { await storage.put(key, ...rest); arrived(key); return dying; }, get: storage.get, head: storage.head, delete: storage.delete };
    void script(pdf(4000));
    const key = await stored;
    app.services.storage = storage;
    expect(await under()).toEqual([key]);
    app.clock.advance(23 * 3_600_000);
    await sweepUploads(app.services);
    expect(await storage.head(key)).not.toBeNull();
    app.clock.advance(2 * 3_600_000);
    expect(await sweepUploads(app.services)).toBe(1);
    expect([await storage.head(key), await under()]).toEqual([null, []]);
  });
});
