// A gated text leaves the server in no list, search, count, suggestion, profile, error or header, for nobody below its gate, cold or warm.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPitch, pdf, publishedPitch, uploaded } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { patient } from '../../testing/patient-db.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { protectedFields } from '../catalogue/lists.ts';
import type { PitchOwner } from '../pitches/schema.ts';

const CANARY = 'zqcanary';
/** A word of its own for each field, so that a leak names its source; also what somebody would search for to find out. */
const word = (field: string): string => `${CANARY}${field.toLowerCase()}`;

let app: TestApp;
let owner: Person;
let others: { who: string; cookie: string | undefined }[];
let published: PitchOwner;
let draft: PitchOwner;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  app.services.db = patient(app.services.db);
  const [creator, rival, studio, investor] = await Promise.all((['creator', 'creator', 'production', 'investor'] as const).map((portal) => signUp(app, { portal })));
  owner = creator as Person;
  others = [{ who: 'anonymous', cookie: undefined }, ...[rival, studio, investor].map((person) => ({ who: `another ${person?.portal}`, cookie: person?.cookie }))];
  const texts = Object.fromEntries(protectedFields.map(({ value }) => [value, `The ${word(value)} text`]));
  published = await publishedPitch(app, owner, { title: 'Salt Year', protected: texts });
  draft = await createPitch(app, owner, { title: `Draft ${word('title')}`, logline: word('logline'), synopsis: `${word('synopsis')} `.repeat(20), protected: texts, team: [{ name: word('member'), role: 'x', status: 'signed' }] });
  await uploaded(app, owner, published.id, { kind: 'script', contentType: 'application/pdf', fileName: `${word('filename')}.pdf`, bytes: pdf() });
});
afterAll(() => app.close());

const words = ['title', 'logline', 'synopsis', 'member', 'filename', ...protectedFields.map(({ value }) => value)].map(word);

describe('gated texts and drafts', () => {
  it('are in no answer to anybody but their owner', async () => {
    const searches = words.flatMap((q) => [q, q.slice(0, 12), `"${q}"`, `-${q}`].map((text) => encodeURIComponent(text)));
    const paths = [
      ...['', '?sort=newest', '?sort=popular', '?sort=trending', '?genre=drama', '/facets', '/facets?genre=drama', '/suggest?q=salt'].map((path) => `/api/pitches${path}`),
      ...searches.flatMap((q) => [`/api/pitches?q=${q}`, `/api/pitches/facets?q=${q}`, `/api/pitches/suggest?q=${q}`]),
      `/api/pitches/${published.id}`, `/api/pitches/${published.slug}`, `/api/pitches/${draft.id}`, `/api/pitches/${draft.slug}`, `/api/pitches/${published.id}/access`, '/api/pitches/mine',
      `/api/users/${owner.handle}`, '/api/catalogue', ...protectedFields.map(({ value }) => `/api/pitches?${value}=x`), `/api/pitches?sort=${protectedFields[0].value}`,
    ];
    expect(paths.length).toBeGreaterThan(100);
    for (const { who, cookie } of others) {
      for (const path of paths) {
        const response = await app.request(path, { cookie });
        // What was asked may come back in `corrected.from`; nothing that was not asked may.
        const asked = decodeURIComponent(path).toLowerCase();
        const told = `${JSON.stringify([...response.headers])}${await response.text()}`.toLowerCase();
        for (const secret of words) {
          if (!asked.includes(secret)) expect(told.includes(secret), `${secret} for ${who} at ${path}`).toBe(false);
        }
        expect(told.includes('the zqcanary'), `${who} at ${path}`).toBe(false);
      }
    }
  });

  it('are found by no search, so that asking tells nothing', async () => {
    for (const q of words) {
      const list = await (await app.request(`/api/pitches?q=${q}`)).json();
      expect(list, q).toEqual({ items: [], nextCursor: null });
      expect(await (await app.request(`/api/pitches/facets?q=${q}`)).json()).toMatchObject({ total: 0 });
      expect(await (await app.request(`/api/pitches/suggest?q=${q}`)).json()).toEqual({ titles: [], people: [], genres: [] });
    }
  });

  it('are all there for their owner', async () => {
    const seen = await (await app.request(`/api/pitches/${published.id}`, { cookie: owner.cookie })).text();
    for (const { value } of protectedFields) expect(seen).toContain(word(value));
  });
});
