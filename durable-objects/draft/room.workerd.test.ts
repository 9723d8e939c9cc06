import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Env, settingsOf } from '../../worker/env.ts';
import { row } from '../../worker/platform/db/db.ts';
import { createNeonDb } from '../../worker/platform/db/neon.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { uuidv7 } from '../../worker/platform/ids.ts';
import type { Answer, Member, RoomPort } from '../shared/ports.ts';
import { draftRoom } from '../stubs.ts';
import type { DraftState, PatchResult } from './protocol.ts';

const { DRAFT } = env as unknown as Env;
const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env as unknown as Env);
const db = createNeonDb({ connectionString, fetchEndpoint, wsProxy });
const text = 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.';

const newId = (): string => uuidv7(Date.now());
const stubOf = (pitchId: string) => draftRoom(DRAFT, pitchId);
const roomOf = (pitchId: string) => stubOf(pitchId) as unknown as RoomPort & { settle(): Promise<{ from: number; to: number } | null>; moved(version: number): Promise<void> };

async function person(): Promise<Member> {
  const userId = newId();
  await db.batch([
    sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${userId}, ${`${userId}@pitchey.test`}, 'Ada', true, 'creator')`,
    sql`INSERT INTO profiles (user_id, handle) VALUES (${userId}, ${`ada-${userId.slice(-12)}`})`,
  ]);
  return { userId, name: 'Ada', connection: newId() };
}

let owner: Member;
let editor: Member;
let pitchId: string;
beforeEach(async () => {
  [owner, editor] = [await person(), await person()];
  pitchId = newId();
  await db.batch([
    sql`INSERT INTO pitches (id, owner_id, slug, title, logline, synopsis, format, genres, created_at, updated_at) VALUES (${pitchId}, ${owner.userId}, ${`salt-${pitchId.slice(-12)}`}, 'Salt Year', ${text}, '', 'feature', ARRAY['drama'], now(), now())`,
    sql`INSERT INTO pitch_stats (pitch_id) VALUES (${pitchId})`,
    sql`INSERT INTO pitch_editors (pitch_id, user_id, invited_at, accepted_at) VALUES (${pitchId}, ${editor.userId}, now(), now())`,
  ]);
});

const Pitch = z.object({ version: z.int(), logline: z.string(), tone: z.string(), synopsis: z.string() });
const pitch = () => row(db, Pitch, sql`SELECT version, logline, tone, synopsis FROM pitches WHERE id = ${pitchId}`);
async function join(who: Member): Promise<DraftState> {
  const answer = await roomOf(pitchId).join(who);
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  return (answer as Extract<Answer, { ok: true }>).result as DraftState;
}
async function patch(who: Member, field: string, base: number, value: unknown, id = newId()): Promise<PatchResult['results'][number]> {
  const answer = await roomOf(pitchId).say(who, { type: 'patch', id, room: `draft:${pitchId}`, patches: [{ field, base, value }] });
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  return ((answer as Extract<Answer, { ok: true }>).result as PatchResult).results[0] as PatchResult['results'][number];
}

describe('the room of a draft', () => {
  it('gives whoever may edit the state, and nothing to anybody else', async () => {
    expect(await join(owner)).toMatchObject({ written: 1, fields: { logline: { version: 1, value: text } }, people: [{ userId: owner.userId, section: null }], parked: [] });
    expect((await join(editor)).fields.title).toEqual({ version: 1, value: 'Salt Year' });
    const stranger = await person();
    const other = stubOf(newId()) as unknown as RoomPort;
    expect(await other.join(stranger)).toMatchObject({ ok: false, code: 'not_found' });
  });

  it('keeps what it acknowledged over an eviction, answers the same id the same, and writes it with its author', async () => {
    await join(owner);
    await join(editor);
    const id = newId();
    const first = await patch(editor, 'tone', 1, 'Dry', id);
    await patch(owner, 'logline', 1, text.replace('After', 'When'));
    expect(await pitch()).toMatchObject({ version: 1, tone: '' });
    await evictDurableObject(stubOf(pitchId));
    expect(await patch(editor, 'tone', 1, 'Something else', id)).toEqual(first);
    expect((await join(owner)).fields.tone).toEqual({ version: 2, value: 'Dry' });
    expect(await runInDurableObject(stubOf(pitchId), async (_, { storage }) => (await storage.getAlarm() ?? 0) - Date.now())).toBeLessThanOrEqual(10_000);
    expect(await roomOf(pitchId).settle()).toEqual({ from: 1, to: 3 });
    expect(await roomOf(pitchId).settle()).toEqual({ from: 3, to: 3 });
    expect(await pitch()).toMatchObject({ version: 3, tone: 'Dry', logline: text.replace('After', 'When') });
    expect(await row(db, z.object({ authors: z.array(z.string()) }), sql`SELECT array_agg(author_id ORDER BY version) AS authors FROM pitch_versions WHERE pitch_id = ${pitchId} AND kind = 'edited'`))
      .toEqual({ authors: expect.arrayContaining([editor.userId, owner.userId]) });
  });

  it('writes once for many patches, at the latest when the last one leaves', async () => {
    await join(owner);
    for (let n = 1; n <= 20; n += 1) await patch(owner, 'synopsis', n, `Draft ${n}`);
    expect(await pitch()).toMatchObject({ version: 1 });
    await roomOf(pitchId).leave(owner.connection);
    expect(await runDurableObjectAlarm(stubOf(pitchId))).toBe(true);
    expect(await pitch()).toMatchObject({ version: 2, synopsis: 'Draft 20' });
  });

  it('writes whom a team names at once: they are asked by the server', async () => {
    await join(owner);
    await patch(owner, 'tone', 1, 'Dry');
    await patch(owner, 'team', 1, [{ name: 'Petra', role: 'Ada', status: 'interested' }]);
    await runDurableObjectAlarm(stubOf(pitchId));
    expect(await pitch()).toMatchObject({ version: 2, tone: 'Dry' });
    expect(await row(db, z.object({ name: z.string() }), sql`SELECT name FROM pitch_team WHERE pitch_id = ${pitchId}`)).toEqual({ name: 'Petra' });
  });

  it('does not write before it is time while somebody is there', async () => {
    await join(owner);
    await patch(owner, 'tone', 1, 'Dry');
    await runDurableObjectAlarm(stubOf(pitchId));
    expect(await pitch()).toMatchObject({ version: 1, tone: '' });
    expect(await runInDurableObject(stubOf(pitchId), async (_, { storage }) => storage.getAlarm())).not.toBeNull();
  });

  it('holds everything while the database refuses, and writes it when it does not', async () => {
    await join(owner);
    const name = `refuse_${pitchId.replaceAll('-', '')}`;
    await db.query(sql`SELECT 1`);
    await runSql(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''away''; END'`);
    await runSql(`CREATE TRIGGER ${name} BEFORE UPDATE ON pitches FOR EACH ROW WHEN (OLD.id = '${pitchId}') EXECUTE FUNCTION ${name}()`);
    await patch(owner, 'tone', 1, 'Dry');
    expect(await roomOf(pitchId).settle()).toBeNull();
    await evictDurableObject(stubOf(pitchId));
    expect(await patch(owner, 'tone', 2, 'Dry and slow')).toMatchObject({ status: 'accepted', version: 3 });
    expect(await roomOf(pitchId).settle()).toBeNull();
    expect(await runInDurableObject(stubOf(pitchId), async (_, { storage }) => (await storage.getAlarm() ?? 0) > Date.now())).toBe(true);
    await runSql(`DROP FUNCTION ${name} CASCADE`);
    expect(await roomOf(pitchId).settle()).not.toBeNull();
    expect(await pitch()).toMatchObject({ version: 2, tone: 'Dry and slow' });
  });

  it('joins what was changed outside of it meanwhile, and keeps what touches as a version apart', async () => {
    await join(owner);
    await patch(owner, 'logline', 1, text.replace('After', 'When'));
    await patch(owner, 'tone', 1, 'Dry');
    await db.query(sql`UPDATE pitches SET version = version + 1, logline = ${text.replace('island', 'rock')}, tone = 'Wet', synopsis = 'From elsewhere' WHERE id = ${pitchId}`);
    await db.query(sql`INSERT INTO pitch_versions (pitch_id, version, author_id, kind, snapshot, began_at, at) SELECT id, version, owner_id, 'edited', jsonb_build_object('tone', tone), now(), now() FROM pitches WHERE id = ${pitchId}`);
    expect(await roomOf(pitchId).settle()).not.toBeNull();
    expect(await pitch()).toEqual({ version: 3, logline: text.replace('After', 'When').replace('island', 'rock'), tone: 'Dry', synopsis: 'From elsewhere' });
    expect(await row(db, z.object({ tones: z.array(z.string()) }), sql`SELECT array_agg(snapshot ->> 'tone' ORDER BY version) AS tones FROM pitch_versions WHERE pitch_id = ${pitchId}`)).toEqual({ tones: ['Wet', 'Dry'] });
  });

  it('looks at the pitch when it is told that it moved', async () => {
    await join(owner);
    await db.query(sql`UPDATE pitches SET version = version + 1, tone = 'Wet' WHERE id = ${pitchId}`);
    await roomOf(pitchId).moved(2);
    expect(await patch(owner, 'tone', 2, 'Wetter')).toMatchObject({ status: 'accepted', version: 3 });
  });

  it('gives words back to whoever wrote them when the pitch takes them no more', async () => {
    await join(editor);
    await patch(editor, 'logline', 1, '');
    await patch(editor, 'tone', 1, 'Dry');
    await db.query(sql`UPDATE pitches SET version = version + 1, status = 'published', published_at = now() WHERE id = ${pitchId}`);
    expect(await roomOf(pitchId).settle()).not.toBeNull();
    expect(await pitch()).toMatchObject({ tone: 'Dry', logline: text });
    expect(await join(editor)).toMatchObject({ fields: { logline: { value: text } }, parked: [{ field: 'logline', value: '', why: 'A published pitch has a logline.' }] });
    expect((await join(owner)).parked).toEqual([]);
    await patch(editor, 'logline', 3, `${text} Slowly.`);
    expect((await join(editor)).parked).toEqual([]);
  });

  it('forgets a pitch that is gone', async () => {
    await join(owner);
    await patch(owner, 'tone', 1, 'Dry');
    await db.query(sql`DELETE FROM pitches WHERE id = ${pitchId}`);
    expect(await roomOf(pitchId).settle()).not.toBeNull();
    expect(await roomOf(pitchId).say(owner, { type: 'patch', id: newId(), room: `draft:${pitchId}`, patches: [{ field: 'tone', base: 2, value: 'Wet' }] })).toMatchObject({ ok: false, code: 'not_found' });
    expect(await roomOf(pitchId).join(owner)).toMatchObject({ ok: false, code: 'not_found' });
  });

  it('is the same room after a hundred evictions', async () => {
    await join(owner);
    let version = 1;
    const told: number[] = [];
    for (let n = 1; n <= 100; n += 1) {
      const result = await patch(n % 2 === 0 ? owner : editor, 'tone', version, `Wake ${n}`);
      expect(result).toMatchObject({ status: 'accepted' });
      version = (result as { version: number }).version;
      told.push(version);
      if (n % 25 === 0) expect(await roomOf(pitchId).settle()).not.toBeNull();
      await evictDurableObject(stubOf(pitchId));
    }
    expect(told).toEqual(Array.from({ length: 100 }, (_, at) => at + 2));
    expect(await pitch()).toMatchObject({ tone: 'Wake 100' });
    expect((await join(owner)).fields.tone).toEqual({ version: 101, value: 'Wake 100' });
  }, 60_000);
});

/** A statement whose names cannot be parameters. */
const runSql = (statement: string): Promise<unknown> => db.query(sql([statement] as unknown as TemplateStringsArray));
