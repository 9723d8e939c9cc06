import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedPitch } from '../../testing/factories.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { FollowList } from './schema.ts';

let app: TestApp;
let anna: Person;
let ben: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [anna, ben] = await Promise.all([signUp(app, { portal: 'investor', name: 'Anna' }), signUp(app, { portal: 'creator', name: 'Ben' })]);
});
afterAll(() => app.close());

const act = (method: 'PUT' | 'DELETE', what: 'follow' | 'block', actor: Person, other: { id: string }) => app.request(`/api/users/${other.id}/${what}`, { method, cookie: actor.cookie });
const names = async (side: 'following' | 'followers' | 'blocked', person: Person) => (await (await app.request(`/api/me/${side}`, { cookie: person.cookie })).json() as FollowList).items.map((item) => item.name);

it('following shows on both sides and is idempotent', async () => {
  expect((await act('PUT', 'follow', anna, ben)).status).toBe(204);
  expect((await act('PUT', 'follow', anna, ben)).status).toBe(204);
  expect(await names('following', anna)).toEqual(['Ben']);
  expect(await names('followers', ben)).toEqual(['Anna']);
  await act('DELETE', 'follow', anna, ben);
  expect(await names('following', anna)).toEqual([]);
});

it('a block ends following in both directions, and a blocked person looks at nobody', async () => {
  await act('PUT', 'follow', anna, ben);
  await act('PUT', 'follow', ben, anna);
  expect((await act('PUT', 'block', ben, anna)).status).toBe(204);
  expect(await names('following', anna)).toEqual([]);
  expect(await names('followers', anna)).toEqual([]);
  expect(await names('blocked', ben)).toEqual(['Anna']);
  expect((await act('PUT', 'follow', anna, ben)).status).toBe(404);
  expect((await act('PUT', 'follow', ben, anna)).status).toBe(404);
  await act('DELETE', 'block', ben, anna);
  expect((await act('PUT', 'follow', anna, ben)).status).toBe(204);
});

it('nobody follows or blocks themself, nobody, or signed out', async () => {
  expect((await act('PUT', 'follow', anna, anna)).status).toBe(404);
  expect((await act('PUT', 'block', anna, anna)).status).toBe(404);
  expect((await act('PUT', 'follow', anna, { id: '00000000-0000-7000-8000-000000000000' })).status).toBe(404);
  expect((await app.request(`/api/users/${ben.id}/follow`, { method: 'PUT' })).status).toBe(401);
});

it('ties say what stands between two people, and nothing to somebody who was blocked', async () => {
  const ties = async (person: Person, other: Person) => app.request(`/api/users/${other.id}/ties`, { cookie: person.cookie });
  await act('PUT', 'follow', anna, ben);
  expect(await (await ties(anna, ben)).json()).toEqual({ following: true, blocked: false, own: false });
  expect(await (await ties(anna, anna)).json()).toEqual({ following: false, blocked: false, own: true });
  await act('PUT', 'block', anna, ben);
  expect(await (await ties(anna, ben)).json()).toEqual({ following: false, blocked: true, own: false });
  expect((await ties(ben, anna)).status).toBe(404);
  expect((await app.request(`/api/users/${ben.id}/ties`)).status).toBe(401);
  await act('DELETE', 'block', anna, ben);
});

it('a block takes both sides out of each other\u2019s lists, and out of nobody else\u2019s; the shared copy stays', async () => {
  const { id } = await publishedPitch(app, ben, { title: 'Quillwork' });
  const carl = await signUp(app, { portal: 'investor', name: 'Carl' });
  const ids = async (person?: Person) => ((await (await app.request('/api/pitches', { cookie: person?.cookie })).json()) as { items: { id: string }[] }).items.map((item) => item.id);
  const people = async (person?: Person) => ((await (await app.request('/api/pitches/suggest?q=ben', { cookie: person?.cookie })).json()) as { people: { name: string }[] }).people.map(({ name }) => name);
  expect([await ids(anna), await people(anna)]).toEqual([[id], ['Ben']]);
  for (const [blocker, other] of [[anna, ben], [ben, anna]] as const) {
    await act('PUT', 'block', blocker, other);
    expect([await ids(anna), await people(anna)]).toEqual([[], []]);
    for (const reader of [ben, carl, undefined]) expect([await ids(reader), await people(reader)]).toEqual([[id], ['Ben']]);
    await act('DELETE', 'block', blocker, other);
    expect([await ids(anna), await people(anna)]).toEqual([[id], ['Ben']]);
  }
  await ids(anna);
  const before = app.roundTrips();
  await ids(anna);
  expect(app.roundTrips() - before).toBe(0);
});
