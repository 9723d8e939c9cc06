// The tabs of lists: groups of states, by what somebody looks for.
import type { NdaStatus } from '../../../../worker/features/ndas/schema.ts';

export interface Group {
  name: string;
  label: string;
  statuses: readonly NdaStatus[];
}

export const requestGroups: readonly [Group, ...Group[]] = [
  { name: 'waiting', label: 'Waiting for you', statuses: ['requested'] },
  { name: 'offered', label: 'Offered back', statuses: ['countered'] },
  { name: 'approved', label: 'To be signed', statuses: ['approved'] },
  { name: 'signed', label: 'Signed', statuses: ['signed'] },
  { name: 'over', label: 'Over', statuses: ['rejected', 'withdrawn', 'lapsed', 'revoked', 'expired', 'superseded'] },
];

export const ownGroups: readonly [Group, ...Group[]] = [
  { name: 'open', label: 'Under way', statuses: ['requested', 'countered', 'approved'] },
  { name: 'signed', label: 'Signed', statuses: ['signed'] },
  { name: 'over', label: 'Over', statuses: ['rejected', 'withdrawn', 'lapsed', 'revoked', 'expired', 'superseded'] },
];

/** The group an address names; the first for any other word. */
export const groupOf = <Groups extends readonly [Group, ...Group[]]>(groups: Groups, name: string | null): Group => groups.find((group) => group.name === name) ?? groups[0];

export const countIn = ({ statuses }: Group, counts: Partial<Record<NdaStatus, number>> | undefined): number => statuses.reduce((sum, status) => sum + (counts?.[status] ?? 0), 0);
