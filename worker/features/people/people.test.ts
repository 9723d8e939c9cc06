import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch } from '../../testing/cast.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { type Person as Someone, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { Person } from './schema.ts';

let app: TestApp;
let maren: Someone;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  maren = await signUp(app, { portal: 'creator', name: 'Maren Oyelaran', companyName: 'Low Door' });
});
afterAll(() => app.close());

describe('GET /api/users/:handle', () => {
  it('shows a person with what is published, and nothing private', async () => {
    app.clock.advance(10);
    await publishedPitch(app, maren, { title: 'Salt Year' });
    app.clock.advance(10);
    await publishedPitch(app, maren, { title: 'Glasshouse' });
    await createPitch(app, maren, { title: 'A secret draft' });
    const before = app.roundTrips();
    const response = await app.request(`/api/users/${maren.handle}`);
    expect(app.roundTrips() - before).toBe(1);
    const text = await response.text();
    const person = Person.strict().parse(JSON.parse(text));
    expect(person).toMatchObject({ id: maren.id, handle: maren.handle, name: 'Maren Oyelaran', portal: 'creator', companyName: 'Low Door' });
    expect(person.pitches.map(({ title }) => title)).toEqual(['Glasshouse', 'Salt Year']);
    for (const hidden of [maren.email, 'secret draft']) expect(text).not.toContain(hidden);
    const warm = await app.request(`/api/users/${maren.handle.toUpperCase()}`);
    expect(app.roundTrips() - before).toBe(1);
    expect(await warm.text()).toBe(text);
    expect((await app.request(`/api/users/${maren.handle}`, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } })).status).toBe(304);
  });

  it('follows what is withdrawn', async () => {
    const { id } = await publishedPitch(app, maren, { title: 'Marrow' });
    expect(await (await app.request(`/api/users/${maren.handle}`)).text()).toContain('Marrow');
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: maren.cookie });
    expect(await (await app.request(`/api/users/${maren.handle}`)).text()).not.toContain('Marrow');
  });

  it('shows a changed profile at once, whether or not anything is published', async () => {
    const person = await signUp(app, { portal: 'investor', name: 'Vera Quist' });
    const read = async () => Person.parse(await (await app.request(`/api/users/${person.handle}`)).json());
    for (const patch of [{ bio: 'Money for small films.' }, { headline: 'Patient money' }, { companyName: 'Quist & Daughters' }, { location: 'Malmö' }]) {
      await read();
      expect((await app.request('/api/me', { method: 'PATCH', body: patch, cookie: person.cookie })).status).toBe(200);
      expect(await read()).toMatchObject(patch);
    }
  });

  it('is hidden from both sides of a block, in a warm cache as in a cold one, and from nobody else', async () => {
    const [one, other] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
    const handleOf = async (person: { cookie: string }) => (await (await app.request('/api/me', { cookie: person.cookie })).json() as { handle: string }).handle;
    const statuses = async () => [
      (await app.request(`/api/users/${await handleOf(one)}`, { cookie: other.cookie })).status, (await app.request(`/api/users/${await handleOf(other)}`, { cookie: one.cookie })).status,
      (await app.request(`/api/users/${await handleOf(one)}`, { cookie: maren.cookie })).status, (await app.request(`/api/users/${await handleOf(one)}`)).status,
    ];
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await app.request(`/api/users/${other.id}/block`, { method: 'PUT', cookie: one.cookie });
    expect(await statuses()).toEqual([404, 404, 200, 200]);
    await app.request(`/api/users/${other.id}/block`, { method: 'DELETE', cookie: one.cookie });
    expect(await statuses()).toEqual([200, 200, 200, 200]);
  });

  it('answers 404 for nobody, for an unverified account and for an operator', async () => {
    for (const [portal, verified] of [['creator', false], ['admin', true]] as const) {
      const id = app.services.newId();
      await app.db.batch([
        sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${id}, ${`${portal}@x.test`}, 'X', ${verified}, ${portal})`,
        sql`INSERT INTO profiles (user_id, handle) VALUES (${id}, ${`hidden-${portal}`})`,
      ]);
    }
    for (const handle of ['nobody', 'hidden-creator', 'hidden-admin', "x' OR 1=1", '%00', 'x'.repeat(100)]) expect((await app.request(`/api/users/${encodeURIComponent(handle)}`)).status, handle).toBe(404);
  });
});

describe('credits', () => {
  const credit = { title: 'The Long Tide', year: 2019, role: 'Writer', note: 'Feature' };
  const put = (items: unknown, cookie = maren.cookie) => app.request('/api/me/credits', { method: 'PUT', body: { items }, cookie });
  const shown = async () => Person.parse(await (await app.request(`/api/users/${maren.handle}`)).json()).credits;

  it('are written as a whole by their person, in their order, and show at once', async () => {
    expect(await shown()).toEqual([]);
    const items = [credit, { title: 'Untitled', year: null, role: '  Script\u200B editor ', note: '' }];
    expect(await (await put(items)).json()).toEqual({ items: [credit, { ...items[1], role: 'Script editor' }] });
    expect((await shown()).map(({ title }) => title)).toEqual(['The Long Tide', 'Untitled']);
    await put([items[1], credit]);
    expect((await shown()).map(({ title }) => title)).toEqual(['Untitled', 'The Long Tide']);
    await put([]);
    expect(await shown()).toEqual([]);
    expect(await (await app.request('/api/me/credits', { cookie: maren.cookie })).json()).toEqual({ items: [] });
  });

  it('name the wrong field, and are nobody else\u2019s', async () => {
    const refused = await put([credit, { ...credit, year: 12 }]);
    expect([refused.status, Object.keys((await refused.json() as { error: { fields: object } }).error.fields)]).toEqual([400, ['items.1.year']]);
    expect((await put([{ ...credit, title: '' }])).status).toBe(400);
    expect((await put(Array.from({ length: 61 }, () => credit))).status).toBe(400);
    expect((await put([{ ...credit, userId: maren.id }])).status).toBe(400);
    expect((await app.request('/api/me/credits', { method: 'PUT', body: { items: [] } })).status).toBe(401);
    expect(await shown()).toEqual([]);
  });
});

describe('response time', () => {
  const HOUR = 3_600_000;

  it('is measured from requests of the last year that were answered or are overdue, and is told from five on', async () => {
    const [person, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
    const [owner, asking] = [person.cookie, signer.cookie];
    const { handle } = await (await app.request('/api/me', { cookie: owner })).json() as { handle: string };
    const request = async (): Promise<string> => {
      const { id: pitchId } = await castPitch(app, person);
      const response = await app.request('/api/ndas/request', { body: { pitchId }, cookie: asking });
      expect(response.status, await response.clone().text()).toBe(201);
      return (await response.json() as { id: string }).id;
    };
    const answered = async (hours: number) => {
      const id = await request();
      app.clock.advance(hours * HOUR);
      expect((await app.request(`/api/ndas/${id}/reject`, { body: { reason: 'Not now.' }, cookie: owner })).status).toBe(200);
    };
    const answers = async () => {
      await app.services.epochs.bump('market');
      return Person.parse(await (await app.request(`/api/users/${handle}`)).json()).answers;
    };
    expect(await answers()).toEqual({ requests: 0, answered: 0, medianHours: null });
    for (const hours of [2, 6, 30]) await answered(hours);
    // Taken back before it was answered; and one that is still young.
    expect((await app.request(`/api/ndas/${await request()}/withdraw`, { method: 'POST', body: {}, cookie: asking })).status).toBe(200);
    await request();
    expect(await answers()).toEqual({ requests: 3, answered: 3, medianHours: null });
    await answered(10);
    expect(await answers()).toEqual({ requests: 4, answered: 4, medianHours: null });
    app.clock.advance(15 * 24 * HOUR);
    expect(await answers()).toEqual({ requests: 5, answered: 4, medianHours: 8 });
    app.clock.advance(365 * 24 * HOUR);
    expect(await answers()).toEqual({ requests: 0, answered: 0, medianHours: null });
  });
});
