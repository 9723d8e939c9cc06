import { useEffect, useRef } from 'react';
import { live } from '../../lib/live/live.ts';

/** Said again while somebody goes on typing: the others forget it by themselves. */
const AGAIN_AFTER = 3000;

/** Tells the others that this person is writing; gives what to call with every change of the text. */
export function useTypingSign(conversationId: string): (isWriting: boolean) => void {
  const saidAt = useRef(0);
  const room = `conversation:${conversationId}` as const;
  const say = (on: boolean): void => {
    const now = performance.now();
    if (on ? saidAt.current > 0 && now - saidAt.current < AGAIN_AFTER : saidAt.current === 0) return;
    saidAt.current = on ? now : 0;
    live.tell({ type: 'typing', room, on });
  };
  // Whoever leaves the page has stopped writing.
  useEffect(() => () => {
    if (saidAt.current > 0) live.tell({ type: 'typing', room, on: false });
    saidAt.current = 0;
  }, [room]);
  return say;
}
