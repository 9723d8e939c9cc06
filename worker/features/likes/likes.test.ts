import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let owner: Person;
let readers: Person[];

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  owner = await signUp(app, { portal: 'creator' });
  readers = await Promise.all(['investor', 'production'].map((portal) => signUp(app, { portal: portal as 'investor' })));
});
afterAll(() => app.close());

const likesOf = (id: string) => scalar(app.db, z.int(), sql`SELECT likes FROM pitch_stats WHERE pitch_id = ${id}`);
const press = (id: string, person: Person, method: 'PUT' | 'DELETE') => app.request(`/api/pitches/${id}/like`, { method, cookie: person.cookie });

describe('likes', () => {
  it('count each person once, however often and however parallel the button is pressed', async () => {
    const { id } = await publishedPitch(app, owner);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => press(id, readers[index % 2] as Person, 'PUT')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await likesOf(id)).toBe(2);
  });

  it('end where they began after likes and unlikes in any order', async () => {
    const { id } = await publishedPitch(app, owner);
    const [reader] = readers as [Person, Person];
    await Promise.all(Array.from({ length: 60 }, (_, index) => press(id, reader, index % 2 === 0 ? 'PUT' : 'DELETE')));
    const rows = await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM pitch_likes WHERE pitch_id = ${id}`);
    expect(await likesOf(id)).toBe(rows);
    await press(id, reader, 'DELETE');
    expect(await likesOf(id)).toBe(0);
  });

  it('never touch the time of the pitch', async () => {
    const { id } = await publishedPitch(app, owner);
    const time = () => scalar(app.db, z.string(), sql`SELECT updated_at FROM pitches WHERE id = ${id}`);
    const before = await time();
    await press(id, readers[0] as Person, 'PUT');
    expect(await time()).toBe(before);
  });

  it('are for published pitches and signed-in people; a draft looks like nothing', async () => {
    const draft = await createPitch(app, owner);
    expect((await press(draft.id, readers[0] as Person, 'PUT')).status).toBe(404);
    expect((await press('00000000-0000-7000-8000-000000000000', readers[0] as Person, 'PUT')).status).toBe(404);
    expect((await press('nonsense', readers[0] as Person, 'PUT')).status).toBe(404);
    expect((await app.request(`/api/pitches/${draft.id}/like`, { method: 'PUT' })).status).toBe(401);
  });

  it('are refused to somebody whom the owner has blocked', async () => {
    const { id } = await publishedPitch(app, owner);
    const [, blocked] = readers as [Person, Person];
    expect((await app.request(`/api/users/${blocked.id}/block`, { method: 'PUT', cookie: owner.cookie })).status).toBe(204);
    expect((await press(id, blocked, 'PUT')).status).toBe(404);
    await app.request(`/api/users/${blocked.id}/block`, { method: 'DELETE', cookie: owner.cookie });
    expect((await press(id, blocked, 'PUT')).status).toBe(204);
  });
});
