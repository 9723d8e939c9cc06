// The cards that are kept (migration pitch_cards__create) say what their sources say, whatever changes those, and only of what is published.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { uuidv7 } from '../../platform/ids.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { patient } from '../../testing/patient-db.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { budgetBands, formats, gates, genres, pitchStatuses, protectedFields, stages } from '../catalogue/lists.ts';
import { cardColumns, cardTables } from '../pitches/queries.ts';
import { PitchList } from './schema.ts';

let app: TestApp;
let people: Person[];
let pitches: string[];

const run = (statement: Sql) => app.db.query(statement);

/** Cards by id as they are kept, and as their sources say. */
async function both(): Promise<{ kept: unknown; said: unknown }> {
  const { rows: kept } = await run(sql`SELECT pitch_id, card FROM pitch_cards ORDER BY pitch_id`);
  const { rows: said } = await run(sql`SELECT ${cardColumns} FROM pitches p ${cardTables} WHERE p.status = 'published' ORDER BY p.id`);
  expect(kept.map(({ pitch_id }) => pitch_id)).toEqual(said.map(({ id }) => id));
  return { kept: kept.map(({ card }) => JSON.parse(card as string) as unknown), said: said.map(({ stats: _stats, ...card }) => card) };
}
async function agree(after: string): Promise<void> {
  const { kept, said } = await both();
  expect(kept, after).toEqual(said);
}

/** A small generator that gives the same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const values = (list: readonly { value: string }[]): string[] => list.map(({ value }) => value);

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  app.services.db = patient(app.services.db);
});
afterAll(() => app.close());

beforeEach(async () => {
  people = await Promise.all(['Maren Oyelaran', 'Idris Vale', 'Petra "P." O\'Lindemarsh'].map((name) => signUp(app, { portal: 'creator', name })));
  pitches = [];
  for (let at = 0; at < 6; at += 1) pitches.push((await (at % 3 === 2 ? createPitch : publishedPitch)(app, people[at % 3] as Person, {})).id);
});

describe('kept cards', () => {
  it('say what their sources say after any change of any of them', async () => {
    const below = numbers(57);
    const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
    const of = { gate: values(gates), format: values(formats), genre: values(genres), stage: values(stages), band: values(budgetBands), status: values(pitchStatuses), field: values(protectedFields) };
    let made = 0;
    const text = () => `Text ${++made} "quoted" \\ with \u00e9, \u{1F3AC}\nand a line`;
    const addFile = (id: string, kind: string, gate: string) => [
      sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key, width, height, blurhash, created_at)
          SELECT ${id}, p.owner_id, ${kind}, ${gate}, 'f', 'image/png', 9, repeat('0', 64), ${id}, ${below(2000) + 1}::int, 3, ${one([null, 'U9'])}, now() FROM pitches p WHERE p.id = ${one(pitches)}`,
      sql`INSERT INTO pitch_media (pitch_id, file_id, kind, created_at) SELECT ${one(pitches)}, f.id, ${kind}, now() FROM files f WHERE f.id = ${id} ON CONFLICT DO NOTHING`,
    ];
    const anyFile = (which = sql`true`) => sql`(SELECT m.file_id FROM pitch_media m WHERE ${which} ORDER BY m.file_id OFFSET ${below(3)}::int % greatest(1, (SELECT count(*) FROM pitch_media m WHERE ${which})) LIMIT 1)`;
    const document = sql`m.kind <> 'poster'`;
    const changes: Record<string, () => Sql[]> = {
      texts: () => [sql`UPDATE pitches SET title = ${text()}, logline = ${text()}, slug = ${`slug-${++made}`} WHERE id = ${one(pitches)}`],
      tags: () => [sql`UPDATE pitches SET format = ${one(of.format)}, genres = ${[one(of.genre)]}::text[], stage = ${one([null, ...of.stage])}, budget_band = ${one([null, ...of.band])} WHERE id = ${one(pitches)}`],
      status: () => [sql`UPDATE pitches SET status = ${one(of.status)}, published_at = coalesce(published_at, now()) WHERE id = ${one(pitches)}`],
      published: () => [sql`UPDATE pitches SET status = 'published', published_at = timestamptz '2026-01-01 00:00:00.9999+00' + ${below(9999)}::int * interval '0.1111 s' WHERE id = ${one(pitches)}`],
      owner: () => [sql`UPDATE pitches SET owner_id = ${(one(people)).id} WHERE id = ${one(pitches)}`],
      name: () => [sql`UPDATE users SET name = ${text()} WHERE id = ${one(people).id}`],
      handle: () => [sql`UPDATE profiles SET handle = ${`${one(['h', 'H'])}-${++made}`.toLowerCase()} WHERE user_id = ${one(people).id}`],
      protected: () => [sql`INSERT INTO pitch_protected (pitch_id, field, gate, body) VALUES (${one(pitches)}, ${one(of.field)}, ${one(of.gate)}, ${one(['', 'secret'])})
        ON CONFLICT (pitch_id, field) DO UPDATE SET gate = excluded.gate, body = excluded.body`],
      plan: () => [sql`INSERT INTO pitch_protected (pitch_id, field, gate, plan) VALUES (${one(pitches)}, 'financePlan', ${one(of.gate)}, ${one([null, '{"a":1}'])}::jsonb)
        ON CONFLICT (pitch_id, field) DO UPDATE SET gate = excluded.gate, plan = excluded.plan`],
      unprotected: () => [sql`DELETE FROM pitch_protected WHERE pitch_id = ${one(pitches)}`],
      poster: () => addFile(uuidv7(app.clock.now()), 'poster', 'public'),
      document: () => addFile(uuidv7(app.clock.now()), 'script', one(of.gate)),
      measured: () => [sql`UPDATE files SET width = ${below(999) + 1}::int, height = 7, blurhash = ${text()} WHERE id = ${anyFile()}`],
      gate: () => [sql`UPDATE files SET gate = ${one(of.gate)} WHERE id = ${anyFile(document)}`],
      moved: () => [sql`UPDATE pitch_media m SET pitch_id = ${one(pitches)} WHERE m.file_id = ${anyFile(document)}`],
      detached: () => [sql`DELETE FROM pitch_media WHERE file_id = ${anyFile()}`],
      file: () => [sql`DELETE FROM files WHERE id = ${anyFile()}`],
      counted: () => [sql`UPDATE pitch_stats SET views = views + 1 WHERE pitch_id = ${one(pitches)}`],
      copied: () => {
        const id = uuidv7(app.clock.now());
        pitches.push(id);
        return [sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${id}, ${one(people).id}, ${id}, ${one(['draft', 'published'])}, ${text()}, 'pilot', '{war}', now())`];
      },
      deleted: () => [sql`DELETE FROM pitches WHERE id = ${pitches.splice(below(pitches.length), 1)[0]}`],
      // Several sources in one transaction, and in one statement.
      together: () => [...(changes.texts as () => Sql[])(), ...(changes.name as () => Sql[])(), ...(changes.protected as () => Sql[])(),
        sql`WITH a AS (UPDATE pitches SET title = ${text()} WHERE id = ${one(pitches)}), b AS (UPDATE users SET name = ${text()} WHERE id = ${one(people).id}) UPDATE files SET height = ${below(99) + 1}::int WHERE id = ${anyFile()}`],
    };
    const names = Object.keys(changes).filter((name) => name !== 'deleted');
    const done = new Map<string, number>();
    for (let step = 0; step < 300; step += 1) {
      const name = pitches.length > 9 ? 'deleted' : step < names.length ? names[step] as string : one(names);
      const results = await app.db.batch((changes[name] as () => Sql[])());
      done.set(name, (done.get(name) ?? 0) + results.reduce((sum, { count }) => sum + count, 0));
      await agree(`${step}: ${name}`);
    }
    // Each of them did something.
    expect([...names, 'deleted'].filter((name) => (done.get(name) ?? 0) === 0)).toEqual([]);
    // A person who goes takes pitches, files and cards along.
    await run(sql`DELETE FROM users WHERE id = ${people[0]?.id}`);
    await agree('a person gone');
    expect((await run(sql`SELECT FROM pitch_cards WHERE card::json #>> '{creator,id}' = ${people[0]?.id}`)).count).toBe(0);
  }, 120_000);

  it('are there exactly while a pitch is published, and the list shows a rename at once', async () => {
    const [maren] = people as [Person, ...Person[]];
    const id = pitches[0] as string;
    const there = async () => (await run(sql`SELECT FROM pitch_cards WHERE pitch_id = ${id}`)).count;
    expect(await there()).toBe(1);
    await app.request('/api/me', { method: 'PATCH', body: { name: 'Maren Renamed' }, cookie: maren.cookie });
    const { items } = PitchList.parse(await (await app.request('/api/pitches?limit=50')).json());
    expect(items.find((item) => item.id === id)?.creator.name).toBe('Maren Renamed');
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: maren.cookie });
    expect(await there()).toBe(0);
    await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: maren.cookie });
    expect(await there()).toBe(1);
    await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: maren.cookie });
    expect(await there()).toBe(0);
  });

  it.each([
    ['an agreement and a title', (id: string) => sql`INSERT INTO pitch_protected (pitch_id, field, gate, body) VALUES (${id}, 'contactDetails', 'nda', 'x') ON CONFLICT (pitch_id, field) DO UPDATE SET gate = 'nda', body = 'x'`, (id: string) => sql`UPDATE pitches SET title = 'Second' WHERE id = ${id}`],
    ['a name and the end of a draft', (id: string) => sql`UPDATE users SET name = 'First' WHERE id = (SELECT owner_id FROM pitches WHERE id = ${id})`, (id: string) => sql`UPDATE pitches SET status = 'published', published_at = now() WHERE id = ${id}`],
    ['two gates', (id: string) => sql`UPDATE pitch_protected SET gate = 'nda', body = 'x' WHERE pitch_id = ${id} AND field = 'contactDetails'`, (id: string) => sql`UPDATE pitch_protected SET gate = 'member', body = 'y' WHERE pitch_id = ${id} AND field = 'budgetBreakdown'`],
  ] as const)('know both of two changes at once: %s', async (_, first, second) => {
    const id = pitches[2] as string;
    await run(sql`UPDATE pitches SET status = ${_.includes('draft') ? 'draft' : 'published'}, published_at = now() WHERE id = ${id}`);
    let later: Promise<unknown> = Promise.resolve();
    await app.services.db.transaction(async (tx) => {
      await tx.query(first(id));
      const begun = app.db.query(second(id));
      later = begun;
      // The second waits for the first, which holds the pitch; it is seen to wait before the first ends.
      await expect.poll(async () => (await app.db.query(sql`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`)).count, { timeout: 15_000 }).toBeGreaterThan(0);
    });
    await later;
    await agree('both');
  }, 30_000);
});
