import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { useRoom } from '../../lib/live/hooks.ts';
import { useLiveStatus } from '../../lib/live/status.ts';

export interface Readers {
  /** People with the page open, its owner aside. */
  readers: number;
  /** Only told to the owner: those who opened a copy that was made for them. */
  people?: { userId: string; name: string }[];
}

/** Who is on a pitch's page now; joins it, so that oneself is counted too. Null while nobody can tell. Also brings the numbers of the pitch up to now. */
export function useReaders(pitchId: string | null): Readers | null {
  const client = useQueryClient();
  const [readers, setReaders] = useState<Readers | null>(null);
  const isLive = useLiveStatus(({ status }) => status === 'live');
  useRoom(pitchId === null ? null : `pitch:${pitchId}`, {
    onJoined: (state) => setReaders(state as Readers),
    onFrame(frame) {
      if (frame.kind === 'readers') setReaders(frame as unknown as Readers);
      if (frame.kind !== 'counts') return;
      const { views, likes, watchers, comments } = frame as unknown as Pitch['stats'];
      client.setQueriesData<Pitch>({ queryKey: ['pitches', 'one'] }, (shown) => (shown?.id === pitchId ? { ...shown, stats: { ...shown.stats, views, likes, watchers, comments } } : shown));
    },
    onLeft: () => setReaders(null),
  });
  return isLive ? readers : null;
}
