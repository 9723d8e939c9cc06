import { useCallback, useEffect, useRef, useState } from 'react';
import { sendPosition } from './api.ts';
import { keepPage } from './position.ts';

/** ms without a turned page after which the place is told: leafing through is no place. */
const SETTLED_MS = 1500;

/** Keeps the page with the account, and on this device at once. `kept`: where the last turned page is safe by now. */
export function useKeptPage(fileId: string): { kept: 'account' | 'device' | null; keep: (page: number) => void } {
  const [kept, setKept] = useState<'account' | 'device' | null>(null);
  const waiting = useRef<{ page: number; timer: number } | null>(null);
  const tell = useCallback(() => {
    const told = waiting.current;
    if (!told) return;
    window.clearTimeout(told.timer);
    waiting.current = null;
    // Where the account could not be told, the device holds the page; the next turned page is told again.
    sendPosition(fileId, told.page).then(() => setKept((now) => (waiting.current ? now : 'account')), () => undefined);
  }, [fileId]);
  const keep = useCallback((page: number) => {
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = { page, timer: window.setTimeout(tell, SETTLED_MS) };
    setKept(keepPage(fileId, page) ? 'device' : null);
  }, [fileId, tell]);
  // Leaving tells what still waits.
  useEffect(() => tell, [tell]);
  return { kept, keep };
}
