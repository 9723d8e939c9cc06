import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { errorOf } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { Marks } from '../marks/schema.ts';
import { Feed } from './schema.ts';

let app: TestApp;
let reader: CastMember;
let [maren, idris, stranger]: CastMember[] = [];
const as = (person: CastMember) => ({ cookie: person.cookie });
const put = (path: string, person: CastMember) => app.request(path, { method: 'PUT', cookie: person.cookie });
const feed = async (search = '') => Feed.parse(await (await app.request(`/api/feed${search}`, as(reader))).json());

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  reader = await castPerson(app, 'investor');
  [maren, idris, stranger] = [await castPerson(app, 'creator'), await castPerson(app, 'production', { company: 'Quarrylight' }), await castPerson(app, 'creator')];
});
afterAll(() => app.close());

describe('the feed', () => {
  it('is empty at first, and says that nobody is followed', async () => expect(await feed()).toEqual({ items: [], nextCursor: null, following: 0 }));

  it('holds published pitches of those followed, newest first, page by page', async () => {
    for (const person of [maren, idris] as CastMember[]) await put(`/api/users/${person.id}/follow`, reader);
    const made: string[] = [];
    for (const person of [maren, idris, maren, idris, maren] as CastMember[]) {
      made.unshift((await castPitch(app, person)).id);
      app.clock.advance(1000);
    }
    await castPitch(app, maren as CastMember, { status: 'draft' });
    await castPitch(app, stranger as CastMember);
    const first = await feed('?limit=2');
    const second = await feed(`?limit=2&cursor=${first.nextCursor ?? ''}`);
    const third = await feed(`?limit=2&cursor=${second.nextCursor ?? ''}`);
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(made);
    expect([third.nextCursor, third.following]).toEqual([null, 2]);
    expect(JSON.stringify([first, second, third])).not.toContain('CANARY');
  });

  it('loses whoever is no longer followed, and whoever blocked the reader', async () => {
    await app.request(`/api/users/${maren?.id}/follow`, { method: 'DELETE', cookie: reader.cookie });
    await put(`/api/users/${reader.id}/block`, idris as CastMember);
    expect(await feed()).toEqual({ items: [], nextCursor: null, following: 0 });
  });

  it('is for signed-in people, and takes no foreign cursor', async () => {
    expect((await app.request('/api/feed')).status).toBe(401);
    expect((await errorOf(await app.request('/api/feed?cursor=abc.def', as(reader)))).code).toBe('bad_request');
  });
});

describe('marks', () => {
  const marks = (ids: readonly string[], person?: CastMember) => app.request(`/api/marks?ids=${ids.join(',')}`, person ? as(person) : {});

  it('tell the reader\u2019s own ties to pitches in one answer, and leave out what may not be seen', async () => {
    const [one, two, draft] = [await castPitch(app, stranger as CastMember), await castPitch(app, maren as CastMember), await castPitch(app, maren as CastMember, { status: 'draft' })];
    await put(`/api/pitches/${one.id}/like`, reader);
    await put(`/api/pitches/${two.id}/watch`, reader);
    await put(`/api/users/${stranger?.id}/follow`, reader);
    const { items } = Marks.parse(await (await marks([one.id, two.id, draft.id], reader)).json());
    expect(Object.fromEntries(items.map(({ pitchId, ...mark }) => [pitchId, mark]))).toEqual({
      [one.id]: { liked: true, watching: false, following: true, own: false },
      [two.id]: { liked: false, watching: true, following: false, own: false },
    });
    expect(Marks.parse(await (await marks([draft.id], maren)).json()).items).toEqual([{ pitchId: draft.id, liked: false, watching: false, following: false, own: true }]);
  });

  it('are read by the signed-in for up to fifty ids', async () => {
    const id = app.services.newId();
    expect((await marks([id])).status).toBe(401);
    expect((await marks(['x'], reader)).status).toBe(400);
    expect((await marks(Array.from({ length: 51 }, () => app.services.newId()), reader)).status).toBe(400);
    expect(await (await marks([id, id], reader)).json()).toEqual({ items: [] });
  });
});
