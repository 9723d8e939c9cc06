// The life of an NDA, as a table. The database holds the same rows (nda_transitions) and refuses every other move; a test compares them.
import type { NdaAction, NdaParty, NdaStatus } from './schema.ts';

export interface Move {
  from: NdaStatus;
  action: NdaAction;
  by: NdaParty | 'system';
  to: NdaStatus;
}

/** `approve` of a countered NDA by its signer takes the owner's terms: `accept`, then `approve` by the system, since the owner offered them. */
export const MOVES: readonly Move[] = [
  { from: 'requested', action: 'approve', by: 'owner', to: 'approved' },
  { from: 'requested', action: 'approve', by: 'system', to: 'approved' },
  { from: 'requested', action: 'reject', by: 'owner', to: 'rejected' },
  { from: 'requested', action: 'counter', by: 'owner', to: 'countered' },
  { from: 'requested', action: 'withdraw', by: 'signer', to: 'withdrawn' },
  { from: 'requested', action: 'lapse', by: 'system', to: 'lapsed' },
  { from: 'countered', action: 'counter', by: 'signer', to: 'requested' },
  { from: 'countered', action: 'accept', by: 'signer', to: 'requested' },
  { from: 'countered', action: 'withdraw', by: 'signer', to: 'withdrawn' },
  { from: 'countered', action: 'lapse', by: 'system', to: 'lapsed' },
  { from: 'approved', action: 'sign', by: 'signer', to: 'signed' },
  { from: 'approved', action: 'withdraw', by: 'owner', to: 'withdrawn' },
  { from: 'approved', action: 'withdraw', by: 'signer', to: 'withdrawn' },
  { from: 'approved', action: 'lapse', by: 'system', to: 'lapsed' },
  { from: 'signed', action: 'revoke', by: 'owner', to: 'revoked' },
  { from: 'signed', action: 'expire', by: 'system', to: 'expired' },
  { from: 'signed', action: 'supersede', by: 'system', to: 'superseded' },
];

/** Where a move leads, or undefined when it is not legal. */
export const destination = (from: NdaStatus, action: NdaAction, by: NdaParty | 'system'): NdaStatus | undefined =>
  MOVES.find((move) => move.from === from && move.action === action && move.by === by)?.to;

/** What people can do now, and who: what both sides are shown. */
export const nextMoves = (from: NdaStatus): { action: NdaAction; by: NdaParty }[] =>
  MOVES.flatMap(({ from: here, action, by }) => (here === from && by !== 'system' ? [{ action: action === 'accept' ? 'approve' : action, by }] : []));

const DAY = 86_400_000;

/** Days in which the next move must come before an open NDA lapses. */
export const ANSWER_DAYS = 14;

/** ms until when somebody must act in this state; null where nobody must. */
export const dueAfter = (status: NdaStatus, now: number): number | null =>
  status === 'requested' || status === 'countered' || status === 'approved' ? now + ANSWER_DAYS * DAY : null;
