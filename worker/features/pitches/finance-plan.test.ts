// The finance plan over HTTP: written, checked, summed, gated and kept in the history.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { z } from 'zod';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { FinancePlanInput } from './finance.schema.ts';
import type { Pitch, PitchOwner } from './schema.ts';

let app: TestApp;
let creator: CastMember;
let investor: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, investor] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'investor')]);
});
afterAll(() => app.close());

const grant = { kind: 'grant', name: 'Screen agency', amount: 300_000_00, status: 'committed', note: 'First day of photography before 30 September.' } satisfies FinancePlanInput['sources'][number];
const plan: FinancePlanInput = { currency: 'USD', budget: 2_499_840_00, sources: [{ kind: 'senior_loan', name: '', amount: 900_000_00, status: 'secured', note: '' }, grant] };
const patch = (id: string, body: unknown, headers: Record<string, string> = {}) => app.request(`/api/pitches/${id}`, { method: 'PATCH', body, cookie: creator.cookie, headers });
const read = async (id: string, cookie?: string): Promise<Pitch> => await (await app.request(`/api/pitches/${id}`, { cookie })).json() as Pitch;

describe('what a plan may be', () => {
  it('comes back with the server’s own sums and what does not fit', async () => {
    const pitch = await createPitch(app, creator, { financePlan: plan });
    expect(pitch.financePlan).toEqual({ ...plan, gate: 'member', sums: { secured: 900_000_00, committed: 300_000_00, sought: 0, total: 1_200_000_00, headroom: -1_299_840_00 }, doubts: [{ about: 'short', amount: 1_299_840_00 }] });
    const next = await (await patch(pitch.id, { financePlan: { currency: 'USD', sources: [{ kind: 'equity', amount: 1, status: 'sought' }] } })).json() as PitchOwner;
    expect(next.financePlan).toMatchObject({ budget: null, sources: [{ kind: 'equity', name: '', amount: 1, status: 'sought', note: '' }], sums: { total: 1, headroom: null }, doubts: [] });
    expect((await (await patch(pitch.id, { financePlan: null })).json() as PitchOwner).financePlan).toBeNull();
  });

  it.each<[string, unknown, string]>([
    ['a negative amount', { ...plan, sources: [{ ...grant, amount: -1 }] }, 'financePlan.sources.0.amount'],
    ['nothing', { ...plan, sources: [{ ...grant, amount: 0 }] }, 'financePlan.sources.0.amount'],
    ['a part of a cent', { ...plan, sources: [{ ...grant, amount: 0.5 }] }, 'financePlan.sources.0.amount'],
    ['an amount as text', { ...plan, sources: [{ ...grant, amount: '300' }] }, 'financePlan.sources.0.amount'],
    ['more than an int8 holds', { ...plan, sources: [{ ...grant, amount: 9_223_372_036_854_775_808 }] }, 'financePlan.sources.0.amount'],
    ['a budget beyond reckoning', { ...plan, budget: 10_000_000_000_001 }, 'financePlan.budget'],
    ['a negative budget', { ...plan, budget: -5 }, 'financePlan.budget'],
    ['a currency nobody knows', { ...plan, currency: 'XXX' }, 'financePlan.currency'],
    ['a kind nobody knows', { ...plan, sources: [{ ...grant, kind: 'luck' }] }, 'financePlan.sources.0.kind'],
    ['a status nobody knows', { ...plan, sources: [{ ...grant, status: 'hoped' }] }, 'financePlan.sources.0.status'],
    ['a row in its own currency', { ...plan, sources: [{ ...grant, currency: 'EUR' }] }, 'financePlan.sources.0'],
    ['sums of the client’s', { ...plan, sums: { total: 1 } }, 'financePlan'],
    ['thirty-one rows', { ...plan, sources: Array.from({ length: 31 }, () => grant) }, 'financePlan.sources'],
    ['an empty plan', { currency: 'USD' }, 'financePlan.budget'],
  ])('refuses %s by name', async (_what, financePlan, field) => {
    const { id } = await createPitch(app, creator, { financePlan: plan });
    const response = await patch(id, { financePlan });
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).fields ?? {}).some((name) => name.startsWith(field))).toBe(true);
    expect((await read(id, creator.cookie)).version).toBe(1);
  });

  it('adds up thirty of the largest amounts exactly', async () => {
    const pitch = await createPitch(app, creator, { financePlan: { ...plan, sources: Array.from({ length: 30 }, () => ({ ...grant, amount: 10_000_000_000_000 })) } });
    expect(pitch.financePlan?.sums.total).toBe(300_000_000_000_000);
  });

  it('is in the currency of the ask, whichever of the two is written later', async () => {
    const euros = { amount: 5_000_00, currency: 'EUR', kind: 'equity' } as const;
    const field = { 'financePlan.currency': 'The finance plan is in the currency of the ask.' };
    const together = await app.request('/api/pitches', { body: { title: 'A', logline: 'B', format: 'feature', genres: ['drama'], ask: euros, financePlan: plan }, cookie: creator.cookie });
    expect([together.status, (await errorOf(together)).fields]).toEqual([400, field]);
    const { id } = await createPitch(app, creator, { financePlan: plan });
    const ask = await patch(id, { ask: euros });
    expect([ask.status, (await errorOf(ask)).fields]).toEqual([400, field]);
    expect((await patch(id, { ask: euros, financePlan: { ...plan, currency: 'EUR' } })).status).toBe(200);
    const back = await patch(id, { financePlan: plan });
    expect([back.status, (await errorOf(back)).fields]).toEqual([400, field]);
    expect((await patch(id, { ask: null })).status).toBe(200);
    expect((await patch(id, { financePlan: plan })).status).toBe(200);
    // A stale version is said first: the currency may be right by then.
    expect((await patch(id, { ask: euros }, { 'if-match': '"1"' })).status).toBe(412);
  });
});

describe('who sees it', () => {
  it('starts behind the gate for members: named to the public, with not a figure of it', async () => {
    const { id } = await publishedPitch(app, creator, { financePlan: plan });
    for (const round of ['cold', 'warm']) {
      const shut = await app.request(`/api/pitches/${id}`);
      const text = await shut.text();
      expect(JSON.parse(text), round).toMatchObject({ tier: 'public', financePlan: null, locked: [{ field: 'financePlan', gate: 'member' }] });
      for (const figure of ['249984000', '30000000', '120000000', 'Screen agency', 'photography before']) expect(text, figure).not.toContain(figure);
    }
    const open = await read(id, investor.cookie);
    expect(open).toMatchObject({ tier: 'member', financePlan: { ...plan, sums: { total: 1_200_000_00 } }, locked: [] });
    expect(open.financePlan).not.toHaveProperty('doubts');
    expect(open.protected).not.toHaveProperty('financePlan');
  });

  it('moves with its gate, and a plan behind an NDA is said on the card', async () => {
    const { id, slug } = await publishedPitch(app, creator, { title: 'Gated Plan', financePlan: plan });
    const card = async () => ((await (await app.request(`/api/pitches?q=${encodeURIComponent('Gated Plan')}`)).json()) as { items: { id: string; ndaRequired: boolean }[] }).items.find((one) => one.id === id);
    expect((await card())?.ndaRequired).toBe(false);
    const move = async (gate: string) => expect((await app.request(`/api/pitches/${id}/access`, { method: 'PUT', body: { fields: { financePlan: gate } }, cookie: creator.cookie })).status).toBe(200);
    await move('nda');
    expect((await card())?.ndaRequired).toBe(true);
    expect(await read(id, investor.cookie)).toMatchObject({ financePlan: null, locked: [{ field: 'financePlan', gate: 'nda' }] });
    await move('public');
    expect(await read(slug)).toMatchObject({ financePlan: { budget: plan.budget }, locked: [] });
    expect(await read(id, creator.cookie)).toMatchObject({ access: { financePlan: 'public' } });
  });

  it('is named as locked only where there is one', async () => {
    const { id } = await publishedPitch(app, creator);
    expect((await read(id)).locked).toEqual([]);
    expect(await read(id, creator.cookie)).toMatchObject({ financePlan: null, access: { financePlan: 'member' } });
  });
});

it('is kept in the history, and comes and goes with a version that is brought back', async () => {
  const { id } = await createPitch(app, creator);
  app.clock.advance(11 * 60_000);
  await patch(id, { financePlan: plan });
  app.clock.advance(11 * 60_000);
  await patch(id, { financePlan: { ...plan, sources: [grant] } });
  const { items } = await (await app.request(`/api/pitches/${id}/versions`, { cookie: creator.cookie })).json() as { items: { version: number; changes: { field: string; before: unknown; after: unknown }[] }[] };
  expect(items.map(({ version, changes }) => [version, changes.map(({ field }) => field)])).toEqual([[3, ['financePlan']], [2, ['financePlan']], [1, []]]);
  expect(items[1]?.changes).toEqual([{ field: 'financePlan', before: null, after: plan }]);
  const restore = (version: number) => app.request(`/api/pitches/${id}/versions/${version}/restore`, { method: 'POST', cookie: creator.cookie });
  expect(await (await restore(2)).json()).toMatchObject({ version: 4, financePlan: { sources: plan.sources } });
  expect(await (await restore(1)).json()).toMatchObject({ version: 5, financePlan: null });
});

it('lies in a column of its own that no text shares', async () => {
  const { id } = await createPitch(app, creator, { financePlan: plan, protected: { budgetBreakdown: 'Salaries.' } });
  const Row = z.object({ field: z.string(), gate: z.string(), body: z.string(), has: z.boolean() });
  const found = await rows(app.db, Row, sql`SELECT field, gate, body, plan IS NOT NULL AS has FROM pitch_protected WHERE pitch_id = ${id} AND (body <> '' OR plan IS NOT NULL) ORDER BY field`);
  expect(found).toEqual([{ field: 'budgetBreakdown', gate: 'nda', body: 'Salaries.', has: false }, { field: 'financePlan', gate: 'member', body: '', has: true }]);
  await expect(app.db.query(sql`UPDATE pitch_protected SET plan = '{}' WHERE pitch_id = ${id} AND field = 'budgetBreakdown'`)).rejects.toThrow();
});
