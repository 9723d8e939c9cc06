// Who learns what of a pitch's files: names only behind open gates, kinds and gates for everything else, nothing of what is not published.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchDocuments } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let pitch: { id: string };
let script: string;

beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator');
  pitch = await castPitch(app, owner);
  await addFile('deck', 'member', 'CANARY-DECK.pdf');
  await addFile('treatment', 'confidential', 'CANARY-TREATMENT.pdf');
  script = await addFile('script', 'nda', 'CANARY-SCRIPT.pdf');
  await addFile('poster', 'public', 'poster.png');
});
afterAll(() => app.close());

async function addFile(kind: string, gate: string, name: string): Promise<string> {
  const id = app.services.newId();
  await app.db.batch([
    sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, ${kind}, ${gate}, ${name}, 'application/pdf', 10, ${'0'.repeat(64)}, ${`t/${id}`})`,
    sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${pitch.id}, ${id}, ${kind})`,
  ]);
  return id;
}

const list = (person?: CastMember): Promise<Response> => app.request(`/api/pitches/${pitch.id}/documents`, { cookie: person?.cookie });
const names = async (person: CastMember): Promise<string[]> => ((await (await list(person)).json()) as PitchDocuments).items.map(({ fileName }) => fileName);

it('names what is open and says only the kind and gate of the rest', async () => {
  const reader = await castPerson(app, 'investor');
  const response = await list(reader);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  const text = await response.text();
  expect(text.match(/CANARY-\w+/g)).toEqual(['CANARY-DECK']);
  expect(text).not.toContain(script);
  expect((JSON.parse(text) as PitchDocuments).locked).toEqual([{ kind: 'script', gate: 'nda' }, { kind: 'treatment', gate: 'confidential' }]);
  await app.request(`/api/pitches/${pitch.id}/click-through`, { body: { accepted: true }, cookie: reader.cookie });
  expect(await names(reader)).toEqual(['CANARY-DECK.pdf', 'CANARY-TREATMENT.pdf']);
  expect(await names(owner)).toEqual(['CANARY-DECK.pdf', 'CANARY-SCRIPT.pdf', 'CANARY-TREATMENT.pdf']);
  expect((await list()).status).toBe(401);
});

it('tells nobody but the owner of a pitch that is not published', async () => {
  const draft = await castPitch(app, owner, { status: 'draft' });
  const reader = await castPerson(app, 'production');
  expect((await app.request(`/api/pitches/${draft.id}/documents`, { cookie: reader.cookie })).status).toBe(404);
  expect((await app.request(`/api/pitches/${draft.id}/documents`, { cookie: owner.cookie })).status).toBe(200);
});

it('is emptied by its owner alone', async () => {
  const extra = await addFile('budget', 'nda', 'Budget.pdf');
  const other = await castPerson(app, 'creator');
  const remove = (person: CastMember): Promise<Response> => app.request(`/api/pitches/${pitch.id}/documents/${extra}`, { method: 'DELETE', cookie: person.cookie });
  expect((await remove(other)).status).toBe(404);
  expect((await remove(owner)).status).toBe(204);
  expect((await remove(owner)).status).toBe(404);
  expect(await names(owner)).not.toContain('Budget.pdf');
});

it('moves its gate by its owner alone, and the next reader feels it', async () => {
  const extra = await addFile('lookbook', 'member', 'Look.pdf');
  const [other, reader] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  const move = (person: CastMember, body: unknown): Promise<Response> => app.request(`/api/pitches/${pitch.id}/documents/${extra}`, { method: 'PATCH', body, cookie: person.cookie });
  expect(await names(reader)).toContain('Look.pdf');
  expect((await move(other, { gate: 'public' })).status).toBe(404);
  expect((await move(owner, { gate: 'everyone' })).status).toBe(400);
  expect((await move(owner, { gate: 'deal' })).status).toBe(204);
  expect(await names(reader)).not.toContain('Look.pdf');
  expect(await names(owner)).toContain('Look.pdf');
});

it.each(['gate', 'removal'] as const)('waits for a pitch that is being deleted, and neither is ended for the other: %s', async (what) => {
  const doomed = await castPitch(app, owner);
  const id = app.services.newId();
  await app.db.batch([
    sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, 'deck', 'member', 'Deck.pdf', 'application/pdf', 10, ${'0'.repeat(64)}, ${`t/${id}`})`,
    sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${doomed.id}, ${id}, 'deck')`,
  ]);
  const path = `/api/pitches/${doomed.id}/documents/${id}`;
  let change: Promise<Response> | undefined;
  await app.db.transaction(async (tx) => {
    await tx.query(sql`SELECT FROM pitches WHERE id = ${doomed.id} FOR UPDATE`);
    change = what === 'gate' ? app.request(path, { method: 'PATCH', body: { gate: 'nda' }, cookie: owner.cookie }) : app.request(path, { method: 'DELETE', cookie: owner.cookie });
    // Until it stands behind the lock of the pitch.
    await expect.poll(async () => (await app.db.query(sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).count).toBe(1);
    await tx.query(sql`DELETE FROM files WHERE id = ${id}`);
    await tx.query(sql`DELETE FROM pitches WHERE id = ${doomed.id}`);
  });
  expect((await change)?.status).toBe(404);
});
