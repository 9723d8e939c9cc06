import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { protectedFields } from '../catalogue/lists.ts';
import type { Pitch, PitchOwner } from './schema.ts';

let app: TestApp;
let creator: CastMember;
let rival: CastMember;
let investor: CastMember;
let admin: CastMember;
beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor, admin] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'creator'), castPerson(app, 'investor'), castPerson(app, 'admin')]);
});
afterAll(() => app.close());

const ladder = ['public', 'member', 'confidential', 'nda', 'deal'] as const;
const gates = { contactDetails: 'public', marketingStrategy: 'member', distributionPlan: 'confidential', financialProjections: 'nda', budgetBreakdown: 'deal' } as const;

async function gatedPitch(make: typeof createPitch): Promise<PitchOwner> {
  const pitch = await make(app, creator, { protected: Object.fromEntries(protectedFields.map(({ value }) => [value, `CANARY ${value}`])) });
  expect((await app.request(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { fields: gates }, cookie: creator.cookie })).status).toBe(200);
  return pitch;
}
const ask = (key: string, as: string, cookie?: string) => app.request(`/api/pitches/${key}?as=${as}`, { cookie });

describe('GET /api/pitches/:id?as=', () => {
  it.each(ladder)('shows the owner what a reader of tier %s sees, and no more', async (tier) => {
    const { id, slug } = await gatedPitch(publishedPitch);
    for (const key of [id, slug]) {
      const response = await ask(key, tier, creator.cookie);
      expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
      const text = await response.text();
      for (const [field, gate] of Object.entries(gates)) expect(text.includes(`CANARY ${field}`), field).toBe(ladder.indexOf(gate) <= ladder.indexOf(tier));
      const view = JSON.parse(text) as Pitch;
      expect(view.tier).toBe(tier);
      for (const own of ['access', 'completeness', 'status', 'createdAt']) expect(view).not.toHaveProperty(own);
    }
  });

  it('is for a draft as well, and for the member the very answer that a member gets', async () => {
    const draft = await gatedPitch(createPitch);
    expect((await ask(draft.id, 'public', creator.cookie)).status).toBe(200);
    const live = await gatedPitch(publishedPitch);
    const real = await (await app.request(`/api/pitches/${live.id}`, { cookie: investor.cookie })).json();
    expect(await (await ask(live.id, 'member', creator.cookie)).json()).toEqual(real);
  });

  it('widens nothing for anybody else: refused, warm or cold, and a draft stays hidden', async () => {
    const live = await gatedPitch(publishedPitch);
    const draft = await gatedPitch(createPitch);
    for (const cookie of [undefined, rival.cookie, investor.cookie, admin.cookie]) {
      for (const tier of [...ladder, 'owner', 'x', '']) {
        const response = await ask(live.id, tier, cookie);
        expect(response.status, `${tier} for ${cookie}`).toBe(400);
        expect(JSON.stringify(await errorOf(response))).not.toContain('CANARY');
        expect([400, 404]).toContain((await ask(draft.id, tier, cookie)).status);
      }
      const text = await (await app.request(`/api/pitches/${live.id}`, { cookie })).text();
      expect(text).not.toContain('CANARY budgetBreakdown');
    }
    for (const tier of ['owner', 'x', '']) expect((await ask(live.id, tier, creator.cookie)).status, tier).toBe(400);
    // What the owner looked at never reaches a shared cache.
    await ask(live.id, 'deal', creator.cookie);
    expect(await (await app.request(`/api/pitches/${live.id}`)).text()).not.toContain('CANARY budgetBreakdown');
  });

  it('lets other parameters be: links carry them', async () => {
    const live = await gatedPitch(publishedPitch);
    expect((await app.request(`/api/pitches/${live.id}?utm_source=x`)).status).toBe(200);
  });
});
