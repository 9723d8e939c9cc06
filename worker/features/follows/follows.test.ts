import { afterAll, beforeAll, expect, it } from 'vitest';
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
