// One person's live connection in one tab: a socket where it can be had, the polling route where it cannot, the same lines in the same
// order from both. All effects come through ports, so that every bad day can be played in a test, and a program can use it as well.
import type { ClientFrame, ServerFrame } from '../../../durable-objects/hub/protocol.ts';
import { ApiError } from './http.ts';
import { afterCut, afterFailures } from './live/back-off.ts';
import { createOrder, type Line } from './live/order.ts';
import type { LiveStatus } from './live/status.ts';

/** What is used of a WebSocket. */
export interface Wire {
  send(text: string): void;
  close(code?: number): void;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

export interface SyncPage {
  entries: Line[];
  cursor: string;
  more: boolean;
  reset: boolean;
}

export interface SocketPorts {
  open(): Wire;
  /** GET /api/sync; `null` asks only where the stream stands. Rejects with ApiError. */
  sync(since: number | null): Promise<SyncPage>;
  /** Gives the way to call it off. */
  after(ms: number, then: () => void): () => void;
  /** 0 to 1. */
  chance(): number;
}

export type RoomFrame = Extract<ServerFrame, { type: 'room' }>['frame'];
export interface SocketHandlers {
  onStatus(status: LiveStatus): void;
  onLines(lines: readonly Line[]): void;
  /** Lines were missed that cannot be had any more: what is shown has to be asked for anew. */
  onReset(): void;
  onCursor(seq: number): void;
  onJoined(room: string, state: unknown): void;
  /** May not be there (any more). */
  onLeft(room: string): void;
  onRoom(room: string, frame: RoomFrame): void;
  /** The session is over. Nothing is tried again. */
  onEnded(): void;
}

type Asking = Extract<ClientFrame, { id: string }>;
type Passing = Extract<ClientFrame, { type: 'typing' | 'focus' | 'presence' }>;

export interface Socket {
  /** Resolves with the result when it is done for good; rejects with ApiError: `network` means that nobody knows, and the same id may be sent again. */
  ask(frame: Asking): Promise<unknown>;
  /** Said if anyone listens, forgotten otherwise. */
  tell(frame: Passing): void;
  /** Stays joined over every reconnection until `leave`. */
  join(room: string): void;
  leave(room: string): void;
  setOnline(online: boolean): void;
  setVisible(visible: boolean): void;
  /** Looks now for what is new. */
  check(): void;
  stop(): void;
}

const OPENS_WITHIN = 10_000;
const ANSWERS_WITHIN = 15_000;
const BEAT = 30_000;
const RESUME_ANSWERED_WITHIN = 15_000;
const PING_ANSWERED_WITHIN = 10_000;
/** A browser that says it is offline is mostly right. */
const OFFLINE_TRIES_EVERY = 30_000;
const POLL_EVERY = 4000;
const GAP_FILLS_ITSELF_WITHIN = 250;
/** Characters; the hub cuts a tab that is told a million without saying so. Not the same for all, or everybody in a room says it with the same message. */
const SAY_SEEN_AFTER = { from: 100_000, spread: 100_000 };
/** A hidden tab shows nothing, and phones cut its socket anyway; what it missed comes with its return. Title counts stay as they were. */
export const SLEEPS_AFTER = 5 * 60_000;
const POLLS_AFTER_FAILURES = 3;

const statusOf = { bad_frame: 400, too_large: 413, too_many: 429, forbidden: 403, not_found: 404, conflict: 409, unavailable: 503, internal: 500 } as const;
const nobodyKnows = (): ApiError => new ApiError('The connection broke before an answer came.', { kind: 'network', status: 0, code: 'network' });

export function createSocket(start: number | null, ports: SocketPorts, handlers: SocketHandlers): Socket {
  const order = createOrder(start);
  const rooms = new Set<string>();
  const waiting = new Map<string, { resolve(result: unknown): void; reject(error: ApiError): void; callOff(): void }>();
  let wire: Wire | null = null;
  let isGreeted = false;
  let isResuming = false;
  let isPolling = false;
  let isAsking = false;
  let failures = 0;
  let read = 0;
  const nextSaying = (): number => read + SAY_SEEN_AFTER.from + ports.chance() * SAY_SEEN_AFTER.spread;
  let sayAt = nextSaying();
  let beats = 0;
  let [online, visible, asleep, ended] = [true, true, false, false];
  let status: LiveStatus = 'idle';
  const callOff = { connect: () => {}, open: () => {}, beat: () => {}, answer: () => {}, poll: () => {}, gap: () => {}, sleep: () => {} };

  const later = (what: keyof typeof callOff, ms: number, then: () => void): void => {
    callOff[what]();
    callOff[what] = ports.after(ms, then);
  };
  const be = (next: LiveStatus): void => {
    if (next === status) return;
    status = next;
    handlers.onStatus(next);
  };
  const send = (frame: ClientFrame): void => wire?.send(JSON.stringify(frame));

  const give = (lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    handlers.onLines(lines);
    handlers.onCursor(order.cursor() ?? 0);
  };
  const restart = (seq: number): void => {
    const after = order.restart(seq);
    handlers.onReset();
    handlers.onCursor(order.cursor() ?? 0);
    give(after);
  };
  const resume = (): void => {
    callOff.gap();
    isResuming = true;
    later('answer', RESUME_ANSWERED_WITHIN, drop);
    send({ type: 'resume', since: order.cursor() ?? 0 });
  };

  function connect(): void {
    callOff.connect();
    if (ended || !online || asleep || wire !== null) return;
    if (status === 'idle' || status === 'asleep') be('connecting');
    let opened: Wire;
    try {
      opened = ports.open();
    } catch {
      return failed(); // a browser that allows no socket at all
    }
    wire = opened;
    [read, beats] = [0, 0];
    sayAt = nextSaying();
    opened.onmessage = ({ data }) => { if (wire === opened) hear(String(data)); };
    opened.onclose = () => { if (wire === opened) lost(); };
    later('open', OPENS_WITHIN, () => {
      if (isGreeted) return;
      // Something on the way swallows it: two more tries of this length would only keep what is new from the page.
      failures = Math.max(failures, POLLS_AFTER_FAILURES - 1);
      drop();
    });
  }

  /** Closes from this side and goes on as if it had been cut: a browser may take long to say so. */
  function drop(): void {
    const dropped = wire;
    lost();
    dropped?.close(1000);
  }

  function lost(): void {
    if (wire === null) return;
    const was = isGreeted;
    wire.onmessage = null;
    wire.onclose = null;
    wire = null;
    isGreeted = false;
    isResuming = false;
    for (const what of ['open', 'beat', 'answer', 'gap'] as const) callOff[what]();
    for (const { reject, callOff: stopWaiting } of waiting.values()) {
      stopWaiting();
      reject(nobodyKnows());
    }
    waiting.clear();
    if (ended || !online || asleep) return;
    if (!was) return failed();
    be('connecting');
    later('connect', afterCut(ports.chance()), connect);
  }

  function failed(): void {
    failures += 1;
    if (failures >= POLLS_AFTER_FAILURES && !isPolling) {
      isPolling = true;
      void poll();
    }
    later('connect', afterFailures(failures, ports.chance()), connect);
  }

  async function poll(): Promise<void> {
    if (!isPolling || isAsking || ended || !online || asleep) return;
    isAsking = true;
    let pause = POLL_EVERY * (0.75 + ports.chance() / 2);
    try {
      for (let more = true; more;) {
        const page = await ports.sync(order.cursor());
        if (ended) return;
        if (order.cursor() === null || page.reset) restart(Number(page.cursor));
        else give(order.take(page.entries));
        more = page.more && !page.reset;
      }
      if (isPolling) be('polling');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401 || error.status === 403) return end();
      pause = error.retryAfter === undefined ? pause : error.retryAfter * 1000;
      if (isPolling && error.kind === 'network') be('offline');
    } finally {
      isAsking = false;
    }
    if (isPolling) later('poll', pause, () => void poll());
  }

  function hear(text: string): void {
    callOff.answer();
    if (text === 'pong') return;
    read += text.length;
    if (read > sayAt && isGreeted) {
      sayAt = nextSaying();
      send({ type: 'seen', bytes: read });
    }
    const frame = JSON.parse(text) as ServerFrame;
    if (frame.type === 'hello') return greeted(Number(frame.resume));
    if (frame.type === 'events') {
      give(order.take(frame.entries));
      // Told out of turn: the missing line may be on its way; if not, it is asked for.
      if (order.hasGap() && !isResuming) later('gap', GAP_FILLS_ITSELF_WITHIN, () => { if (order.hasGap() && !isResuming) resume(); });
      return;
    }
    if (frame.type === 'live') {
      isResuming = false;
      if (frame.reset || (order.cursor() ?? 0) < frame.seq) restart(frame.seq);
      if (order.hasGap()) resume();
      return be('live');
    }
    if (frame.type === 'joined') return handlers.onJoined(frame.room, frame.state);
    if (frame.type === 'left') return void (frame.reason === 'forbidden' && refused(frame.room));
    if (frame.type === 'room') return handlers.onRoom(frame.room, frame.frame);
    if (frame.type === 'rooms') return frame.frames.forEach((one) => handlers.onRoom(frame.room, one));
    if (frame.type === 'ack' || frame.type === 'error') return answered(frame);
    if (frame.type === 'bye') return bye(frame.reason);
  }

  function greeted(head: number): void {
    isGreeted = true;
    failures = 0;
    isPolling = false;
    callOff.open();
    callOff.poll();
    if (order.cursor() === null) restart(head);
    resume();
    for (const room of rooms) send({ type: 'join', room: room as Extract<ClientFrame, { type: 'join' }>['room'] });
    if (!visible) send({ type: 'presence', state: 'away' });
    later('beat', BEAT, beat);
  }

  /** By turns a ping, which wakes nobody, and a look for lines whose delivery was lost. Silence means that the line is dead. */
  function beat(): void {
    beats += 1;
    if (beats % 2 === 0 && visible) resume();
    else {
      wire?.send('ping');
      later('answer', PING_ANSWERED_WITHIN, drop);
    }
    later('beat', BEAT, beat);
  }

  function answered(frame: Extract<ServerFrame, { type: 'ack' | 'error' }>): void {
    const id = frame.id ?? '';
    const asked = waiting.get(id);
    if (asked === undefined) {
      if (frame.type === 'error' && rooms.has(id) && (frame.code === 'forbidden' || frame.code === 'not_found')) refused(id);
      return;
    }
    waiting.delete(id);
    asked.callOff();
    if (frame.type === 'ack') asked.resolve(frame.result);
    else asked.reject(new ApiError(frame.message, { kind: 'http', status: statusOf[frame.code], code: frame.code, retryAfter: frame.retryAfter, extra: { detail: frame.detail } }));
  }

  function refused(room: string): void {
    rooms.delete(room);
    handlers.onLeft(room);
  }

  function bye(reason: Extract<ServerFrame, { type: 'bye' }>['reason']): void {
    if (reason === 'signed_out') return end();
    if (reason !== 'too_many') return; // the close follows, and with it the way back
    failures = POLLS_AFTER_FAILURES;
    isGreeted = false; // so that the close counts as a failure: another tab of this person has to go first
  }

  function end(): void {
    if (ended) return;
    stop();
    handlers.onEnded();
  }

  function pause(next: LiveStatus): void {
    for (const what of ['connect', 'poll'] as const) callOff[what]();
    isPolling = false;
    drop();
    be(next);
  }

  function stop(): void {
    ended = true;
    callOff.sleep();
    pause('idle');
  }

  connect();
  return {
    ask: (frame) => new Promise((resolve, reject) => {
      if (wire === null || !isGreeted) return reject(nobodyKnows());
      waiting.set(frame.id, {
        resolve, reject,
        callOff: ports.after(ANSWERS_WITHIN, () => {
          waiting.delete(frame.id);
          reject(nobodyKnows());
        }),
      });
      send(frame);
    }),
    tell: (frame) => { if (isGreeted) send(frame); },
    join(room) {
      rooms.add(room);
      if (isGreeted) send({ type: 'join', room: room as Extract<ClientFrame, { type: 'join' }>['room'] });
    },
    leave(room) {
      if (rooms.delete(room) && isGreeted) send({ type: 'leave', room: room as Extract<ClientFrame, { type: 'leave' }>['room'] });
    },
    setOnline(next) {
      if (next === online || ended) return;
      online = next;
      failures = 0;
      if (!online) {
        pause('offline');
        return later('connect', OFFLINE_TRIES_EVERY, () => {
          online = true;
          connect();
        });
      }
      if (asleep) return be('asleep');
      be('connecting');
      later('connect', ports.chance() * 500, connect);
    },
    setVisible(next) {
      if (next === visible || ended) return;
      visible = next;
      if (isGreeted) send({ type: 'presence', state: visible ? 'active' : 'away' });
      if (!visible) {
        return later('sleep', SLEEPS_AFTER, () => {
          asleep = true;
          if (online) pause('asleep');
        });
      }
      callOff.sleep();
      if (asleep) {
        asleep = false;
        connect();
      } else if (isGreeted && !isResuming) resume();
    },
    check() {
      if (isGreeted && !isResuming) resume();
      else if (isPolling) void poll();
    },
    stop,
  };
}
