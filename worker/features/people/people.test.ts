import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
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
