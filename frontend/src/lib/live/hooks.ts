import { useEffect, useEffectEvent } from 'react';
import { live, type EventOf, type Kind, type RoomListener } from './live.ts';

/** Calls `then` for every event of a kind while the component is shown. */
export function useLiveEvent<K extends Kind>(kind: K, then: (event: EventOf<K>, at: string) => void): void {
  const heard = useEffectEvent(then);
  // The subscription lives as long as the component.
  useEffect(() => live.on(kind, (event, at) => heard(event, at)), [kind]);
}

/** Joins a room while the component is shown; null joins none. */
export function useRoom(room: string | null, { onJoined, onFrame, onLeft }: RoomListener): void {
  const joined = useEffectEvent((state: unknown) => onJoined?.(state));
  const heard = useEffectEvent((frame: Parameters<NonNullable<RoomListener['onFrame']>>[0]) => onFrame?.(frame));
  const left = useEffectEvent(() => onLeft?.());
  // The membership lives as long as the component shows this room.
  useEffect(() => (room === null ? undefined : live.join(room, { onJoined: (state) => joined(state), onFrame: (frame) => heard(frame), onLeft: () => left() })), [room]);
}
