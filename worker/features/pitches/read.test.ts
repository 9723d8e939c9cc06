import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { protectedFields } from '../catalogue/lists.ts';
import { tiers, visible } from './gates.ts';
import { type Pitch, PitchMember, PitchOwner, PitchPublic } from './schema.ts';

let app: TestApp;
let creator: Person;
let rival: Person;
let investor: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor] = await Promise.all([signUp(app, { portal: 'creator', name: 'Maren Oyelaran' }), signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' })]);
});
afterAll(() => app.close());

/** One protected text behind each gate, each with a word of its own. */
const gated = { budgetBreakdown: 'deal', financialProjections: 'nda', distributionPlan: 'confidential', marketingStrategy: 'member', contactDetails: 'public' } as const;
const canary = (field: string): string => `CANARY ${field} text`;

async function gatedPitch(): Promise<PitchOwner> {
  const pitch = await publishedPitch(app, creator, { protected: Object.fromEntries(protectedFields.map(({ value }) => [value, canary(value)])) });
  const response = await app.request(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { fields: gated }, cookie: creator.cookie });
  expect(response.status).toBe(200);
  return pitch;
}

describe('gates', () => {
  it.each(tiers.map((tier, index) => [tier, ['public', 'member', 'confidential', 'nda', 'deal'].slice(0, index + 1)] as const))('%s opens %j and nothing else', (tier, open) => {
    expect((['public', 'member', 'confidential', 'nda', 'deal'] as const).filter((gate) => visible(gate, tier))).toEqual(open);
  });
  it('keeps a gate that nobody knows shut', () => expect(visible('sealed' as 'nda', 'owner')).toBe(false));
});

describe('GET /api/pitches/:id', () => {
  it('shows each tier what its gates allow, and names the rest', async () => {
    const { id } = await gatedPitch();
    const expected = [
      { who: 'anonymous', cookie: undefined, tier: 'public', open: ['contactDetails'], schema: PitchPublic },
      { who: 'an investor', cookie: investor.cookie, tier: 'member', open: ['marketingStrategy', 'contactDetails'], schema: PitchMember },
      { who: 'another creator', cookie: rival.cookie, tier: 'member', open: ['marketingStrategy', 'contactDetails'], schema: PitchMember },
      { who: 'the owner', cookie: creator.cookie, tier: 'owner', open: Object.keys(gated), schema: PitchOwner },
    ];
    for (const { who, cookie, tier, open, schema } of expected) {
      for (const round of ['cold', 'warm']) {
        const response = await app.request(`/api/pitches/${id}`, { cookie });
        expect(response.status).toBe(200);
        const text = await response.text();
        for (const field of Object.keys(gated)) expect(text.includes(canary(field)), `${field} for ${who}, ${round}`).toBe(open.includes(field));
        const view = JSON.parse(text) as Pitch;
        expect(schema.strict().parse(view), who).toEqual(view);
        expect(view).toMatchObject({ tier });
        expect(view.locked.map(({ field, gate }) => [field, gate])).toEqual(Object.entries(gated).filter(([field]) => !open.includes(field)));
        expect(response.headers.get('etag') ?? '').not.toContain('CANARY');
      }
    }
  });

  it('is one round trip for anybody, and none for anonymous readers of a warm page', async () => {
    const { id, slug } = await gatedPitch();
    for (const cookie of [undefined, investor.cookie, creator.cookie]) {
      await app.request('/api/auth/session', { cookie });
      const before = app.roundTrips();
      expect((await app.request(`/api/pitches/${id}`, { cookie })).status).toBe(200);
      expect(app.roundTrips() - before, cookie ?? 'anonymous').toBe(1);
    }
    const before = app.roundTrips();
    const warm = await app.request(`/api/pitches/${id}`);
    expect(warm.headers.get('x-cache')).toBe('memory');
    expect(app.roundTrips()).toBe(before);
    expect(await (await app.request(`/api/pitches/${slug}`)).json()).toEqual(await warm.json());
  });

  it('never lets a reader cache what depends on him, and answers 304 to what anonymous readers hold', async () => {
    const { id } = await gatedPitch();
    expect((await app.request(`/api/pitches/${id}`, { cookie: investor.cookie })).headers.get('cache-control')).toBe('private, no-store');
    const first = await app.request(`/api/pitches/${id}`);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const etag = first.headers.get('etag') ?? '';
    const again = await app.request(`/api/pitches/${id}`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).headers.get('etag')).toBe('"1"');
  });

  it('hides what is not published behind the same 404 as what is not there', async () => {
    const { id, slug } = await createPitch(app, creator);
    const missing = await errorOf(await app.request('/api/pitches/018f0000-0000-7000-8000-000000000000'));
    for (const key of [id, slug, 'no-such-pitch', '018f0000-0000-7000-8000-000000000000', '..%2f..', '%00', 'A B', "x' OR 1=1", 'x'.repeat(200)]) {
      for (const cookie of [undefined, investor.cookie, rival.cookie]) {
        const response = await app.request(`/api/pitches/${encodeURIComponent(key)}`, { cookie });
        expect(response.status, key).toBe(404);
        expect({ ...await errorOf(response), requestId: '' }).toEqual({ ...missing, requestId: '' });
      }
    }
    expect((await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).status).toBe(200);
  });

  it('shows a pitch that was looked for before it was published', async () => {
    const { id } = await createPitch(app, creator);
    expect((await app.request(`/api/pitches/${id}`)).status).toBe(404);
    await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: creator.cookie });
    expect((await app.request(`/api/pitches/${id}`)).status).toBe(200);
  });

  it('ignores what a client says it may see', async () => {
    const { id } = await gatedPitch();
    for (const query of ['?tier=owner', '?viewAs=owner', '?nda=signed']) {
      expect(await (await app.request(`/api/pitches/${id}${query}`, { headers: { 'x-tier': 'owner' } })).json()).toMatchObject({ tier: 'public', protected: { contactDetails: canary('contactDetails') } });
    }
  });
});
