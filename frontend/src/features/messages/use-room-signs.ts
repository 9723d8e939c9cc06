import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useRoom } from '../../lib/live/hooks.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import type { Conversation } from './api.ts';
import { askAgain } from './follow.ts';

/** `hidden`: they do not show it. */
export interface Presence {
  state: 'active' | 'away' | 'offline' | 'hidden';
  lastSeenAt: string | null;
}

interface State {
  here: { userId: string; typing: boolean }[];
  typingMs: number;
  presence?: ({ userId: string } & Presence)[];
}

export interface RoomSigns {
  /** Who else has the conversation open. */
  here: ReadonlySet<string>;
  /** Whether the others are on Pitchey at all, as far as they show it. */
  presence: ReadonlyMap<string, Presence>;
  typing: readonly string[];
  /** Who was writing when the connection was lost; what they do now is not known. */
  typedBefore: readonly string[];
}

const nobody: ReadonlySet<string> = new Set();
const unknown: ReadonlyMap<string, Presence> = new Map();

/** Who is in the conversation now and who is writing. Signs pass: without a connection nobody is known to be here. */
export function useRoomSigns({ id, shut }: Pick<Conversation, 'id' | 'shut'>): RoomSigns {
  const client = useQueryClient();
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const [presence, setPresence] = useState(unknown);
  const [typing, setTyping] = useState<readonly string[]>([]);
  const ends = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const forgetAfter = useRef(6000);
  const isLost = useLiveStatus(({ status }) => status === 'offline');

  const note = (userId: string, on: boolean): void => {
    clearTimeout(ends.current.get(userId));
    ends.current.delete(userId);
    if (on) ends.current.set(userId, setTimeout(() => { if (useLiveStatus.getState().status !== 'offline') note(userId, false); }, forgetAfter.current));
    setTyping((before) => [...before.filter((one) => one !== userId), ...(on ? [userId] : [])]);
  };

  // Where nobody can write nobody is told who is there; when it opens again, one joins again.
  useRoom(shut === 'closed' ? null : `conversation:${id}`, {
    onJoined(state) {
      const { here: others, typingMs, presence: seen = [] } = state as State;
      setPresence(new Map(seen.map(({ userId, ...one }) => [userId, one])));
      forgetAfter.current = typingMs;
      setHere(new Set(others.map(({ userId }) => userId)));
      setTyping([]);
      for (const { userId, typing: isTyping } of others) note(userId, isTyping);
    },
    onFrame(frame) {
      const { userId, on, state, lastSeenAt } = frame as unknown as { userId: string; on: boolean } & Presence;
      if (frame.kind === 'presence') setPresence((before) => new Map(before).set(userId, { state, lastSeenAt }));
      if (frame.kind === 'typing') note(userId, on);
      if (frame.kind === 'here') setHere((before) => new Set([...before].filter((one) => one !== userId).concat(on ? [userId] : [])));
    },
    // Blocked, or taken out: what was shown of the others is over, and what one may do here is asked for anew.
    onLeft() {
      setHere(nobody);
      setPresence(unknown);
      setTyping([]);
      askAgain(client, id);
    },
  });

  // Timers end with the page.
  useEffect(() => {
    const running = ends.current;
    return () => { for (const timer of running.values()) clearTimeout(timer); };
  }, []);

  // What passes is over with the connection; what was last seen is said as such.
  if (shut === 'closed') return { here: nobody, presence: unknown, typing: [], typedBefore: [] };
  return isLost ? { here: nobody, presence: unknown, typing: [], typedBefore: typing } : { here, presence, typing, typedBefore: [] };
}
