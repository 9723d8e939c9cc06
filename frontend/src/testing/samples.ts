// Answers of the API, typed by the server's own schemas.
import type { SessionUser } from '../../../worker/features/auth/schema.ts';
import type { Facets } from '../../../worker/features/market/schema.ts';
import type { PitchCard, PitchOwner, PitchPublic } from '../../../worker/features/pitches/schema.ts';

export const sampleUser = (change: Partial<SessionUser> = {}): SessionUser => ({
  id: '01900000-0000-7000-8000-0000000000a1', email: 'harriet@fenwater.example', name: 'Harriet Osei-Lund', portal: 'investor', roles: [], emailVerified: true, ...change,
});

export const sampleCard = (change: Partial<PitchCard> = {}): PitchCard => ({
  id: '01900000-0000-7000-8000-000000000001', slug: 'salt-year', title: 'Salt Year', logline: 'A ferrywoman has one winter to talk eleven holdouts off the island.',
  format: 'feature', genres: ['drama', 'survival'], stage: 'financing', budgetBand: 'mid', poster: { url: '/api/files/p1', width: 600, height: 900, blurhash: null },
  creator: { id: 'c1', name: 'Maren Oyelaran', handle: 'maren' }, stats: { views: 4218, likes: 3, watchers: 1, comments: 0 }, ndaRequired: true, publishedAt: '2026-11-20T10:00:00.000Z', ...change,
});

export const samplePitch = (change: Partial<PitchPublic> = {}): PitchPublic => ({
  ...sampleCard(), tier: 'public', version: 12, synopsis: 'Hesk has one road.\n\nFor nine hours a day it is under the sea.', ask: { amount: 100_000_000, currency: 'USD', kind: 'equity' }, seekingInvestment: true,
  comps: [], tone: '', themes: [], audience: '', whyNow: '', productionPlan: '', details: null, characters: [], media: [], team: [{ name: 'Petra Lindemarsh', role: 'Ada Tarrow', status: 'letter_of_intent', hasProof: false, confirmedAt: null }],
  creator: { id: 'c1', name: 'Maren Oyelaran', handle: 'maren', companyName: 'Quarrylight', headline: 'Writer and director' }, protected: {}, financePlan: null,
  locked: [{ field: 'marketingStrategy', gate: 'member' }, { field: 'budgetBreakdown', gate: 'nda' }], updatedAt: '2026-11-20T10:00:00.000Z', ...change,
});

const noTexts = { budgetBreakdown: '', financialProjections: '', distributionPlan: '', marketingStrategy: '', contactDetails: '' };

export const ownPitch = (change: Partial<PitchOwner> = {}): PitchOwner => ({
  ...samplePitch(), tier: 'owner', financePlan: null, takedown: null, media: [], status: 'draft', team: [], protected: noTexts, locked: [], createdAt: '2026-11-20T10:00:00.000Z',
  access: { financePlan: 'member', budgetBreakdown: 'nda', financialProjections: 'nda', distributionPlan: 'nda', marketingStrategy: 'nda', contactDetails: 'nda' },
  completeness: { publishable: true, done: 1, total: 1, missing: [] }, ...change,
});

/** Counts as the server gives them; the facets named here, zero elsewhere. */
export const sampleFacets = (total: number, counts: Partial<Record<keyof Facets['facets'], Record<string, number>>> = {}): Facets => ({
  total, facets: { genre: {}, format: {}, stage: {}, budgetBand: {}, seeking: {}, ...counts } as Facets['facets'],
});
