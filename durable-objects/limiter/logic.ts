// Sliding-window counting, exact at the edges: the sum of what was taken within the last window never passes the limit.

export interface Window {
  /** Most that may be taken within any `windowMs`. */
  limit: number;
  windowMs: number;
}

/** Times (ms) of what was taken and still counts, oldest first. */
export type Taken = readonly number[];

export interface Take {
  allowed: boolean;
  remaining: number;
  /** ms until something can be taken again; 0 when something still can. */
  retryAfterMs: number;
}

/** Takes one from the window, or refuses. Pure: gives the new state beside the answer. */
export function take(taken: Taken, window: Window, now: number): { state: Taken; answer: Take } {
  const live = taken.filter((at) => at > now - window.windowMs);
  if (live.length >= window.limit) {
    const oldest = live[live.length - window.limit] as number;
    return { state: live, answer: { allowed: false, remaining: 0, retryAfterMs: oldest + window.windowMs - now } };
  }
  const state = [...live, now];
  const remaining = window.limit - state.length;
  return { state, answer: { allowed: true, remaining, retryAfterMs: remaining > 0 ? 0 : (state[0] as number) + window.windowMs - now } };
}

/** Undoes the newest take: what it counted turned out not to be worth counting. */
export const giveBack = (taken: Taken): Taken => taken.slice(0, -1);

/** What `take` would say, without taking. */
export function peek(taken: Taken, window: Window, now: number): Take {
  const live = taken.filter((at) => at > now - window.windowMs);
  if (live.length < window.limit) return { allowed: true, remaining: window.limit - live.length, retryAfterMs: 0 };
  return { allowed: false, remaining: 0, retryAfterMs: (live[live.length - window.limit] as number) + window.windowMs - now };
}
