import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchOwner } from './schema.ts';

let app: TestApp;
let creator: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  creator = await signUp(app, { portal: 'creator', name: 'Maren Oyelaran' });
});
afterAll(() => app.close());

const patch = (id: string, body: unknown, headers: Record<string, string> = {}) => app.request(`/api/pitches/${id}`, { method: 'PATCH', body, headers, cookie: creator.cookie });
const changed = async (id: string, body: unknown) => {
  const response = await patch(id, body);
  expect(response.status, await response.clone().text()).toBe(200);
  return await response.json() as PitchOwner;
};

describe('PATCH /api/pitches/:id', () => {
  it('changes what is named, raises the version, and leaves the rest', async () => {
    const before = await createPitch(app, creator, { tone: 'Dry', themes: ['sea'] });
    const trips = app.roundTrips();
    const response = await patch(before.id, { logline: 'Another logline.' });
    expect(app.roundTrips() - trips).toBe(1);
    expect(response.headers.get('etag')).toBe('"2"');
    const { updatedAt, ...after } = await response.json() as PitchOwner;
    expect(after).toEqual({ ...before, logline: 'Another logline.', version: 2, updatedAt: undefined });
    expect(updatedAt >= before.updatedAt).toBe(true);
  });

  it('clears with null', async () => {
    const { id } = await createPitch(app, creator, {
      ask: { amount: 5, currency: 'EUR', kind: 'gap' }, tone: 'x', audience: 'x', whyNow: 'x', productionPlan: 'x', themes: ['x'], comps: [{ title: 'x', year: 2000 }],
      team: [{ name: 'x', role: 'y', status: 'signed' }], seekingInvestment: true, protected: { budgetBreakdown: 'x', contactDetails: 'y' },
    });
    const after = await changed(id, {
      logline: null, synopsis: null, stage: null, budgetBand: null, ask: null, tone: null, audience: null, whyNow: null, productionPlan: null, themes: null, comps: null, team: null,
      seekingInvestment: null, protected: { budgetBreakdown: null },
    });
    expect(after).toMatchObject({
      logline: '', synopsis: '', stage: null, budgetBand: null, ask: null, tone: '', audience: '', whyNow: '', productionPlan: '', themes: [], comps: [], team: [], seekingInvestment: false,
      protected: { budgetBreakdown: '', contactDetails: 'y' },
    });
    expect((await changed(id, { protected: null })).protected.contactDetails).toBe('');
  });

  it.each([['title', { title: null }], ['format', { format: null }], ['genres', { genres: null }], ['(body)', {}], ['(body)', { status: 'published' }], ['(body)', { version: 9 }]])('refuses %s in %j', async (field, body) => {
    const { id } = await createPitch(app, creator);
    const response = await patch(id, body);
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).fields ?? {})).toEqual([field]);
  });

  it('answers 412 with the current version to a stale If-Match, and changes nothing', async () => {
    const { id, tone } = await createPitch(app, creator);
    expect((await patch(id, { logline: 'First.' }, { 'if-match': '"1"' })).status).toBe(200);
    const late = await patch(id, { logline: 'Second.', tone: 'lost', protected: { budgetBreakdown: 'lost' }, team: [{ name: 'Lost', role: 'x', status: 'signed' }] }, { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(await errorOf(late)).toMatchObject({ code: 'precondition_failed', version: 2 });
    const now = await (await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).json() as PitchOwner;
    expect(now).toMatchObject({ logline: 'First.', tone, version: 2, team: [], protected: { budgetBreakdown: '' } });
    expect((await patch(id, { logline: 'Second.' }, { 'if-match': '"2"' })).status).toBe(200);
    for (const tag of ['"x"', 'garbage', '"1", "3"']) expect((await patch(id, { tone: 'x' }, { 'if-match': tag })).status, tag).toBe(412);
    expect((await patch(id, { tone: 'x' }, { 'if-match': '*' })).status).toBe(200);
  });

  it('lets one of twenty writers of the same version win', async () => {
    const { id } = await createPitch(app, creator);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => patch(id, { tone: `Writer ${index}` }, { 'if-match': '"1"' })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 412)).toHaveLength(19);
  });

  it('replaces the team in the order given and keeps its names for search', async () => {
    const { id } = await createPitch(app, creator, { team: [{ name: 'Petra', role: 'Ada', status: 'interested' }, { name: 'Idris', role: 'Composer', status: 'interested' }] });
    const after = await changed(id, { team: [{ name: 'Idris', role: 'Composer', status: 'signed' }, { name: 'Anselm Quaye', role: 'Harbourmaster', status: 'interested' }] });
    expect(after.team.map((member) => [member.name, member.status])).toEqual([['Idris', 'signed'], ['Anselm Quaye', 'interested']]);
    expect((await app.db.query(sql`SELECT people FROM pitches WHERE id = ${id}`)).rows).toEqual([{ people: 'Maren Oyelaran Idris Anselm Quaye' }]);
  });

  it('refuses a proof that is no file of the pitch', async () => {
    const { id } = await createPitch(app, creator);
    const response = await patch(id, { team: [{ name: 'x', role: 'y', status: 'signed' }, { name: 'x', role: 'y', status: 'signed', proofFileId: '018f0000-0000-7000-8000-000000000000' }] });
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).fields ?? {})).toEqual(['team.1.proofFileId']);
  });

  it('moves the address of a draft with its title, and never that of a pitch that was published', async () => {
    const draft = await createPitch(app, creator, { title: 'Working Title' });
    expect((await changed(draft.id, { title: 'Hard Water' })).slug).toBe(`hard-water-${draft.id.slice(-8)}`);
    const live = await publishedPitch(app, creator, { title: 'Marrow' });
    expect(await changed(live.id, { title: 'Bone Marrow' })).toMatchObject({ title: 'Bone Marrow', slug: live.slug });
  });

  it('keeps a published pitch complete', async () => {
    const { id } = await publishedPitch(app, creator);
    const response = await patch(id, { synopsis: 'Short.', stage: null, tone: 'x' });
    expect(response.status).toBe(409);
    const error = await errorOf(response);
    expect(error).toMatchObject({ code: 'incomplete', fields: { synopsis: expect.any(String) as string, stage: expect.any(String) as string } });
    expect(await (await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).json()).toMatchObject({ version: 1, tone: '' });
  });

  it('reaches every reader at once, however warm the caches were', async () => {
    const { id, slug } = await publishedPitch(app, creator);
    for (const key of [id, slug]) expect((await app.request(`/api/pitches/${key}`)).status).toBe(200);
    await changed(id, { tone: 'Said anew' });
    for (const key of [id, slug]) expect(await (await app.request(`/api/pitches/${key}`)).json()).toMatchObject({ tone: 'Said anew', version: 2 });
  });
});

describe('PUT /api/pitches/:id/access', () => {
  const put = (id: string, body: unknown, headers: Record<string, string> = {}) => app.request(`/api/pitches/${id}/access`, { method: 'PUT', body, headers, cookie: creator.cookie });

  it('sets the gates it names, and they act at once', async () => {
    const { id } = await publishedPitch(app, creator, { protected: { distributionPlan: 'Festivals first.', contactDetails: 'maren@low.example' } });
    const before = await (await app.request(`/api/pitches/${id}`)).json();
    expect(before).toMatchObject({ protected: {}, ndaRequired: true, locked: [{ field: 'distributionPlan', gate: 'nda' }, { field: 'contactDetails', gate: 'nda' }] });
    const response = await put(id, { fields: { distributionPlan: 'public', contactDetails: 'member' } });
    expect(await response.json()).toEqual({ fields: { financePlan: 'member', budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'public', marketingStrategy: 'nda', contactDetails: 'member' }, template: null, version: 1 });
    expect(await (await app.request(`/api/pitches/${id}`)).json()).toMatchObject({ protected: { distributionPlan: 'Festivals first.' }, ndaRequired: false, locked: [{ field: 'contactDetails', gate: 'member' }], opened: [{ field: 'distributionPlan', gate: 'public' }] });
    expect(await (await app.request(`/api/pitches/${id}/access`, { cookie: creator.cookie })).json()).toMatchObject({ fields: { distributionPlan: 'public' } });
  });

  it('refuses an unknown field, an unknown gate and a stale version', async () => {
    const { id } = await createPitch(app, creator);
    expect((await put(id, { fields: { synopsis: 'nda' } })).status).toBe(400);
    expect((await put(id, { fields: { contactDetails: 'secret' } })).status).toBe(400);
    expect((await put(id, { fields: { contactDetails: 'deal' } }, { 'if-match': '"7"' })).status).toBe(412);
  });
});
