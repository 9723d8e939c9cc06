import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedPitch, createPitch } from '../../testing/factories.ts';
import { castPerson, type CastMember, newSession } from '../../testing/cast.ts';
import { patient } from '../../testing/patient-db.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { piecesOf } from './highlights.ts';
import { PitchList, Why } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let reader: CastMember;

const story = (text: string) => `${text} ${'Nothing else of note happens in it, and it takes its time about that. '.repeat(8)}`;
const matchesOf = async (q: string) => {
  const list = PitchList.parse(await (await app.request(`/api/pitches?q=${encodeURIComponent(q)}`)).json());
  return Object.fromEntries(list.items.map(({ id, title }) => [title, list.matches?.[id]]));
};

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  app.services.db = patient(app.services.db);
  owner = await castPerson(app, 'creator', { name: 'Maren Oyelar\u00e1n' });
  reader = await castPerson(app, 'investor');
});
afterAll(() => app.close());

describe('what a search matched', () => {
  it('comes as pieces of plain text in the words as written, accents and markup included', async () => {
    await publishedPitch(app, owner, { title: 'Caf\u00e9 <b>Orlop</b>', logline: 'Two orlops & a \u{E000}"caf\u00e9"\u{E001}.', synopsis: story('Elsewhere.') });
    expect(await matchesOf('cafe orlop')).toEqual({
      'Caf\u00e9 <b>Orlop</b>': {
        fields: ['title', 'logline'], passage: null,
        title: ['', 'Caf\u00e9', ' <b>', 'Orlop', '</b>'],
        logline: ['Two ', 'orlops', ' & a \u{E000}"', 'caf\u00e9', '"\u{E001}.'],
      },
    });
  });

  it('shows the passage of the synopsis only when title and logline hold no word', async () => {
    await publishedPitch(app, owner, { title: 'Windlass', logline: 'A rope.', synopsis: story(`${'Days go by on the quay. '.repeat(20)}Then a capstan breaks loose.`) });
    const { Windlass: found } = await matchesOf('capstan');
    expect(found).toMatchObject({ fields: ['synopsis'], title: null, logline: null });
    expect(found?.passage?.[1]).toBe('capstan');
    expect(found?.passage?.join('').length).toBeLessThan(250);
  });

  it.each([
    ['a longer word with the same beginning', 'sheet', `Sheetrock lines the hold. ${'Days go by on the quay. '.repeat(30)}Then a sheet tears.`, 'sheet'],
    ['an accent that was not typed', 'strake', `${'Days go by on the quay. '.repeat(30)}Then a str\u00e1ke splits.`, 'str\u00e1ke'],
    ['another form of the word', 'ferries', 'A ferry turns around. Days go by.', 'ferry'],
    ['the very first word', 'keelson', 'Keelson and rib, all rotten. Days go by on the quay.', 'Keelson'],
  ])('finds the passage past %s', async (name, q, text, marked) => {
    await publishedPitch(app, owner, { title: `Passage ${name.length}`, logline: 'A rope.', synopsis: story(text) });
    const found = (await matchesOf(q))[`Passage ${name.length}`];
    expect([found?.fields, found?.passage?.[1]]).toEqual([['synopsis'], marked]);
    const [before, after] = story(text).split(found?.passage?.join('') ?? 'nothing') as [string, string];
    expect([/\p{L}$/u.test(before), /^\p{L}/u.test(after)], 'whole words at either end').toEqual([false, false]);
  });

  it('names people and genres as what was found, and says nothing without words', async () => {
    await publishedPitch(app, owner, { title: 'Gunwale', logline: 'A rim.', genres: ['noir'], synopsis: story('Water.') });
    expect((await matchesOf('noir')).Gunwale?.fields).toEqual(['genres']);
    expect((await matchesOf('oyelaran')).Gunwale?.fields).toEqual(['people']);
    expect(PitchList.parse(await (await app.request('/api/pitches?genre=noir')).json()).matches).toBeUndefined();
  });

  it('marks the word that a misspelt one was taken for', async () => {
    await publishedPitch(app, owner, { title: 'Halyard', logline: 'A hoist.', synopsis: story('Wind.') });
    expect((await matchesOf('haliard')).Halyard?.title).toEqual(['', 'Halyard', '']);
  });

  it('leaves out what a block hides from the reader', async () => {
    const { id } = await publishedPitch(app, owner, { title: 'Thwart', logline: 'A seat.', synopsis: story('Oars.') });
    const seen = async () => (await app.request('/api/pitches?q=thwart', { cookie: reader.cookie })).text();
    expect(await seen()).toContain(id);
    await app.request(`/api/users/${owner.id}/block`, { method: 'PUT', cookie: reader.cookie });
    app.clock.advance(120_000);
    expect(await seen()).not.toContain(id);
    await app.request(`/api/users/${owner.id}/block`, { method: 'DELETE', cookie: reader.cookie });
  });

  it('never looks behind a gate', async () => {
    await publishedPitch(app, owner, { title: 'Bilge', logline: 'A low place.', synopsis: story('Bilge.'), protected: { contactDetails: 'zymurgy canary' } });
    const answer = await (await app.request('/api/pitches?q=zymurgy')).text();
    expect(answer).not.toContain('canary');
    expect(JSON.stringify(await matchesOf('bilge zymurgy'))).not.toContain('zymurgy');
  });

  it('is null where nothing is marked', () => {
    expect(piecesOf('no word', [[new Set(['salt'])]])).toBeNull();
    expect(piecesOf('', [[new Set(['salt'])]])).toBeNull();
  });
});

describe('why a pitch is seen', () => {
  const why = (id: string, search: string, cookie?: string) => app.request(`/api/pitches/${id}/why${search}`, { cookie });

  it('tells words, filters, the trend in its parts and the ties of the reader', async () => {
    const { id } = await publishedPitch(app, owner, { title: 'Mizzen', logline: 'A mast.', genres: ['drama', 'war'], synopsis: story('Sails.') });
    await app.request(`/api/pitches/${id}/like`, { method: 'PUT', cookie: reader.cookie });
    await app.request(`/api/pitches/${id}/watch`, { method: 'PUT', cookie: reader.cookie });
    await app.request(`/api/users/${owner.id}/follow`, { method: 'PUT', cookie: reader.cookie });
    app.clock.advance(7 * 86_400_000);
    const seen = Why.parse(await (await why(id, '?q=mizzen&genre=war&genre=noir&sort=trending')).json());
    expect(seen).toMatchObject({ sort: 'trending', fields: ['title'], filters: [{ facet: 'genre', value: 'war' }], follows: false, watching: false });
    expect(seen.trend).toEqual({ views: 0, likes: 1, watchers: 1, comments: 0, points: 20, pointsNow: 10 });
    const answer = await why(id, '', await newSession(app, reader.id));
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.json()).toMatchObject({ sort: 'newest', fields: [], follows: true, watching: true });
  });

  it('is not told of a draft, nor of nothing', async () => {
    const draft = await createPitch(app, { cookie: await newSession(app, owner.id) });
    expect((await why(draft.id, '', owner.cookie)).status).toBe(404);
    expect((await why('nonsense', '')).status).toBe(404);
    expect((await why(draft.id, '?budget=secret')).status).toBe(400);
  });
});
