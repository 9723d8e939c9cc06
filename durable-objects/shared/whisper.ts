// Passing things of a room, on their way to hubs: what happens within a window goes as one call a person, and of frames with the same
// key only the newest goes. Never stored; a hub that does not answer has missed them.
import { log } from '../../worker/platform/log.ts';
import type { Room } from '../hub/protocol.ts';
import type { Attendance } from './attendance.ts';
import type { HubPort } from './ports.ts';

/** ms that passing things wait for others. */
export const WINDOW_MS = 50;

export type PassingFrame = { kind: string } & Record<string, unknown>;
export interface Whisper {
  /** Replaces what is waiting under the same key, e.g. `typing:<user id>`; absent: replaces nothing. */
  key?: string;
  /** Not told: the tab it came from. */
  except?: string;
  /** Not told: any tab of this person. */
  notTo?: string;
  /** Told nobody but these people; absent: everyone who has joined. */
  only?: readonly string[];
}

export interface WhispererPorts {
  room: Room;
  attendance: Pick<Attendance, 'people'>;
  hubOf(userId: string): Pick<HubPort, 'whisper'>;
  windowMs?: number;
}

export function createWhisperer({ room, attendance, hubOf, windowMs = WINDOW_MS }: WhispererPorts) {
  let waiting = new Map<string, { frame: PassingFrame; to: Whisper }>();
  let made = 0;
  let isDue = false;

  async function send(): Promise<void> {
    const batch = [...waiting.values()];
    waiting = new Map();
    isDue = false;
    await Promise.all(attendance.people().map(async ({ userId }) => {
      const mine = batch.filter(({ to }) => to.notTo !== userId && (!to.only || to.only.includes(userId)));
      // Frames that leave out different tabs cannot share a call.
      const byTab = Map.groupBy(mine, ({ to }) => to.except);
      for (const [except, frames] of byTab) {
        try {
          await hubOf(userId).whisper(room, frames.map(({ frame }) => frame), except);
        } catch (error) {
          log('warn', 'whisper', { room, userId, cause: String(error).slice(0, 200) });
        }
      }
    }));
  }

  return {
    /** Tells a frame within the window. */
    tell(frame: PassingFrame, to: Whisper = {}): void {
      const key = to.key ?? `#${made += 1}`;
      // The newest goes last.
      waiting.delete(key);
      waiting.set(key, { frame, to });
      if (isDue) return;
      isDue = true;
      setTimeout(() => void send(), windowMs);
    },
  };
}

export type Whisperer = ReturnType<typeof createWhisperer>;
