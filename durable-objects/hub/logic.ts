// What a hub decides about frames, rates and order. Pure: the shell (room.ts) does what comes of it.
import { ClientFrame, type ErrorCode, MAX_FRAME_BYTES } from './protocol.ts';

/** Frames a second that a socket may send for long, and how many at once. */
export const RATE = { perSecond: 30, burst: 60 } as const;
/** Strikes within `STRIKE_MS` after which a socket is closed. */
export const MOST_STRIKES = 3;
export const STRIKE_MS = 60_000;
/** Characters told to a socket that has not said `seen`, past which it is cut. */
export const MOST_UNSEEN = 1_000_000;
/** Catching up waits for `seen` beyond this much, so that a long absence is no reason to be cut. */
export const CATCH_UP_AHEAD = 400_000;
/** Characters of one `events` frame, give or take a line. */
export const FRAME_CHARS = 64_000;
export const MOST_SOCKETS = 50;
export const MOST_ROOMS = 20;

/** How a socket behaves: what is left of its burst, and what it did wrong lately. */
export interface Conduct { tokens: number; at: number; strikes: readonly number[] }
export const freshConduct = (now: number): Conduct => ({ tokens: RATE.burst, at: now, strikes: [] });

/** Takes one frame from the burst. `wait`: seconds until there is room again, where there is none. */
export function takeFrame({ tokens, at, strikes }: Conduct, now: number): { conduct: Conduct; wait: number } {
  const filled = Math.min(RATE.burst, tokens + (Math.max(0, now - at) / 1000) * RATE.perSecond);
  const isRoom = filled >= 1;
  return { conduct: { tokens: isRoom ? filled - 1 : filled, at: now, strikes }, wait: isRoom ? 0 : Math.ceil((1 - filled) / RATE.perSecond * 10) / 10 };
}

/** Notes a strike; those of the same second are one. `out`: it was the last. */
export function strike(conduct: Conduct, now: number): { conduct: Conduct; out: boolean } {
  const live = conduct.strikes.filter((at) => at > now - STRIKE_MS);
  const last = live.at(-1);
  const strikes = last !== undefined && now - last < 1000 ? live : [...live, now];
  return { conduct: { ...conduct, strikes }, out: strikes.length >= MOST_STRIKES };
}

export type Read =
  | { frame: ClientFrame }
  | { fault: Extract<ErrorCode, 'bad_frame' | 'too_large'>; message: string; id: string | null };

const idOf = (value: unknown): string | null => {
  const { id, room } = (value ?? {}) as { id?: unknown; room?: unknown };
  for (const name of [id, room]) if (typeof name === 'string' && name.length <= 80) return name;
  return null;
};

/** Whether a text is longer than a frame may be, without making bytes of it where its length says enough. */
const isTooLong = (text: string): boolean => text.length > MAX_FRAME_BYTES || (text.length * 3 > MAX_FRAME_BYTES && new TextEncoder().encode(text).length > MAX_FRAME_BYTES);

/** A frame as it came, or what is wrong with it. */
export function readFrame(message: string | ArrayBuffer): Read {
  if (typeof message !== 'string') {
    const tooLong = message.byteLength > MAX_FRAME_BYTES;
    return { fault: tooLong ? 'too_large' : 'bad_frame', message: 'Frames are texts of JSON.', id: null };
  }
  if (isTooLong(message)) return { fault: 'too_large', message: 'A frame has at most 64 KB.', id: null };
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return { fault: 'bad_frame', message: 'This is no JSON.', id: null };
  }
  const parsed = ClientFrame.safeParse(value);
  if (parsed.success) return { frame: parsed.data };
  const issue = parsed.error.issues[0];
  return { fault: 'bad_frame', message: `${issue?.path.join('.') || 'frame'}: ${issue?.message ?? 'unknown'}`.slice(0, 200), id: idOf(value) };
}

/** Which frames which rooms understand. */
export function isForRoom(frame: { type: string; room: string }): boolean {
  if (frame.type === 'deed') return frame.room.startsWith('conversation:');
  if (frame.type === 'patch' || frame.type === 'focus') return frame.room.startsWith('draft:');
  return true;
}

/** The lines after `seq` that follow without a gap, of lines held by their number. */
export function following<T extends { seq: number }>(seq: number, held: ReadonlyMap<number, T>): T[] {
  const lines: T[] = [];
  for (let next = held.get(seq + 1); next !== undefined; next = held.get(next.seq + 1)) lines.push(next);
  return lines;
}

/** A part of a list as JSON text. `count`: how many items it holds. */
export interface Part { text: string; count: number }

/** Parts of a list of JSON texts, each about `FRAME_CHARS` long and never empty. */
export function inParts(items: readonly string[], most = FRAME_CHARS): Part[] {
  const parts: Part[] = [];
  let texts: string[] = [];
  let size = 0;
  const close = (): void => { if (texts.length > 0) parts.push({ text: `[${texts.join(',')}]`, count: texts.length }); };
  for (const text of items) {
    if (texts.length > 0 && size + text.length > most) {
      close();
      [texts, size] = [[], 0];
    }
    texts.push(text);
    size += text.length + 1;
  }
  close();
  return parts;
}
