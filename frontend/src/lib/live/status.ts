import { create } from 'zustand';

/**
 * `idle`: nobody is signed in, or it has not begun. `connecting`: nothing is heard yet. `live`: told at once. `polling`: the socket could
 * not be had; told every few seconds. `asleep`: nobody has looked at this tab for minutes. `offline`: nothing gets through.
 */
export type LiveStatus = 'idle' | 'connecting' | 'live' | 'polling' | 'asleep' | 'offline';

export const useLiveStatus = create<{ status: LiveStatus }>(() => ({ status: 'idle' }));
