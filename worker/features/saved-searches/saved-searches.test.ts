import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { castPerson, type CastMember, newSession } from '../../testing/cast.ts';
import { errorOf, publishedPitch } from '../../testing/factories.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { createAlerter, listed, sendDigests } from './jobs.ts';
import { SavedSearch, SavedSearchList } from './schema.ts';
import { unsubscribeToken } from './actions.ts';

const DAY = 86_400_000;
let app: TestApp;
let owner: CastMember;
let [reader, other]: CastMember[] = [];
const used = () => ({ services: app.services });

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  owner = await castPerson(app, 'creator');
  [reader, other] = [await castPerson(app, 'investor', { name: 'Noor Aldous' }), await castPerson(app, 'production')];
});
afterAll(() => app.close());

const session = async (person: CastMember | undefined) => newSession(app, (person as CastMember).id);
async function save(person: CastMember | undefined, body: Record<string, unknown>): Promise<SavedSearch> {
  const response = await app.request('/api/saved-searches', { body: { name: 'Mine', filters: {}, ...body }, cookie: await session(person) });
  expect(response.status, await response.clone().text()).toBe(201);
  return SavedSearch.parse(await response.json());
}
const publish = async (pitch: Record<string, unknown> = {}) => {
  app.clock.advance(10);
  return publishedPitch(app, { cookie: await session(owner) }, pitch);
};
const Topic = z.object({ id: z.string(), payload: z.unknown() });
const topicRows = (topic: string) => rows(app.db, Topic, sql`SELECT id, payload FROM outbox WHERE topic = ${topic} ORDER BY id`);
const heard = new Set<string>();
/** Does what the queue does with publications: each once, or all again. */
async function runAlerts(again = false): Promise<void> {
  const due = (await topicRows('pitch.published')).filter(({ id }) => again || !heard.has(id));
  for (const { id } of due) heard.add(id);
  for (const { id, payload } of due) expect(await createAlerter(used())({ id, topic: 'pitch.published', payload, attempt: 1 })).toBeUndefined();
}
const Mail = z.object({ to: z.string(), name: z.string(), link: z.string(), search: z.string(), found: z.string(), unsubscribe: z.string(), origin: z.string() });
const mailsTo = async (person: CastMember | undefined) => {
  await deliverNotices(app);
  return (await topicRows('mail.search-alert')).map(({ payload }) => Mail.parse(payload)).filter(({ to }) => to === person?.email);
};
/** How many mails come of what is done in between. */
async function mailsOf(person: CastMember | undefined, work: () => Promise<unknown>) {
  const before = (await mailsTo(person)).length;
  await work();
  await runAlerts();
  return (await mailsTo(person)).slice(before);
}

describe('saved searches', () => {
  it('are kept, listed newest first, renamed and deleted by their person', async () => {
    const filters = { q: 'ferry', genre: ['drama', 'war'], format: ['feature'], stage: [], budgetBand: ['mid'], seeking: ['investment', 'equity'] };
    const first = await save(other, { name: '  Northern   dramas ', filters: { ...filters, seeking: ['equity', 'investment'] }, frequency: 'weekly' });
    expect(first).toMatchObject({ name: 'Northern dramas', frequency: 'weekly', filters: { ...filters, seeking: ['equity', 'investment'] } });
    app.clock.advance(5);
    const second = await save(other, { name: 'All' });
    const { items } = SavedSearchList.parse(await (await app.request('/api/saved-searches', { cookie: other?.cookie })).json());
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    const changed = await app.request(`/api/saved-searches/${first.id}`, { method: 'PATCH', body: { name: 'North', frequency: 'off' }, cookie: other?.cookie });
    expect(await changed.json()).toMatchObject({ name: 'North', frequency: 'off', filters: { q: 'ferry' } });
    for (const { id } of items) expect((await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: other?.cookie })).status).toBe(204);
    expect((await app.request(`/api/saved-searches/${first.id}`, { method: 'DELETE', cookie: other?.cookie })).status).toBe(404);
  });

  it('refuse what the market does not know, strangers, and the fifty-first', async () => {
    const { id } = await save(reader, { name: 'Own' });
    await expectRefused(app, [
      { method: 'PATCH', path: `/api/saved-searches/${id}`, body: { name: 'Theirs' } }, { method: 'DELETE', path: `/api/saved-searches/${id}` },
    ], { wrongOwner: [other as never] });
    for (const body of [{ name: '', filters: {} }, { name: 'x', filters: { budget: 'secret' } }, { name: 'x', filters: {}, frequency: 'hourly' }, { name: 'x' }]) {
      expect((await app.request('/api/saved-searches', { body, cookie: reader?.cookie })).status).toBe(400);
    }
    const many = await castPerson(app, 'investor');
    for (let index = 0; index < 50; index += 1) await save(many, { name: `Search ${index}` });
    expect((await errorOf(await app.request('/api/saved-searches', { body: { name: 'One more', filters: {} }, cookie: many.cookie }))).code).toBe('conflict');
    await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: reader?.cookie });
  });
});

describe('instant alerts', () => {
  it('tell of a pitch when it is published, once, with words as typed or as corrected', async () => {
    await publish({ title: 'Known Causeway' });
    const { id } = await save(reader, { name: 'Causeways', filters: { q: 'causewey', genre: ['survival'] }, frequency: 'instant' });
    const [mail, ...more] = await mailsOf(reader, async () => {
      const { id: pitchId } = await publish({ title: 'The Last Causeway' });
      await publish({ title: 'Another causeway', genres: ['noir'] });
      const cookie = await session(owner);
      for (const move of ['unpublish', 'publish']) await app.request(`/api/pitches/${pitchId}/${move}`, { method: 'POST', cookie });
    });
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: reader?.email, name: 'Noor Aldous', search: 'Causeways', found: '\u201cThe Last Causeway\u201d' });
    expect(mail?.link).toMatch(/^http:\/\/pitchey\.test\/pitches\/the-last-causeway/);
    expect(await mailsOf(reader, () => runAlerts(true))).toEqual([]);
    expect((await mailsOf(reader, () => publish({ title: 'A causewey, misspelt on purpose' }))).length).toBe(1);
    await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: await session(reader) });
  });

  it('are relayed on publication and never carry what has a gate', async () => {
    const search = await save(reader, { name: 'Everything', frequency: 'instant' });
    const relayed = app.relayed.length;
    const [mail] = await mailsOf(reader, () => publish({ title: 'Gated', protected: { budgetBreakdown: 'canary-budget' } }));
    await app.settle();
    expect(app.relayed.length).toBeGreaterThanOrEqual(relayed + 2);
    expect(mail?.found).toBe('\u201cGated\u201d');
    expect(JSON.stringify(await topicRows('pitch.published'))).not.toMatch(/canary|Gated/);
    await app.request(`/api/saved-searches/${search.id}`, { method: 'DELETE', cookie: await session(reader) });
  });

  it('leave out own pitches, people behind a block in either direction, and what was published while alerts were off', async () => {
    const own = await save(owner, { name: 'Own pitches', frequency: 'instant' });
    const mine = await save(reader, { name: 'Everything', frequency: 'instant' });
    expect(await mailsOf(owner, () => publish())).toEqual([]);
    for (const [blocker, blocked] of [[reader, owner], [owner, reader]] as [CastMember, CastMember][]) {
      await app.request(`/api/users/${blocked.id}/block`, { method: 'PUT', cookie: await session(blocker) });
      expect(await mailsOf(reader, () => publish())).toEqual([]);
      await app.request(`/api/users/${blocked.id}/block`, { method: 'DELETE', cookie: await session(blocker) });
    }
    const patch = async (frequency: string) => app.request(`/api/saved-searches/${mine.id}`, { method: 'PATCH', body: { frequency }, cookie: await session(reader) });
    await patch('off');
    expect(await mailsOf(reader, () => publish())).toEqual([]);
    app.clock.advance(10);
    await patch('instant');
    expect(await mailsOf(reader, async () => undefined)).toEqual([]);
    expect((await mailsOf(reader, () => publish())).length).toBe(1);
    for (const [person, id] of [[owner, own.id], [reader, mine.id]] as const) await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: await session(person) });
  });
});

describe('a suspended account', () => {
  it('hears of nothing', async () => {
    const gone = await castPerson(app, 'investor');
    await save(gone, { name: 'Everything', frequency: 'instant' });
    expect((await mailsOf(gone, () => publish())).length).toBe(1);
    await app.db.query(sql`INSERT INTO account_suspensions (id, user_id, reason, suspended_by, suspended_at) VALUES (${app.services.newId()}, ${gone.id}, 'Spam.', ${owner.id}, ${new Date(app.clock.now()).toISOString()})`);
    expect(await mailsOf(gone, () => publish())).toEqual([]);
    await app.db.query(sql`DELETE FROM saved_searches WHERE user_id = ${gone.id}`);
  });
});

describe('daily and weekly alerts', () => {
  it('come when their day has come, tell each pitch once, and say nothing when there is nothing', async () => {
    const daily = await save(reader, { name: 'Daily', filters: { genre: ['western'] }, frequency: 'daily' });
    const weekly = await save(other, { name: 'Weekly', filters: { genre: ['western'] }, frequency: 'weekly' });
    for (const title of ['Dust', 'Spur', 'Gulch', 'Mesa', 'Butte']) await publish({ title, genres: ['western'] });
    await publish({ title: 'Not a western' });
    const run = () => sendDigests(used());
    const before = [(await mailsTo(reader)).length, (await mailsTo(other)).length] as const;
    await run();
    expect((await mailsTo(reader)).length).toBe(before[0]);

    app.clock.advance(DAY);
    expect((await Promise.all([run(), run()])).reduce((sum, { mails }) => sum + mails, 0)).toBe(1);
    const [mail, ...more] = (await mailsTo(reader)).slice(before[0]);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ search: 'Daily', found: '\u201cButte\u201d, \u201cMesa\u201d, \u201cGulch\u201d and 2 more', link: 'http://pitchey.test/browse?genre=western&sort=newest' });

    app.clock.advance(DAY);
    expect(await run()).toMatchObject({ mails: 0 });
    app.clock.advance(5 * DAY);
    await publish({ title: 'Canyon', genres: ['western'] });
    expect(await run()).toMatchObject({ mails: 2 });
    expect((await mailsTo(reader)).at(-1)?.found).toBe('\u201cCanyon\u201d');
    expect((await mailsTo(other)).slice(before[1]).map(({ found }) => found)).toEqual(['\u201cCanyon\u201d, \u201cButte\u201d, \u201cMesa\u201d and 3 more']);
    for (const [person, id] of [[reader, daily.id], [other, weekly.id]] as const) await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: await session(person) });
  });

  it('are listed as people write', () => {
    const of = (...titles: string[]) => listed({ count: titles.length, pitches: titles.slice(0, 3).map((title) => ({ title, slug: title })) });
    expect([of('A'), of('A', 'B'), of('A', 'B', 'C', 'D')]).toEqual(['\u201cA\u201d', '\u201cA\u201d and \u201cB\u201d', '\u201cA\u201d, \u201cB\u201d, \u201cC\u201d and 1 more']);
  });
});

describe('one-click unsubscribe', () => {
  const address = (token: string) => `/api/unsubscribe?token=${encodeURIComponent(token)}`;

  it('works signed out, by a mail program\u2019s own form, and again', async () => {
    const { id } = await save(reader, { name: 'Everything', frequency: 'instant' });
    const [mail] = await mailsOf(reader, () => publish());
    const token = mail?.unsubscribe ?? '';
    const opened = await app.request(address(token));
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/unsubscribe?token=${encodeURIComponent(token)}`]);
    expect((await mailsOf(reader, () => publish())).length).toBe(1);
    for (let time = 0; time < 2; time += 1) {
      // No Origin, no cookie, a form: what RFC 8058 has a mail provider send.
      const response = await app.app.request(`https://pitchey.test${address(token)}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }, app.env);
      expect([response.status, await response.json()]).toEqual([200, { stopped: 'search', names: ['Everything'] }]);
    }
    expect(await mailsOf(reader, () => publish())).toEqual([]);
    expect(SavedSearchList.parse(await (await app.request('/api/saved-searches', { cookie: await session(reader) })).json()).items.find((item) => item.id === id)?.frequency).toBe('off');
    await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: await session(reader) });
    expect((await app.request(address(token), { method: 'POST' })).status).toBe(404);
  });

  it('takes no token but its own', async () => {
    const [mine, theirs] = [await save(reader, { name: 'Mine', frequency: 'daily' }), await save(other, { name: 'Theirs', frequency: 'daily' })];
    const token = unsubscribeToken(settingsOf(app.env), mine.id);
    for (const forged of [token.replace(mine.id, theirs.id), `${mine.id}.`, mine.id, `${token}x`, `${token}.x`, '']) expect((await app.request(address(forged), { method: 'POST' })).status).toBe(404);
    expect((await app.request('/api/unsubscribe', { method: 'POST' })).status).toBe(400);
    expect((await app.request(address(token), { method: 'POST', headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    for (const [person, { id }] of [[reader, mine], [other, theirs]] as const) await app.request(`/api/saved-searches/${id}`, { method: 'DELETE', cookie: await session(person) });
  });
});
