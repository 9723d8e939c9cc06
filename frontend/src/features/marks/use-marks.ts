import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import type { Mark } from '../../../../worker/features/marks/schema.ts';
import { useSession } from '../../lib/session.ts';
import { marksQuery, setMark, showMark, type Deed } from './api.ts';

/** A page of the market: more pages ask for what they add only. */
const chunk = 24;

/** The reader's marks on these pitches, by id. Empty for visitors, and until the answers are there. */
export function useMarks(ids: readonly string[]): ReadonlyMap<string, Mark> {
  const { user } = useSession();
  const chunks = Array.from({ length: Math.ceil(ids.length / chunk) }, (_, index) => ids.slice(index * chunk, (index + 1) * chunk));
  return useQueries({
    queries: chunks.map((part) => ({ ...marksQuery(part), enabled: user !== null })),
    combine: (answers) => new Map(answers.flatMap(({ data }) => data ?? []).map((mark): [string, Mark] => [mark.pitchId, mark])),
  });
}

interface MarkTarget {
  pitchId: string;
  ownerId: string;
}

/** Turns a mark on and off: shown at once, taken back when the server refuses. */
export function useMarkSwitch(deed: Deed, target: MarkTarget) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (on: boolean) => setMark(deed, target, on),
    onMutate: (on) => showMark(client, deed, target, on),
    onError: (_error, on) => showMark(client, deed, target, !on),
    onSuccess: () => Promise.all([
      deed === 'watching' && client.invalidateQueries({ queryKey: ['watchlist'] }),
      deed === 'following' && client.invalidateQueries({ queryKey: ['feed'] }),
      deed === 'following' && client.invalidateQueries({ queryKey: ['ties', target.ownerId] }),
    ]),
  });
}
