// What states, moves and terms are called on every page.
import type { Nda, NdaAction, NdaCard, NdaStatus, Terms } from '../../../../worker/features/ndas/schema.ts';
import { formatDay } from '../../lib/format.ts';

type Tone = 'positive' | 'caution' | 'negative' | 'notice' | 'open';

export const statusWords: Record<NdaStatus, { label: string; tone: Tone }> = {
  requested: { label: 'Requested', tone: 'notice' },
  countered: { label: 'New terms offered', tone: 'caution' },
  approved: { label: 'Ready to sign', tone: 'notice' },
  signed: { label: 'Signed', tone: 'positive' },
  rejected: { label: 'Declined', tone: 'negative' },
  withdrawn: { label: 'Withdrawn', tone: 'open' },
  lapsed: { label: 'Ran out unanswered', tone: 'open' },
  revoked: { label: 'Revoked', tone: 'negative' },
  expired: { label: 'Access ended', tone: 'open' },
  superseded: { label: 'Replaced by a later one', tone: 'open' },
};

const deeds: Record<NdaAction, string> = {
  request: 'asked for access', approve: 'approved', reject: 'declined', counter: 'offered other terms', accept: 'accepted the terms', withdraw: 'withdrew',
  sign: 'signed', revoke: 'revoked access', lapse: 'Time ran out', expire: 'Access ended', supersede: 'A later agreement took its place',
};

/** "Maren Oyelaran approved", "Time ran out". */
export function historySentence({ action, by, actor }: Pick<Nda['history'][number], 'action' | 'by' | 'actor'>): string {
  if (by === 'system') return action === 'approve' ? 'Approved by a standing rule or an accepted offer' : deeds[action];
  return `${actor?.name ?? (by === 'owner' ? 'The owner' : 'The reader')} ${deeds[action]}`;
}

const months = (count: number): string => (count % 12 === 0 ? (count === 12 ? '1 year' : `${count / 12} years`) : count === 1 ? '1 month' : `${count} months`);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

export const termWords: { [Key in keyof Terms]: { label: string; say: (value: Terms[Key]) => string } } = {
  termMonths: { label: 'Secrecy', say: months },
  accessDays: { label: 'Access', say: (value) => `${days(value)} from the signature` },
  expiresAt: { label: 'Access ends', say: (value) => (value === null ? 'With the days of access' : formatDay(value)) },
  download: { label: 'Copies', say: (value) => (value ? 'Stamped copies may be downloaded' : 'Read on the platform only') },
  governingLaw: { label: 'Law', say: (value) => value },
  nonCircumventionMonths: { label: 'Not going around the owner', say: (value) => (value === 0 ? 'Not agreed' : months(value)) },
  submissionRelease: { label: 'Submission release', say: (value) => (value ? 'In the same signature' : 'None') },
  residuals: { label: 'What stays in memory', say: (value) => (value ? 'General ideas may be used' : 'Nothing is released') },
  creditIntent: { label: 'Credit', say: (value) => (value ? 'To be agreed in good faith' : 'Not mentioned') },
  publicityBan: { label: 'Publicity', say: (value) => (value ? 'None without a written yes' : 'Not restricted') },
  priorWork: { label: 'Work of reference', say: (value) => value || 'None named' },
  special: { label: 'Added words', say: (value) => value || 'None' },
};

const sayTerm = <Key extends keyof Terms>(key: Key, value: unknown): string => termWords[key].say(value as Terms[Key]);

export const isTerm = (name: string): name is keyof Terms => name in termWords;

/** A term as label and sentence, for lists of what differs. */
export const describeTerm = (name: string, value: unknown): { label: string; value: string } =>
  (isTerm(name) ? { label: termWords[name].label, value: sayTerm(name, value) } : { label: name, value: String(value) });

/** The terms of a card in one line: "2 years of secrecy, 365 days of access, stamped copies". */
export const termsLine = ({ termMonths, accessDays, expiresAt, download }: Terms): string =>
  `${months(termMonths)} of secrecy, access ${expiresAt === null ? `for ${days(accessDays)}` : `until ${formatDay(expiresAt)}`}, ${download ? 'stamped copies allowed' : 'no copies'}`;

/** Whose move it is, seen by one side: `you`, `them`, or nobody's. */
export function turnOf({ next, status }: Pick<NdaCard, 'next' | 'status'>, side: 'owner' | 'signer'): 'you' | 'them' | null {
  if (status === 'signed') return null;
  const forward = next.filter(({ action }) => action !== 'withdraw');
  if (forward.length === 0) return null;
  return forward.some(({ by }) => by === side) ? 'you' : 'them';
}

/** Seconds as a person would say them: "40 minutes", "5 hours", "3 days". */
export function duration(seconds: number): string {
  const [unit, size] = seconds < 5400 ? (['minute', 60] as const) : seconds < 129_600 ? (['hour', 3600] as const) : (['day', 86_400] as const);
  const count = Math.max(1, Math.round(seconds / size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** How long something has waited at `now`. */
export const waited = (iso: string, now = Date.now()): string => duration(Math.max(0, now - Date.parse(iso)) / 1000);
