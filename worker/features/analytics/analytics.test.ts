import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { consumeBatch } from '../../platform/events/consume.ts';
import { dayOf } from '../../platform/events/days.ts';
import { type CastMember, castPerson, castPitch } from '../../testing/cast.ts';
import { errorOf } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { counting } from '../counting/jobs.ts';
import { OwnAnalytics, PitchAnalytics } from './schema.ts';

const DAY_MS = 86_400_000;
let app: TestApp;
let owner: CastMember;
let other: CastMember;
let investor: CastMember;
let company: CastMember;
let pitch: { id: string; title: string };

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, other, investor, company] = [await castPerson(app, 'creator'), await castPerson(app, 'production'), await castPerson(app, 'investor'), await castPerson(app, 'production')];
  pitch = await castPitch(app, owner);
});
afterAll(() => app.close());

async function count(): Promise<void> {
  await consumeBatch(JSON.parse(JSON.stringify({ id: app.services.newId(), events: app.events.splice(0) })), { db: app.db, counters: [counting], newId: app.services.newId, now: app.clock.now() });
}
const visit = (cookie: string, body: unknown = {}) => app.request(`/api/pitches/${pitch.id}/views`, { body, cookie });
const read = async (days?: number) =>
  PitchAnalytics.parse(await (await app.request(`/api/pitches/${pitch.id}/analytics${days === undefined ? '' : `?days=${days}`}`, { cookie: owner.cookie })).json());

describe('analytics of a pitch', () => {
  it('of an unseen one are zeros for every day', async () => {
    const { totals, days, sources, words, funnel, range } = await read(7);
    expect(totals).toEqual({ views: 0, viewsBefore: 0, reads: 0, likes: 0, watchers: 0, comments: 0, medianSeconds: null });
    expect(days).toHaveLength(7);
    expect(days.at(-1)?.day).toBe(dayOf(app.clock.now()));
    expect(range.from).toBe(days[0]?.day);
    expect([sources, words]).toEqual([[], []]);
    expect(funnel).toEqual({ viewed: 0, watched: 0, requested: 0 });
  });

  it('tell views by day, where from, who, by which words, and what came of it', async () => {
    const id = app.services.newId();
    await visit(investor.cookie, { source: 'search', search: { id, words: 'Ferry', hits: 4 } });
    await visit(investor.cookie, { seconds: 90, depth: 80 });
    await visit(company.cookie, { source: 'feed' });
    await visit(company.cookie, { seconds: 30, depth: 20 });
    await visit(owner.cookie);
    expect((await app.request(`/api/pitches/${pitch.id}/watch`, { method: 'PUT', cookie: investor.cookie })).status).toBe(204);
    const asked = await app.request('/api/ndas/request', { body: { pitchId: pitch.id }, cookie: investor.cookie });
    expect(asked.status, await asked.clone().text()).toBe(201);
    await count();
    await app.db.batch([sql`INSERT INTO pitch_stats_daily (pitch_id, day, views) VALUES (${pitch.id}, ${dayOf(app.clock.now() - 3 * DAY_MS)}, 5), (${pitch.id}, ${dayOf(app.clock.now() - 40 * DAY_MS)}, 11), (${pitch.id}, ${dayOf(app.clock.now() - 70 * DAY_MS)}, 100)`]);
    const { totals, days, sources, audiences, funnel, words } = await read();
    expect(totals).toEqual({ views: 7, viewsBefore: 11, reads: 1, likes: 0, watchers: 1, comments: 0, medianSeconds: 60 });
    expect(days).toHaveLength(30);
    expect(days.filter(({ views }) => views > 0)).toEqual([{ day: dayOf(app.clock.now() - 3 * DAY_MS), views: 5, reads: 0 }, { day: dayOf(app.clock.now()), views: 2, reads: 1 }]);
    expect(sources).toEqual([{ source: 'feed', views: 1 }, { source: 'search', views: 1 }]);
    expect(audiences).toEqual([{ audience: 'investor', views: 1 }, { audience: 'production', views: 1 }]);
    expect(funnel).toEqual({ viewed: 2, watched: 1, requested: 1 });
    expect(words).toEqual([{ words: 'ferry', clicks: 1 }]);
    expect((await read(90)).totals.views).toBe(118);
  });

  it('name nobody', async () => {
    const text = await (await app.request(`/api/pitches/${pitch.id}/analytics`, { cookie: owner.cookie })).text();
    for (const { id, name, email } of [investor, company]) for (const canary of [id, name, email]) expect(text).not.toContain(canary);
    expect(text).not.toMatch(/visitor"|CANARY/);
  });

  it('are for the owner', async () => {
    const path = `/api/pitches/${pitch.id}/analytics`;
    for (const [cookie, status] of [[undefined, 401], [investor.cookie, 403], [other.cookie, 404], [company.cookie, 404]] as const) {
      const response = await app.request(path, { cookie });
      expect(response.status).toBe(status);
      await errorOf(response);
    }
    expect((await app.request('/api/pitches/nonsense/analytics', { cookie: owner.cookie })).status).toBe(404);
    expect((await app.request(`${path}?days=8`, { cookie: owner.cookie })).status).toBe(400);
  });
});

describe('analytics of all own pitches', () => {
  it('sum them, best first, and nobody else’s', async () => {
    const second = await castPitch(app, owner);
    await app.db.query(sql`INSERT INTO pitch_stats_daily (pitch_id, day, views) VALUES (${second.id}, ${dayOf(app.clock.now() - DAY_MS)}, 20)`);
    const own = OwnAnalytics.parse(await (await app.request('/api/me/analytics', { cookie: owner.cookie })).json());
    expect(own).toMatchObject({ views: 27, viewsBefore: 11, pitches: [{ id: second.id, views: 20 }, { id: pitch.id, views: 7 }] });
    expect(own.days).toHaveLength(30);
    expect(OwnAnalytics.parse(await (await app.request('/api/me/analytics', { cookie: other.cookie })).json())).toMatchObject({ views: 0, pitches: [] });
    expect((await app.request('/api/me/analytics', { cookie: investor.cookie })).status).toBe(403);
  });

  it('are what the summary view of a pitch says', async () => {
    const { rows } = await app.db.query(sql`SELECT views, views_30d, views_before_30d, reads, watchers FROM pitch_analytics_summary WHERE pitch_id = ${pitch.id}`);
    expect(rows).toEqual([{ views: 2, views_30d: 7, views_before_30d: 11, reads: 1, watchers: 1 }]);
  });
});
