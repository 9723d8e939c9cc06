import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchMineList, PitchOwner } from './schema.ts';
import type { Move } from './states.ts';

let app: TestApp;
let creator: Person;
let rival: Person;
let investor: Person;
let studio: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor, studio] = await Promise.all([
    signUp(app, { portal: 'creator' }), signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' }), signUp(app, { portal: 'production' }),
  ]);
});
afterAll(() => app.close());

const move = (id: string, name: Move) => app.request(`/api/pitches/${id}/${name}`, { method: 'POST', cookie: creator.cookie });
const statusOf = async (id: string) => (await app.db.query(sql`SELECT status FROM pitches WHERE id = ${id}`)).rows[0]?.status;

describe('publish', () => {
  it('says what is missing, and publishes nothing', async () => {
    const { id } = await createPitch(app, creator, { synopsis: 'Too short.', stage: null, budgetBand: null });
    const response = await move(id, 'publish');
    expect(response.status).toBe(409);
    const error = await errorOf(response);
    expect(error.code).toBe('incomplete');
    expect(Object.keys(error.fields ?? {}).sort()).toEqual(['budgetBand', 'stage', 'synopsis']);
    expect(await statusOf(id)).toBe('draft');
  });

  it('counts characters, not halves of them', async () => {
    const short = await createPitch(app, creator, { synopsis: '\u{1F3AC}'.repeat(99) });
    expect(Object.keys((await errorOf(await move(short.id, 'publish'))).fields ?? {})).toEqual(['synopsis']);
    const enough = await createPitch(app, creator, { synopsis: '\u{1F3AC}'.repeat(100) });
    expect((await move(enough.id, 'publish')).status).toBe(200);
  });

  it('needs no poster, keeps the first date, and teaches the search its words', async () => {
    const first = await publishedPitch(app, creator, { title: 'Vandersloot Wrackline' });
    expect(first).toMatchObject({ status: 'published', version: 1, completeness: { missing: expect.arrayContaining([expect.objectContaining({ field: 'poster' })]) as unknown } });
    app.clock.advance(86_400_000);
    expect((await move(first.id, 'unpublish')).status).toBe(200);
    expect((await (await move(first.id, 'publish')).json() as PitchOwner).publishedAt).toBe(first.publishedAt);
    expect((await app.db.query(sql`SELECT word, lexeme FROM search_lexemes WHERE word IN ('vandersloot', 'wrackline', 'the') ORDER BY word`)).rows)
      .toEqual([{ word: 'vandersloot', lexeme: 'vandersloot' }, { word: 'wrackline', lexeme: 'wracklin' }]);
  });
});

describe('the way of a pitch', () => {
  it.each([
    ['draft', ['publish', 'archive']],
    ['published', ['publish', 'unpublish', 'archive']],
    ['unpublished', ['publish', 'unpublish', 'archive']],
    ['archived', ['archive', 'restore']],
  ] as const)('from %s goes only by %j', async (from, allowed) => {
    for (const name of ['publish', 'unpublish', 'archive', 'restore'] as const) {
      const { id } = from === 'draft' ? await createPitch(app, creator) : await publishedPitch(app, creator);
      if (from === 'unpublished') await move(id, 'unpublish');
      if (from === 'archived') await move(id, 'archive');
      const response = await move(id, name);
      // Restoring what was never archived is where it would end already.
      const settled = name === 'restore' && (from === 'draft' || from === 'unpublished');
      expect(response.status, `${name} from ${from}`).toBe((allowed as readonly string[]).includes(name) || settled ? 200 : 409);
      if (response.status === 409) {
        expect((await errorOf(response)).code).toBe('illegal_transition');
        expect(await statusOf(id)).toBe(from);
      }
    }
  });

  it('takes what is unpublished or archived from every reader at once, and gives it back', async () => {
    const { id } = await publishedPitch(app, creator);
    const seen = async () => (await app.request(`/api/pitches/${id}`)).status;
    expect(await seen()).toBe(200);
    await move(id, 'unpublish');
    expect(await seen()).toBe(404);
    await move(id, 'publish');
    expect(await seen()).toBe(200);
    await move(id, 'archive');
    expect(await seen()).toBe(404);
    expect(await (await move(id, 'restore')).json()).toMatchObject({ status: 'unpublished' });
  });
});

describe('DELETE /api/pitches/:id', () => {
  it('removes it for good, with what belongs to it', async () => {
    const { id } = await publishedPitch(app, creator, { team: [{ name: 'x', role: 'y', status: 'signed' }], protected: { contactDetails: 'x' } });
    await app.request(`/api/pitches/${id}`);
    const response = await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: creator.cookie });
    expect([response.status, await response.text()]).toEqual([204, '']);
    for (const cookie of [undefined, creator.cookie]) expect((await app.request(`/api/pitches/${id}`, { cookie })).status).toBe(404);
    expect((await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: creator.cookie })).status).toBe(404);
    expect((await app.db.query(sql`SELECT (SELECT count(*)::int FROM pitch_protected WHERE pitch_id = ${id}) + (SELECT count(*)::int FROM pitch_team WHERE pitch_id = ${id}) AS n`)).rows).toEqual([{ n: 0 }]);
  });
});

describe('GET /api/pitches/mine', () => {
  it('lists every status, last changed first, page by page, with completeness and counts', async () => {
    const owner = await signUp(app, { portal: 'creator' });
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      app.clock.advance(10);
      made.unshift((index % 2 === 0 ? await createPitch(app, owner, { stage: null }) : await publishedPitch(app, owner)).id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null; page += 1) {
      expect(page).toBeLessThan(4);
      const before = app.roundTrips();
      const list = await (await app.request(`/api/pitches/mine?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, { cookie: owner.cookie })).json() as PitchMineList;
      expect(app.roundTrips() - before).toBe(1);
      expect(list.counts).toEqual({ draft: 3, published: 2, unpublished: 0, archived: 0 });
      seen.push(...list.items.map((item) => item.id));
      cursor = list.nextCursor;
    }
    expect(seen).toEqual(made);
    const drafts = await (await app.request('/api/pitches/mine?status=draft', { cookie: owner.cookie })).json() as PitchMineList;
    expect(drafts.items).toHaveLength(3);
    expect(drafts.items[0]).toMatchObject({ status: 'draft', version: 1, completeness: { publishable: false, total: 19, missing: expect.arrayContaining([expect.objectContaining({ field: 'stage', required: true, why: expect.any(String) as string })]) as unknown } });
  });

  it('refuses a forged cursor and one of somebody else, and an unknown parameter', async () => {
    await createPitch(app, rival);
    await createPitch(app, rival);
    const { nextCursor } = await (await app.request('/api/pitches/mine?limit=1', { cookie: rival.cookie })).json() as PitchMineList;
    expect((await app.request(`/api/pitches/mine?limit=1&cursor=${encodeURIComponent(nextCursor ?? '')}`, { cookie: rival.cookie })).status).toBe(200);
    for (const query of [`cursor=${encodeURIComponent(nextCursor ?? '')}`, 'cursor=abc', 'cursor=eyJhIjoxfQ.AAAAAAAAAAAAAAAAAAAAAA', 'limit=0', 'limit=51', 'limit=1e1', 'status=deleted', 'owner=x']) {
      expect((await app.request(`/api/pitches/mine?${query}`, { cookie: creator.cookie })).status, query).toBe(400);
    }
  });
});

describe('access', () => {
  it('lets nobody but the owner change a pitch', async () => {
    const { id, version } = await publishedPitch(app, creator);
    const at = (path: string, method: string, body?: unknown) => ({ method, path: `/api/pitches/${id}${path}`, body });
    await expectRefused(app, [
      at('', 'PATCH', { title: 'Stolen' }), at('', 'DELETE'), at('/publish', 'POST'), at('/unpublish', 'POST'), at('/archive', 'POST'), at('/restore', 'POST'),
      at('/access', 'GET'), at('/access', 'PUT', { fields: { contactDetails: 'public' } }),
    ], { wrongPortal: [investor], wrongOwner: [rival, studio] });
    expect(await (await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).json()).toMatchObject({ version, status: 'published' });
    expect((await app.request('/api/pitches/mine')).status).toBe(401);
    expect((await app.request('/api/pitches/mine', { cookie: investor.cookie })).status).toBe(403);
  });
});
