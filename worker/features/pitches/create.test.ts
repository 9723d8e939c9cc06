import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { completePitch, createPitch, errorOf } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchOwner } from './schema.ts';

let app: TestApp;
let creator: Person;
let studio: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, studio] = await Promise.all([signUp(app, { portal: 'creator', name: 'Maren Oyelaran' }), signUp(app, { portal: 'production', name: 'Quarrylight' })]);
});
afterAll(() => app.close());

const post = (body: unknown, cookie = creator.cookie, headers: Record<string, string> = {}) => app.request('/api/pitches', { body, cookie, headers });

describe('POST /api/pitches', () => {
  it('makes a draft, version 1, with everything that was sent', async () => {
    const sent = {
      ...completePitch({ title: 'Six Hours of Daylight' }), ask: { amount: 100_000_000, currency: 'USD', kind: 'equity' }, tone: 'Dry, tidal.', themes: ['islands', 'leaving'],
      audience: 'Grown-ups', whyNow: 'The sea rises.', productionPlan: '24 days', seekingInvestment: true, comps: [{ title: 'Wrackline', year: 2022, note: 'Same latitude.' }],
      team: [{ name: 'Petra Lindemarsh', role: 'Ada', status: 'letter_of_intent' }], protected: { budgetBreakdown: 'ATL 606,500', contactDetails: 'maren@low.example' },
    };
    const response = await post(sent);
    expect(response.status).toBe(201);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const pitch = await response.json() as PitchOwner;
    expect(response.headers.get('location')).toBe(`/api/pitches/${pitch.id}`);
    const { team: _team, protected: _texts, ...rest } = sent;
    expect(pitch).toMatchObject({
      ...rest, status: 'draft', version: 1, tier: 'owner', locked: [], publishedAt: null, poster: null, ndaRequired: true,
      creator: { id: creator.id, name: 'Maren Oyelaran', handle: creator.handle }, stats: { views: 0, likes: 0, watchers: 0, comments: 0 },
      team: [{ name: 'Petra Lindemarsh', role: 'Ada', status: 'letter_of_intent', proofFileId: null, hasProof: false }],
      protected: { budgetBreakdown: 'ATL 606,500', financialProjections: '', distributionPlan: '', marketingStrategy: '', contactDetails: 'maren@low.example' },
      access: { budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', marketingStrategy: 'nda', contactDetails: 'nda' },
      completeness: { publishable: true, done: 14, total: 19, missing: ['poster', 'characters', 'details.runtimeMinutes', 'details.language', 'details.pages'].map((field) => ({ field, required: false })) },
    });
    expect(pitch.slug).toBe(`six-hours-of-daylight-${pitch.id.slice(-8)}`);
    expect(pitch.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('takes the smallest draft, from a production company too', async () => {
    const response = await post({ title: 'Kestrel', logline: 'A falconer.', format: 'short', genres: ['spy'] }, studio.cookie);
    expect(response.status).toBe(201);
    expect((await response.json() as PitchOwner).completeness).toMatchObject({ publishable: false, missing: expect.arrayContaining([expect.objectContaining({ field: 'synopsis', required: true })]) as unknown });
  });

  it.each([
    ['no title', { title: undefined }, 'title'],
    ['an empty title after cleaning', { title: '\u200b \u202e' }, 'title'],
    ['a title of 121 characters', { title: 'x'.repeat(121) }, 'title'],
    ['no genre', { genres: [] }, 'genres'],
    ['four genres', { genres: ['drama', 'crime', 'war', 'spy'] }, 'genres'],
    ['a genre twice', { genres: ['drama', 'drama'] }, 'genres'],
    ['a genre that is none', { genres: ['telenovela'] }, 'genres.0'],
    ['a format that is none', { format: 'opera' }, 'format'],
    ['money below zero', { ask: { amount: -1, currency: 'USD', kind: 'equity' } }, 'ask.amount'],
    ['a part of a cent', { ask: { amount: 0.5, currency: 'USD', kind: 'equity' } }, 'ask.amount'],
    ['money past int8', { ask: { amount: 1e30, currency: 'USD', kind: 'equity' } }, 'ask.amount'],
    ['another currency', { ask: { amount: 1, currency: 'XAU', kind: 'equity' } }, 'ask.currency'],
    ['a year before film', { comps: [{ title: 'x', year: 1700 }] }, 'comps.0.year'],
    ['a proof that is nobody\u2019s id', { team: [{ name: 'x', role: 'y', status: 'signed', proofFileId: '../x' }] }, 'team.0.proofFileId'],
  ])('refuses %s and says which field', async (_case, change, field) => {
    const response = await post({ ...completePitch(), ...change });
    expect(response.status).toBe(400);
    const error = await errorOf(response);
    expect(error.code).toBe('bad_request');
    expect(Object.keys(error.fields ?? {})).toEqual([field]);
  });

  it.each([
    { status: 'published' }, { version: 7 }, { owner_id: '018f0000-0000-7000-8000-000000000000' }, { ownerId: '018f0000-0000-7000-8000-000000000000' }, { view_count: 9000 }, { stats: {} },
    { protected: { budgetBreakdown: 'x', accessGranted: true } }, { team: [{ name: 'x', role: 'y', status: 'signed', confirmed: true }] }, JSON.parse('{"__proto__": {"status": "published"}}') as object,
  ])('refuses what a client may not write: %j', async (extra) => {
    const response = await app.request('/api/pitches', { body: JSON.stringify({ ...completePitch(), ...extra }).replace(/}$/, Object.hasOwn(extra, '__proto__') ? ',"__proto__":{"a":1}}' : '}'), headers: { 'content-type': 'application/json' }, cookie: creator.cookie });
    expect(response.status).toBe(400);
  });

  it.each([
    ['not JSON', '{"title":'], ['a list', '[]'], ['a string', '"x"'], ['NaN', '{"title":NaN}'], ['very deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`], ['a byte order mark', '\ufeff{}'],
  ])('answers 400 to %s', async (_case, body) => {
    const response = await app.request('/api/pitches', { body, headers: { 'content-type': 'application/json' }, cookie: creator.cookie });
    expect(response.status).toBe(400);
    await errorOf(response);
  });

  it('cleans what people paste: one Unicode form, nothing hidden, nothing that turns direction', async () => {
    const pitch = await createPitch(app, creator, { title: '  Cafe\u0301\u202e\u200b  Noir\u0000\t\n ', synopsis: 'One.\r\n\r\n\r\n\r\nTwo.   \n\ud800', themes: ['a\u200db'] });
    expect(pitch).toMatchObject({ title: 'Caf\u00e9 Noir', synopsis: 'One.\n\nTwo.\n\ufffd', themes: ['ab'] });
    expect(pitch.slug).toMatch(/^cafe-noir-/);
  });

  it('keeps text that looks like SQL or markup as the text it is', async () => {
    const title = `'); DROP TABLE pitches; -- <img src=x onerror=alert(1)>`;
    expect((await createPitch(app, creator, { title })).title).toBe(title);
  });

  it('keeps the names of owner and team for search', async () => {
    const { id } = await createPitch(app, creator, { team: [{ name: 'Leonie Achterberg', role: 'DoP', status: 'signed' }] });
    expect((await app.db.query(sql`SELECT people FROM pitches WHERE id = ${id}`)).rows).toEqual([{ people: 'Maren Oyelaran Leonie Achterberg' }]);
  });

  it('answers 401 to nobody, 403 to an investor', async () => {
    const investor = await signUp(app, { portal: 'investor' });
    expect((await app.request('/api/pitches', { body: completePitch() })).status).toBe(401);
    expect((await post(completePitch(), investor.cookie)).status).toBe(403);
  });
});

describe('Idempotency-Key', () => {
  const count = async (title: string) => (await app.db.query(sql`SELECT count(*)::int AS n FROM pitches WHERE title = ${title}`)).rows[0]?.n;

  it('has one effect and one answer for fifty at once', async () => {
    const body = completePitch({ title: 'Fifty at once' });
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body, creator.cookie, { 'idempotency-key': 'fifty' })));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true')).toHaveLength(49);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await count('Fifty at once')).toBe(1);
  });

  it('gives the first answer again, even after an edit', async () => {
    const body = completePitch({ title: 'Replayed' });
    const first = await (await post(body, creator.cookie, { 'idempotency-key': 'again' })).json() as PitchOwner;
    await app.request(`/api/pitches/${first.id}`, { method: 'PATCH', body: { tone: 'Other' }, cookie: creator.cookie });
    const second = await post(body, creator.cookie, { 'idempotency-key': 'again' });
    expect(await second.json()).toEqual(first);
  });

  it('refuses the key for another body, and keeps people apart', async () => {
    const key = { 'idempotency-key': 'shared' };
    expect((await post(completePitch({ title: 'Mine' }), creator.cookie, key)).status).toBe(201);
    const other = await post(completePitch({ title: 'Another' }), creator.cookie, key);
    expect(other.status).toBe(422);
    expect((await errorOf(other)).code).toBe('unprocessable');
    expect((await post(completePitch({ title: 'Theirs' }), studio.cookie, key)).status).toBe(201);
  });

  it('does not remember a request that was refused, and refuses a key that is none', async () => {
    const key = { 'idempotency-key': 'later' };
    expect((await post({ title: 'x' }, creator.cookie, key)).status).toBe(400);
    expect((await post(completePitch(), creator.cookie, key)).status).toBe(201);
    expect((await post(completePitch(), creator.cookie, { 'idempotency-key': 'x'.repeat(256) })).status).toBe(400);
  });
});
