import { describe, expect, it } from 'vitest';
import { sampleNda, sampleNdaCard, sampleTerms } from '../../testing/nda-samples.ts';
import { bulkSentence } from './bulk-bar.tsx';
import { givesOf } from './gives.tsx';
import { countIn, groupOf, requestGroups } from './groups.ts';
import { sayState } from './state-notice.tsx';
import { changedTerms, termProblems } from './terms-change.ts';
import { describeTerm, duration, termsLine, turnOf, waited } from './words.ts';

const hash = 'a'.repeat(64);
const now = Date.parse('2026-11-23T10:00:00.000Z');

describe('whose move it is', () => {
  it.each([['requested', 'them', 'you'], ['countered', 'you', 'them'], ['approved', 'you', 'them'], ['signed', null, null], ['rejected', null, null]] as const)('in %s', (status, signer, owner) => {
    expect(turnOf(sampleNdaCard(status), 'signer')).toBe(signer);
    expect(turnOf(sampleNdaCard(status), 'owner')).toBe(owner);
  });

  it('is said to each side in its own words, with the reason', () => {
    expect(sayState(sampleNda('requested', hash), 'owner', now).text).toBe('Harriet Osei-Lund has waited 3 days for your answer. It runs out on 4 Dec.');
    expect(sayState(sampleNda('requested', hash), 'signer', now).text).toContain('has your request and answers next');
    const revoked = sampleNda('revoked', hash);
    revoked.history.push({ at: '2026-11-22T10:00:00.000Z', action: 'revoke', by: 'owner', actor: null, from: 'signed', to: 'revoked', reason: 'It found its money.', documentHash: hash });
    expect(sayState(revoked, 'signer', now)).toEqual({ tone: 'negative', text: 'Maren Oyelaran revoked access. “It found its money.” The duties of secrecy stay.' });
  });
});

describe('terms', () => {
  it('are said in a line and one by one', () => {
    expect(termsLine(sampleTerms)).toBe('2 years of secrecy, access for 365 days, stamped copies allowed');
    expect(describeTerm('termMonths', 18)).toEqual({ label: 'Secrecy', value: '18 months' });
    expect(describeTerm('unheard', true)).toEqual({ label: 'unheard', value: 'true' });
  });

  it('leave as what changed, and only whole numbers in range', () => {
    expect(changedTerms(sampleTerms, { ...sampleTerms, termMonths: 36, special: 'No filming in Cornwall.' })).toEqual({ termMonths: 36, special: 'No filming in Cornwall.' });
    expect(termProblems(sampleTerms)).toEqual({});
    expect(Object.keys(termProblems({ ...sampleTerms, termMonths: Number.NaN, accessDays: 0, governingLaw: ' ' }))).toEqual(['termMonths', 'accessDays', 'governingLaw']);
  });

  it('ask of each side what they hold', () => {
    expect(givesOf({ ...sampleTerms, nonCircumventionMonths: 12 }).reader).toContain('No way around the owner for 1 year');
    expect(givesOf({ ...sampleTerms, download: false }).owner).not.toContain('Copies to keep, stamped with the reader’s name');
  });
});

describe('lists', () => {
  it('count and name their groups', () => {
    expect(groupOf(requestGroups, 'over').label).toBe('Over');
    expect(groupOf(requestGroups, 'nonsense').name).toBe('waiting');
    expect(countIn(groupOf(requestGroups, 'over'), { rejected: 2, lapsed: 1, signed: 9 })).toBe(3);
  });

  it('say how long something takes, and what a bulk answer did', () => {
    expect([duration(20), duration(3600), duration(86_400), duration(3 * 86_400)]).toEqual(['1 minute', '60 minutes', '24 hours', '3 days']);
    expect(waited('2026-11-23T09:20:00.000Z', now)).toBe('40 minutes');
    expect(bulkSentence([{ id: 'a', ok: true }, { id: 'b', ok: true }], 'approved')).toBe('2 approved.');
    expect(bulkSentence([{ id: 'a', ok: true }, { id: 'b', ok: false, code: 'illegal_transition' }], 'declined')).toBe('1 of 2 declined; 1 had changed meanwhile.');
  });
});
