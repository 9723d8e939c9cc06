// The list, what is read on another device, preferences and browsers, over HTTP; and that each fact of the market is told to whom it concerns.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { readStream } from '../../platform/live/streams.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { errorOf, publishedPitch } from '../../testing/factories.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createBrowser } from '../../testing/push-browser.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { deliverNotice } from './tell.ts';
import { tellFollowers } from './jobs.ts';
import { NotificationList, type NoticeKind, Preferences } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let reader: CastMember;
const used = () => ({ services: app.services, settings: settingsOf(app.env) });

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, reader] = await Promise.all([castPerson(app, 'creator', { name: 'Ines Okafor' }), castPerson(app, 'investor', { name: 'Noor Aldous' })]);
});
afterAll(() => app.close());

const call = async (person: CastMember, path: string, method = 'GET', body?: unknown) => app.request(`/api/notifications${path}`, { method, cookie: person.cookie, ...(body !== undefined && { body }) });
const list = async (person: CastMember, query = ''): Promise<NotificationList> => NotificationList.parse(await (await call(person, query)).json());
const tell = (person: CastMember, kind: NoticeKind, subject = app.services.newId()) => {
  app.clock.advance(5);
  return deliverNotice(used(), app.services.newId(), { kind, to: [person.id], by: (person === owner ? reader : owner).id, subject, data: { project: 'Salt Year', slug: 'salt-year' } });
};

describe('the list', () => {
  it('is newest first, grouped, paged, and one\u2019s own', async () => {
    const person = await castPerson(app, 'creator');
    const pitch = app.services.newId();
    for (let n = 0; n < 5; n += 1) await tell(person, 'nda-requested');
    for (let n = 0; n < 3; n += 1) await tell(person, 'comment', pitch);
    const first = await list(person, '?limit=4');
    expect(first).toMatchObject({ unread: 6, items: [{ kind: 'comment', count: 3, title: '3 comments on “Salt Year”', link: '/pitches/salt-year#comments' }, { kind: 'nda-requested' }, {}, {}] });
    const second = await list(person, `?limit=4&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([second.items.length, second.nextCursor]).toEqual([2, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
    expect((await list(reader)).items.some(({ id }) => first.items.some((item) => item.id === id))).toBe(false);
    const stolen = await call(reader, `?cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([stolen.status, (await errorOf(stolen)).code]).toEqual([400, 'bad_request']);
  });

  it('read here is read everywhere, once; what comes after begins a new line', async () => {
    const person = await castPerson(app, 'creator');
    const pitch = app.services.newId();
    await tell(person, 'comment', pitch);
    await tell(person, 'comment', pitch);
    await tell(person, 'nda-requested');
    const [, comments] = (await list(person)).items;
    app.told.length = 0;
    for (let time = 0; time < 2; time += 1) expect((await call(person, `/${comments?.id}/read`, 'PUT')).status).toBe(204);
    expect(app.told.flatMap(({ userId, entries }) => entries.map(({ event }) => [userId, event]))).toMatchObject([[person.id, { kind: 'notification_read', ids: [comments?.id] }]]);
    expect(await list(person)).toMatchObject({ unread: 1, items: [{ readAt: null }, { count: 2, readAt: expect.any(String) }] });
    expect((await list(person, '?unread=true')).items.length).toBe(1);
    await tell(person, 'comment', pitch);
    expect((await list(person)).items.map(({ kind, count }) => [kind, count])).toEqual([['comment', 1], ['nda-requested', 1], ['comment', 2]]);
    for (let time = 0; time < 2; time += 1) expect((await call(person, '/read-all', 'PUT')).status).toBe(204);
    expect((await list(person)).unread).toBe(0);
    // What the socket said is what a poll reads: three lines and two readings, gapless.
    const { entries } = await readStream(app.db, person.id, 0);
    expect(entries.map(({ seq, event }) => [seq, event.kind])).toEqual([[1, 'notification'], [2, 'notification'], [3, 'notification'], [4, 'notification_read'], [5, 'notification'], [6, 'notification_read']]);
  });

  it('is for nobody else', async () => {
    await tell(owner, 'nda-requested');
    const [mine] = (await list(owner)).items;
    await expectRefused(app, [{ method: 'PUT', path: `/api/notifications/${mine?.id}/read` }], { wrongOwner: [reader as never] });
    for (const [path, method] of [['', 'GET'], ['/read-all', 'PUT'], ['/preferences', 'GET'], ['/push-key', 'GET']] as const) expect((await app.request(`/api/notifications${path}`, { method })).status).toBe(401);
    expect((await call(owner, '/not-an-id/read', 'PUT')).status).toBe(404);
  });
});

describe('preferences', () => {
  it('begin with the catalogue, change by part, and concern one\u2019s portal', async () => {
    const person = await castPerson(app, 'investor');
    const start = Preferences.parse(await (await call(person, '/preferences')).json());
    expect(start).toMatchObject({ timeZone: 'UTC', quietHours: null, weeklyCap: 20, mailsThisWeek: 0, digest: { frequency: 'daily', hour: 8 }, devices: [] });
    expect(start.kinds.some(({ kind }) => kind === 'nda-requested')).toBe(false);
    const off = { inApp: true, mail: 'off', push: false } as const;
    const changed = Preferences.parse(await (await call(person, '/preferences', 'PUT', { timeZone: 'Europe/Lisbon', quietHours: { from: '22:30', to: '06:15' }, weeklyCap: 5, kinds: { message: off, 'nda-signed': off } })).json());
    expect(changed).toMatchObject({ timeZone: 'Europe/Lisbon', quietHours: { from: '22:30', to: '06:15' }, weeklyCap: 5, digest: { frequency: 'daily', hour: 8 } });
    expect(changed.kinds.find(({ kind }) => kind === 'message')?.channels).toEqual(off);
    expect(changed.kinds.find(({ kind }) => kind === 'nda-signed')?.channels).toMatchObject({ mail: 'now' });
    expect(Preferences.parse(await (await call(person, '/preferences', 'PUT', { quietHours: null })).json())).toMatchObject({ quietHours: null, weeklyCap: 5 });
  });

  it('refuse what does not fit, and change nothing', async () => {
    for (const body of [{ timeZone: 'Mars/Olympus' }, { quietHours: { from: '24:00', to: '07:00' } }, { quietHours: { from: '07:00', to: '07:00' } }, { weeklyCap: -1 }, { weeklyCap: 1e9 }, { digest: { frequency: 'hourly', hour: 8 } }, { kinds: { gossip: { inApp: true, mail: 'now', push: true } } }, { kinds: { message: { inApp: true, mail: 'sometimes', push: true } } }, { userId: reader.id }]) {
      expect([body, (await call(owner, '/preferences', 'PUT', body)).status]).toEqual([body, 400]);
    }
    expect(await (await call(owner, '/preferences')).json()).toMatchObject({ timeZone: 'UTC', weeklyCap: 20 });
  });
});

describe('browsers', () => {
  const body = (endpoint: string) => { const { p256dh, auth } = createBrowser(endpoint).subscription; return { endpoint, expirationTime: null, keys: { p256dh, auth } }; };

  it('are added and taken back by their person; only push services are believed (case 69)', async () => {
    const person = await castPerson(app, 'creator');
    const endpoint = 'https://fcm.googleapis.com/fcm/send/one';
    for (let time = 0; time < 2; time += 1) expect((await call(person, '/push-subscriptions', 'POST', body(endpoint))).status).toBe(201);
    expect(Preferences.parse(await (await call(person, '/preferences')).json()).devices.length).toBe(1);
    for (const bad of ['https://127.0.0.1/x', 'https://169.254.169.254/x', 'http://fcm.googleapis.com/x', 'https://fcm.googleapis.com@evil.example/x', 'file:///etc/passwd']) expect([bad, (await call(person, '/push-subscriptions', 'POST', body(bad))).status]).toEqual([bad, 400]);
    expect((await call(person, '/push-subscriptions', 'POST', { ...body(endpoint), keys: { p256dh: 'short', auth: 'short' } })).status).toBe(400);
    expect((await call(reader, '/push-subscriptions', 'DELETE', { endpoint })).status).toBe(204);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM push_subscriptions WHERE user_id = ${person.id}`)).toBe(1);
    expect((await call(person, '/push-subscriptions', 'DELETE', { endpoint })).status).toBe(204);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM push_subscriptions WHERE user_id = ${person.id}`)).toBe(0);
    expect(await (await call(person, '/push-key')).json()).toEqual({ key: null });

    // Whoever signs out is not spoken to on that device any more.
    expect((await call(person, '/push-subscriptions', 'POST', body(endpoint))).status).toBe(201);
    expect((await app.request('/api/auth/sign-out', { method: 'POST', cookie: person.cookie })).status).toBe(204);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM push_subscriptions WHERE user_id = ${person.id}`)).toBe(0);
  });
});

describe('facts', () => {
  const news = async (person: CastMember) => { await deliverNotices(app); return (await list(person, '?unread=true')).items.map(({ kind, title, link }) => ({ kind, title, link })); };
  const post = async (path: string, person: CastMember, body: unknown, status: number) => {
    const response = await app.request(path, { body, cookie: person.cookie });
    expect(response.status, await response.clone().text()).toBe(status);
    return response.json() as Promise<{ id: string }>;
  };

  it('comments and answers reach the owner and who is answered, and nobody of their own', async () => {
    const [maker, one, two] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'investor', { name: 'One' }), castPerson(app, 'investor', { name: 'Two' })]);
    const pitch = await publishedPitch(app, maker, { title: 'Kestrel' });
    const link = `/pitches/${pitch.slug}#comments`;
    const comment = await post(`/api/pitches/${pitch.id}/comments`, one, { body: 'A fine one.' }, 201);
    expect([await news(maker), await news(one)]).toEqual([[{ kind: 'comment', title: 'One commented on “Kestrel”', link }], []]);
    await call(maker, '/read-all', 'PUT');
    await post(`/api/pitches/${pitch.id}/comments`, two, { body: 'It is.', parentId: comment.id }, 201);
    expect([await news(maker), await news(one), await news(two)]).toEqual([[{ kind: 'comment', title: 'Two commented on “Kestrel”', link }], [{ kind: 'reply', title: 'Two answered your comment on “Kestrel”', link }], []]);
    await call(maker, '/read-all', 'PUT');
    await post(`/api/pitches/${pitch.id}/comments`, maker, { body: 'Thank you.' }, 201);
    expect(await news(maker)).toEqual([]);
  });

  it('following is news once; what the followed publishes is news to followers, once a pitch', async () => {
    const [maker, fan] = await Promise.all([castPerson(app, 'creator', { name: 'Maker' }), castPerson(app, 'investor', { name: 'Fan' })]);
    for (let time = 0; time < 2; time += 1) expect((await app.request(`/api/users/${maker.id}/follow`, { method: 'PUT', cookie: fan.cookie })).status).toBe(204);
    expect(await news(maker)).toMatchObject([{ kind: 'follow', title: 'Fan follows you' }]);
    const { id, slug } = await publishedPitch(app, maker, { title: 'Glasshouse' });
    for (let time = 0; time < 2; time += 1) await tellFollowers(used(), id);
    expect(await news(fan)).toEqual([{ kind: 'published', title: 'Maker published “Glasshouse”', link: `/pitches/${slug}` }]);
    // The digest is the default for both: no mail left.
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM outbox WHERE topic LIKE 'mail.%' AND payload ->> 'to' = ANY(${[maker.email, fan.email]}::text[])`)).toBe(0);
  });

  it('an agreement\u2019s moves reach the side that has to know', async () => {
    const [maker, asker] = await Promise.all([castPerson(app, 'creator', { name: 'Maker' }), castPerson(app, 'investor', { name: 'Asker' })]);
    const pitch = await castPitch(app, maker, { title: 'Marrow' });
    const nda = await post('/api/ndas/request', asker, { pitchId: pitch.id }, 201);
    expect([await news(maker), await news(asker)]).toEqual([[{ kind: 'nda-requested', title: 'Asker asks to read “Marrow”', link: `/ndas/${nda.id}` }], []]);
    await post(`/api/ndas/${nda.id}/approve`, maker, {}, 200);
    expect(await news(asker)).toMatchObject([{ kind: 'nda-approved', title: 'Maker approved: sign to read “Marrow”' }]);
  });

  it('what operators decide reaches whom it concerns', async () => {
    const [maker, reporter, operator] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'investor'), castPerson(app, 'admin')]);
    await app.db.query(sql`INSERT INTO user_roles (user_id, role_id) VALUES (${operator.id}, 'admin')`);
    const pitch = await publishedPitch(app, maker, { title: 'Paper Lions' });
    expect((await app.request('/api/reports', { body: { subject: { kind: 'pitch', id: pitch.id }, reason: 'spam', note: '' }, cookie: reporter.cookie })).status).toBe(202);
    const report = await scalar(app.db, z.string(), sql`SELECT id FROM reports WHERE reporter_id = ${reporter.id}`);
    await post(`/api/reports/${report}/decision`, operator, { decision: 'upheld', resolution: 'It is.' }, 200);
    expect(await news(reporter)).toMatchObject([{ kind: 'report-decided', title: 'Your report was upheld' }]);
    await post(`/api/pitches/${pitch.id}/takedown`, operator, { reason: 'Spam, as reported.' }, 200);
    expect(await news(maker)).toMatchObject([{ kind: 'pitch-taken-down', link: `/creator/pitches/${pitch.id}/edit` }]);
  });
});
