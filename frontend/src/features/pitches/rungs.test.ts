import { describe, expect, it } from 'vitest';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { samplePitch } from '../../testing/samples.ts';
import { partCounts, rungsOf } from './rungs.ts';
import { seenSentence } from './seen-sentence.ts';

describe('the ladder of a pitch', () => {
  it('shows a visitor what is public and what each further step holds', () => {
    expect(rungsOf(samplePitch())).toEqual([
      { name: 'Public', what: 'Logline, synopsis, team and ask', note: 'open', open: true, here: true },
      { name: 'Members', what: 'Marketing strategy', note: 'an account', open: false, here: false },
      { name: 'NDA', what: 'Budget breakdown', note: 'when both have signed', open: false, here: false },
    ]);
    expect(seenSentence(samplePitch())).toBe('You see 4 of 6 parts. The other 2 need a further step.');
  });

  it('moves a member up and counts what opened', () => {
    const member = { ...samplePitch({ protected: { marketingStrategy: 'Harbours first.' }, locked: [{ field: 'budgetBreakdown', gate: 'nda' }] }), tier: 'member' as const };
    expect(rungsOf(member).map(({ name, open, here }) => [name, open, here])).toEqual([['Public', true, false], ['Members', true, true], ['NDA', false, false]]);
    expect(partCounts(member)).toEqual({ seen: 5, all: 6 });
    expect(seenSentence(member)).toBe('You see 5 of 6 parts. One needs a further step.');
  });

  it('leaves what is open on the rung that its gate names, for every reader', () => {
    const texts = { marketingStrategy: 'Harbours first.', distributionPlan: 'Festivals.' };
    const reader = { ...samplePitch({ protected: texts, locked: [], opened: [{ field: 'marketingStrategy', gate: 'member' }, { field: 'distributionPlan', gate: 'nda' }] }), tier: 'deal' as const };
    expect(rungsOf(reader).slice(1).map(({ name, what, here }) => [name, what, here])).toEqual([['Members', 'Marketing strategy', false], ['NDA', 'Distribution plan', false], ['Deal', 'Nothing more than above', true]]);
  });

  it('keeps the rung one stands on even when it holds nothing', () => {
    const member = { ...samplePitch({ locked: [] }), tier: 'member' as const };
    expect(rungsOf(member).at(-1)).toEqual({ name: 'Members', what: 'Nothing more than above', note: 'open', open: true, here: true });
  });

  it('opens everything to the owner, each field on the rung its gate names', () => {
    const texts = { budgetBreakdown: 'a', financialProjections: '', distributionPlan: 'b', marketingStrategy: '', contactDetails: '' };
    const owner = {
      ...samplePitch({ locked: [] }), tier: 'owner', status: 'published', team: [], protected: texts, createdAt: '2026-11-20T10:00:00.000Z',
      financePlan: null, takedown: null, media: [], access: { financePlan: 'member', budgetBreakdown: 'deal', financialProjections: 'nda', distributionPlan: 'confidential', marketingStrategy: 'nda', contactDetails: 'nda' },
      completeness: { publishable: true, done: 1, total: 1, missing: [] },
    } satisfies PitchOwner;
    expect(rungsOf(owner).map(({ name, what, open, here }) => [name, what, open, here])).toEqual([
      ['Public', 'Logline, synopsis and ask', true, false], ['Click-through', 'Distribution plan', true, false], ['Deal', 'Budget breakdown', true, false],
    ]);
  });
});
