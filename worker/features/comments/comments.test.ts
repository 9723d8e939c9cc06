import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPitch, publishedPitch } from '../../testing/factories.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Comment, CommentList } from './schema.ts';

let app: TestApp;
let owner: Person;
let anna: Person;
let ben: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, anna, ben] = await Promise.all([signUp(app, { portal: 'creator', name: 'Owner' }), signUp(app, { portal: 'investor', name: 'Anna' }), signUp(app, { portal: 'production', name: 'Ben' })]);
});
afterAll(() => app.close());

const say = (pitchId: string, person: Person, body: string, parentId?: string) => app.request(`/api/pitches/${pitchId}/comments`, { body: { body, ...(parentId && { parentId }) }, cookie: person.cookie });
const read = async (pitchId: string, person?: Person): Promise<CommentList> => await (await app.request(`/api/pitches/${pitchId}/comments`, { cookie: person?.cookie })).json() as CommentList;
const made = async (response: Response): Promise<Comment> => { expect(response.status).toBe(201); return await response.json() as Comment; };

it('are threads of one level that everybody may read', async () => {
  const { id } = await publishedPitch(app, owner);
  const first = await made(await say(id, anna, 'Who plays the ferrywoman?'));
  const answer = await made(await say(id, owner, 'Petra, by letter of intent.', first.id));
  expect((await read(id)).items).toMatchObject([{ body: 'Who plays the ferrywoman?', author: { name: 'Anna' }, replies: [{ id: answer.id, author: { name: 'Owner' } }] }]);
  expect((await say(id, ben, 'A third level?', answer.id)).status).toBe(404);
  const { stats } = await (await app.request(`/api/pitches/${id}`, { cookie: ben.cookie })).json() as { stats: { comments: number } };
  expect(stats.comments).toBe(2);
});

it('are changed and deleted by their author only; the pitch owner may delete', async () => {
  const { id } = await publishedPitch(app, owner);
  const comment = await made(await say(id, anna, 'First words'));
  const change = (person: Person) => app.request(`/api/comments/${comment.id}`, { method: 'PATCH', body: { body: 'Other words' }, cookie: person.cookie });
  const remove = (person: Person) => app.request(`/api/comments/${comment.id}`, { method: 'DELETE', cookie: person.cookie });
  expect((await change(ben)).status).toBe(404);
  expect((await change(owner)).status).toBe(404);
  const changed = await change(anna);
  expect(await changed.json()).toMatchObject({ body: 'Other words', editedAt: expect.any(String) });
  expect((await remove(ben)).status).toBe(404);
  expect((await remove(owner)).status).toBe(204);
  expect((await remove(owner)).status).toBe(404);
  expect((await change(anna)).status).toBe(404);
  expect((await read(id)).items).toEqual([]);
});

it('a deleted comment with answers keeps its place and none of its words', async () => {
  const { id } = await publishedPitch(app, owner);
  const comment = await made(await say(id, anna, 'gone-canary'));
  await made(await say(id, ben, 'Still here', comment.id));
  await app.request(`/api/comments/${comment.id}`, { method: 'DELETE', cookie: anna.cookie });
  const list = await read(id);
  expect(list.items).toMatchObject([{ isDeleted: true, body: '', author: null, replies: [{ body: 'Still here' }] }]);
  expect(JSON.stringify(list)).not.toContain('gone-canary');
});

it('are hidden between people with a block between them, in both directions', async () => {
  const { id } = await publishedPitch(app, owner);
  await made(await say(id, anna, 'from anna'));
  await made(await say(id, ben, 'from ben'));
  await app.request(`/api/users/${ben.id}/block`, { method: 'PUT', cookie: anna.cookie });
  expect((await read(id, anna)).items.map((item) => item.body)).toEqual(['from anna']);
  expect((await read(id, ben)).items.map((item) => item.body)).toEqual(['from ben']);
  expect((await read(id, owner)).items).toHaveLength(2);
  await app.request(`/api/users/${ben.id}/block`, { method: 'DELETE', cookie: anna.cookie });
});

it('exist only on published pitches, take clean text, and vanish with the publication', async () => {
  const draft = await createPitch(app, owner);
  expect((await say(draft.id, anna, 'x')).status).toBe(404);
  expect((await app.request(`/api/pitches/${draft.id}/comments`)).status).toBe(404);
  const { id } = await publishedPitch(app, owner);
  expect((await say(id, anna, ' \u202e ')).status).toBe(400);
  expect((await app.request(`/api/pitches/${id}/comments`, { body: { body: 'x' } })).status).toBe(401);
  const { body } = await made(await say(id, anna, 'left\u202eright <script>alert(1)</script>'));
  expect(body).toBe('leftright <script>alert(1)</script>');
  await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: owner.cookie });
  expect((await app.request(`/api/pitches/${id}/comments`)).status).toBe(404);
});
