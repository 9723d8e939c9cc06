// The demo's agreements, one story each: who asks whom, what is said, and how it went. Days are before the planting.
import type { TermsPatch } from '../../../worker/features/ndas/terms.ts';

export type AgreementStep =
  | readonly [daysAgo: number, deed: 'ask', message: string]
  | readonly [daysAgo: number, deed: 'approve', terms?: TermsPatch]
  | readonly [daysAgo: number, deed: 'counter', by: 'owner' | 'signer', terms: TermsPatch, note: string]
  | readonly [daysAgo: number, deed: 'reject' | 'withdraw' | 'revoke', reason: string]
  | readonly [daysAgo: number, deed: 'sign', title: string]
  | readonly [daysAgo: number, deed: 'sign-with-passport']
  /** Pages of the script, from and to, with minutes on them and how far down the last was read. */
  | readonly [daysAgo: number, deed: 'read', from: number, to: number, minutes: number, depth: number]
  | readonly [daysAgo: number, deed: 'question', subject: string, body: string, answer: string]
  /** The clock comes by: what is due ends. */
  | readonly [daysAgo: number, deed: 'clock'];

export interface SeedAgreement {
  pitch: string;
  signer: string;
  steps: readonly AgreementStep[];
}

/** Those who have signed the standard form for all, and days ago. */
export const passports: readonly (readonly [handle: string, daysAgo: number, title: string])[] = [['harriet-osei-lund', 96, 'Partner'], ['bertil-okoye-lang', 70, 'Investment director']];

/** The pitch whose script can be opened. */
export const SCRIPT_OF = 'salt-year';

export const agreements: readonly SeedAgreement[] = [
  { pitch: 'salt-year', signer: 'harriet-osei-lund', steps: [
    [92.3, 'ask', 'Two ensemble dramas a year, up to five million. I would like to read the script before I look at the deck.'], [91.9, 'approve'], [91.8, 'sign', 'Partner'],
    [91.6, 'read', 1, 3, 14, 1], [90.5, 'read', 3, 6, 19, 1],
    [60.2, 'question', 'The night shoots', 'Five of the seven nights are in the harbour office build. What happens to the budget if the build falls through?', 'We have a second hall on the same island, one street back from the slip, held until the end of August. It costs two more days of nights; the contingency covers it.'],
    [12.4, 'read', 4, 5, 9, 1], [1.2, 'read', 4, 6, 11, 0.8]] },
  { pitch: 'hard-water', signer: 'harriet-osei-lund', steps: [[55, 'ask', ''], [54.2, 'approve', { accessDays: 30 }], [53.5, 'sign', 'Partner'], [23.4, 'clock']] },
  { pitch: 'kestrel', signer: 'harriet-osei-lund', steps: [[30, 'ask', 'Read the first ten pages at a market once, without a name on them.'], [29.1, 'approve'], [28.9, 'sign', 'Partner'], [9, 'revoke', 'The film has found its money, and the other partner wishes the room closed.']] },
  { pitch: 'the-weighbridge', signer: 'harriet-osei-lund', steps: [[20.1, 'ask', ''], [18.3, 'reject', 'We are talking to two financiers and will not open a third conversation before March.']] },
  { pitch: 'half-a-harbour', signer: 'harriet-osei-lund', steps: [[15, 'ask', 'Is this the harbour from the short?'], [14.2, 'withdraw', 'Asked in the wrong place; I will write to Callum.']] },
  { pitch: 'six-hours-of-daylight', signer: 'harriet-osei-lund', steps: [[8.1, 'ask', 'Happy to read on the platform only.'], [6.2, 'counter', 'owner', { termMonths: 36, download: false }, 'Three years, and reading here only: the house has been photographed once too often.']] },
  { pitch: 'glasshouse', signer: 'harriet-osei-lund', steps: [[4.2, 'ask', ''], [1.1, 'approve']] },
  { pitch: 'forty-acres-of-quiet', signer: 'harriet-osei-lund', steps: [[0.3, 'ask', 'The second feature travelled well here. I would read this one at once.']] },

  { pitch: 'salt-year', signer: 'bertil-okoye-lang', steps: [[38.4, 'ask', 'Co-production money for the Nordic half. Winter suits us.'], [37.8, 'approve'], [37.7, 'sign-with-passport'], [36.9, 'read', 1, 6, 33, 1], [5.3, 'read', 5, 6, 4, 0.6]] },
  { pitch: 'salt-year', signer: 'carmen-iturralde-voss', steps: [[80, 'ask', ''], [79.5, 'approve'], [78.9, 'sign', 'Partner'], [78.1, 'read', 1, 2, 3, 0.5], [20.3, 'revoke', 'The unsold territories have gone to somebody else.']] },
  { pitch: 'salt-year', signer: 'lionel-marchetti-boateng', steps: [[34, 'ask', 'Tax-credit lending only.'], [33.4, 'reject', 'The credit is lent against already. Thank you for asking plainly.']] },
  { pitch: 'salt-year', signer: 'desmond-achterlo', steps: [[12, 'ask', ''], [11.2, 'withdraw', 'Too late in the year for me.']] },
  { pitch: 'salt-year', signer: 'priya-ashgrove-menon', steps: [[9.2, 'ask', 'We should like a year longer than the form says.'], [8.3, 'counter', 'owner', { accessDays: 540, nonCircumventionMonths: 12 }, 'Eighteen months, if we add the usual year of not going around us.']] },
  { pitch: 'salt-year', signer: 'ekow-vandersloot', steps: [[7.1, 'ask', ''], [5.6, 'counter', 'owner', { termMonths: 48 }, 'Four years for the script.'], [3.2, 'counter', 'signer', { termMonths: 36 }, 'Three is what my board has signed before.']] },
  { pitch: 'salt-year', signer: 'yuki-farrand-ito', steps: [[2.6, 'ask', 'Not genre, I know. My mother is from a place like this.'], [1.5, 'approve']] },
  { pitch: 'salt-year', signer: 'bellingcourt-sons', steps: [[2.2, 'ask', 'We have a staircase and a tank.']] },
  { pitch: 'salt-year', signer: 'imke-norrgate', steps: [[0.15, 'ask', 'Gap for features with a sales agent; you have one. May I see the finance plan?']] },

  { pitch: 'hard-water', signer: 'quarrylight', steps: [[50.2, 'ask', 'Eight hours with weather in them.'], [49.4, 'approve'], [49.2, 'sign', 'Producer']] },
  { pitch: 'hard-water', signer: 'gideon-raskell', steps: [[40, 'ask', ''], [25.9, 'clock']] },
  { pitch: 'kestrel', signer: 'quarrylight', steps: [[3.1, 'ask', 'We shot birds on the last one and lost none.']] },
  { pitch: 'half-a-harbour', signer: 'bertil-okoye-lang', steps: [[10.4, 'ask', ''], [10.1, 'approve'], [9.8, 'sign-with-passport']] },
  { pitch: 'half-a-harbour', signer: 'thandeka-moorcroft', steps: [[1.05, 'ask', 'Documentary when it changes my mind. What is the second half of the harbour?']] },
];
