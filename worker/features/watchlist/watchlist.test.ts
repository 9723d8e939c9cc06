import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishedPitch } from '../../testing/factories.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Watchlist } from './schema.ts';

let app: TestApp;
let owner: Person;
let investor: Person;
let other: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, investor, other] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' }), signUp(app, { portal: 'investor' })]);
});
afterAll(() => app.close());

const list = async (person: Person, query = ''): Promise<Watchlist> => await (await app.request(`/api/watchlist${query}`, { cookie: person.cookie })).json() as Watchlist;
const watch = (id: string, person: Person, method = 'PUT') => app.request(`/api/pitches/${id}/watch`, { method, cookie: person.cookie });
const patch = (id: string, person: Person, body: unknown) => app.request(`/api/watchlist/${id}`, { method: 'PATCH', body, cookie: person.cookie });

it('keeps pitches with a folder and a note that nobody else reads', async () => {
  const pitch = await publishedPitch(app, owner);
  expect((await watch(pitch.id, investor)).status).toBe(204);
  expect((await watch(pitch.id, investor)).status).toBe(204);
  expect((await patch(pitch.id, investor, { folder: 'Autumn', note: 'ask about the ferry canary-note' })).status).toBe(204);
  expect(await list(investor)).toMatchObject({ items: [{ pitchId: pitch.id, folder: 'Autumn', note: 'ask about the ferry canary-note', pitch: { id: pitch.id, stats: { watchers: 1 } } }], folders: [{ name: 'Autumn', count: 1 }] });
  expect((await list(other)).items).toEqual([]);
  for (const person of [owner, other]) expect(await (await app.request(`/api/pitches/${pitch.id}`, { cookie: person.cookie })).text()).not.toContain('canary-note');
  expect((await patch(pitch.id, other, { note: 'mine' })).status).toBe(404);
  expect((await list(investor, '?folder=Autumn')).items).toHaveLength(1);
  expect((await list(investor, '?folder=Spring')).items).toHaveLength(0);
});

it('watching again keeps the note, and leaving takes it away', async () => {
  const pitch = await publishedPitch(app, owner);
  await watch(pitch.id, other);
  await patch(pitch.id, other, { note: 'keep' });
  await watch(pitch.id, other);
  expect((await list(other)).items[0]?.note).toBe('keep');
  await watch(pitch.id, other, 'DELETE');
  await watch(pitch.id, other);
  expect((await list(other)).items[0]?.note).toBe('');
});

it('shows only the title of a pitch that left the market, and keeps the note', async () => {
  const pitch = await publishedPitch(app, owner, { logline: 'A sentence that goes with the pitch.' });
  await watch(pitch.id, investor);
  await patch(pitch.id, investor, { note: 'still mine' });
  await app.request(`/api/pitches/${pitch.id}/unpublish`, { method: 'POST', cookie: owner.cookie });
  const found = (await list(investor)).items.find((item) => item.pitchId === pitch.id);
  expect(found).toMatchObject({ title: pitch.title, note: 'still mine', pitch: null });
  expect(JSON.stringify(found)).not.toContain('A sentence that goes');
});

it('pages without loss, and refuses a cursor of somebody else', async () => {
  const reader = await signUp(app, { portal: 'production' });
  for (let made = 0; made < 5; made += 1) await watch((await publishedPitch(app, owner)).id, reader);
  const seen: string[] = [];
  let query = '?limit=2';
  for (;;) {
    const page = await list(reader, query);
    seen.push(...page.items.map((item) => item.pitchId));
    if (page.nextCursor === null) break;
    query = `?limit=2&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  expect(new Set(seen).size).toBe(5);
  const { nextCursor } = await list(reader, '?limit=2');
  expect((await app.request(`/api/watchlist?cursor=${encodeURIComponent(nextCursor ?? '')}`, { cookie: investor.cookie })).status).toBe(400);
});

it('is for signed-in people, and takes no unknown field', async () => {
  const pitch = await publishedPitch(app, owner);
  expect((await app.request('/api/watchlist')).status).toBe(401);
  await watch(pitch.id, investor);
  expect((await patch(pitch.id, investor, { userId: other.id })).status).toBe(400);
  expect((await patch(pitch.id, investor, {})).status).toBe(400);
});
