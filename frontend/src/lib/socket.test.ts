import { describe, expect, it } from 'vitest';
import type { ClientFrame, ServerFrame } from '../../../durable-objects/hub/protocol.ts';
import { ApiError } from './http.ts';
import type { Line } from './live/order.ts';
import type { LiveStatus } from './live/status.ts';
import { createSocket, SLEEPS_AFTER, type SyncPage, type Wire } from './socket.ts';

const line = (seq: number): Line => ({ seq, at: '2026-11-23T10:00:00.000Z', event: { kind: 'blank' } });
const room = 'conversation:01900000-0000-7000-8000-000000000001' as const;
const id = '3b241101-e2bb-4255-8caf-4136c566a962';

/** The world around a socket: wires that the test speaks on, a clock that the test moves, a polling route that the test answers. */
function world(start: number | null = 10) {
  const wires: (Wire & { sent: string[]; closed: boolean })[] = [];
  const timers: { at: number; act: () => void }[] = [];
  const [lines, statuses, joined, left]: [number[], LiveStatus[], string[], string[]] = [[], [], [], []];
  const polls: (number | null)[] = [];
  let [now, resets, ended] = [0, 0, 0];
  let page: () => Promise<SyncPage> = () => Promise.reject(new ApiError('away', { kind: 'network', status: 0, code: 'network' }));
  const socket = createSocket(start, {
    open() {
      const wire = { sent: [] as string[], closed: false, onmessage: null, onclose: null, send(text: string) { this.sent.push(text); }, close() { this.closed = true; } };
      wires.push(wire);
      return wire;
    },
    sync: (since) => { polls.push(since); return page(); },
    after(ms, act) {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => { if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1); };
    },
    chance: () => 0.5,
  }, {
    onStatus: (status) => statuses.push(status), onLines: (some) => lines.push(...some.map(({ seq }) => seq)), onReset: () => { resets += 1; }, onCursor: () => {},
    onJoined: (name) => joined.push(name), onLeft: (name) => left.push(name), onRoom: () => {}, onEnded: () => { ended += 1; },
  });
  const wire = () => wires.at(-1)!;
  return {
    socket, wires, lines, statuses, joined, left, polls, wire,
    resets: () => resets, ended: () => ended,
    teach: (next: () => Promise<SyncPage>) => { page = next; },
    hear: (frame: ServerFrame) => wire().onmessage?.({ data: JSON.stringify(frame) }),
    cut: (code = 1006) => wire().onclose?.({ code }),
    said: (type: ClientFrame['type']) => wire().sent.filter((text) => text !== 'ping').map((text) => JSON.parse(text) as ClientFrame).filter((frame) => frame.type === type),
    hello: (head = 10) => wire().onmessage?.({ data: JSON.stringify({ type: 'hello', v: 1, userId: 'u', resume: String(head), connection: 'c' } satisfies ServerFrame) }),
    async pass(ms: number) {
      const until = now + ms;
      for (let next = timers.toSorted((a, b) => a.at - b.at)[0]; next !== undefined && next.at <= until; next = timers.toSorted((a, b) => a.at - b.at)[0]) {
        now = next.at;
        timers.splice(timers.indexOf(next), 1);
        next.act();
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
      now = until;
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}
const live = (w: ReturnType<typeof world>, seq = 10) => { w.hello(seq); w.hear({ type: 'live', seq, reset: false }); };

describe('a live connection', () => {
  it('resumes from its cursor, shows the past once and then what is new', () => {
    const w = world(10);
    w.hello(12);
    expect(w.said('resume')).toEqual([{ type: 'resume', since: 10 }]);
    w.hear({ type: 'events', entries: [line(13)] });
    w.hear({ type: 'events', entries: [line(11), line(12)] });
    w.hear({ type: 'live', seq: 12, reset: false });
    w.hear({ type: 'events', entries: [line(13), line(14)] });
    expect(w.lines).toEqual([11, 12, 13, 14]);
    expect([w.statuses.at(-1), w.resets()]).toEqual(['live', 0]);
  });

  it('begins at the present where nothing is known, and has everything asked for anew', () => {
    const w = world(null);
    live(w, 40);
    w.hear({ type: 'events', entries: [line(41)] });
    expect([w.lines, w.resets()]).toEqual([[41], 1]);
  });

  it('asks for a missing line when it does not come by itself', async () => {
    const w = world(10);
    live(w);
    w.hear({ type: 'events', entries: [line(12)] });
    expect(w.said('resume')).toHaveLength(1);
    await w.pass(300);
    expect(w.said('resume')).toEqual([{ type: 'resume', since: 10 }, { type: 'resume', since: 10 }]);
    w.hear({ type: 'events', entries: [line(11), line(12)] });
    w.hear({ type: 'live', seq: 12, reset: false });
    expect(w.lines).toEqual([11, 12]);
  });

  it('starts over when its cursor is too old', () => {
    const w = world(3);
    w.hello(900);
    w.hear({ type: 'live', seq: 900, reset: true });
    w.hear({ type: 'events', entries: [line(901)] });
    expect([w.lines, w.resets()]).toEqual([[901], 1]);
  });

  it('comes back within five seconds after a cut, joins its rooms again and fails what nobody answered', async () => {
    const w = world();
    live(w);
    w.socket.join(room);
    const asked = w.socket.ask({ type: 'deed', id, room, deed: { kind: 'send', body: 'Hello' } });
    w.cut();
    await expect(asked).rejects.toMatchObject({ kind: 'network' });
    await w.pass(5000);
    expect(w.wires).toHaveLength(2);
    live(w);
    expect(w.said('join')).toEqual([{ type: 'join', room }]);
  });

  it('polls after three failures, and goes back to the socket without loss or double', async () => {
    const w = world();
    w.cut();
    await w.pass(2000);
    w.cut();
    await w.pass(4000);
    let cursor = 10;
    w.teach(async () => ({ entries: cursor === 10 ? [line(11), line(12)] : [], cursor: String(cursor = 12), more: false, reset: false }));
    w.cut();
    await w.pass(1);
    expect([w.lines, w.statuses.at(-1)]).toEqual([[11, 12], 'polling']);
    await w.pass(8000);
    expect(w.polls).toEqual([10, 12, 12]);
    w.hello(13);
    w.hear({ type: 'events', entries: [line(12), line(13)] });
    w.hear({ type: 'live', seq: 13, reset: false });
    const asked = w.polls.length;
    await w.pass(20_000);
    expect([w.lines, w.statuses.at(-1), w.polls.length]).toEqual([[11, 12, 13], 'live', asked]);
  });

  it('polls at once where an opening is swallowed, and goes on trying', async () => {
    const w = world(10);
    w.teach(() => Promise.resolve({ entries: [line(11)], cursor: '11', more: false, reset: false }));
    await w.pass(10_000);
    expect([w.lines, w.statuses.at(-1), w.wires.length]).toEqual([[11], 'polling', 1]);
    await w.pass(10_000);
    expect(w.wires.length).toBe(2);
    live(w, 11);
    expect([w.lines, w.statuses.at(-1)]).toEqual([[11], 'live']);
  });

  it('takes all pages of the polling route, and says offline when nothing gets through', async () => {
    const w = world(0);
    const pages: SyncPage[] = [{ entries: [line(1)], cursor: '1', more: true, reset: false }, { entries: [line(2)], cursor: '2', more: false, reset: false }];
    w.teach(async () => pages.shift() ?? Promise.reject(new ApiError('away', { kind: 'network', status: 0, code: 'network' })));
    for (let turn = 0; turn < 3; turn += 1) {
      w.cut();
      await w.pass(turn === 2 ? 1 : 4000);
    }
    expect([w.lines, w.statuses.at(-1)]).toEqual([[1, 2], 'polling']);
    await w.pass(5000);
    expect(w.statuses.at(-1)).toBe('offline');
  });

  it('ends for good when the session is over, told by the socket or by the polling route', async () => {
    const w = world();
    live(w);
    w.hear({ type: 'bye', reason: 'signed_out', resume: '10' });
    await w.pass(60_000);
    expect([w.ended(), w.wires.length]).toEqual([1, 1]);
    const other = world();
    other.teach(() => Promise.reject(new ApiError('Sign in.', { kind: 'http', status: 401, code: 'unauthenticated' })));
    for (let turn = 0; turn < 3; turn += 1) {
      other.cut();
      await other.pass(turn === 2 ? 1 : 4000);
    }
    await other.pass(60_000);
    expect([other.ended(), other.wires.length]).toEqual([1, 3]);
  });

  it('answers asks by their id, with the server’s reason', async () => {
    const w = world();
    live(w);
    const deed = { type: 'deed', room, deed: { kind: 'read', seq: 3 } } as const;
    const [first, second] = [w.socket.ask({ ...deed, id }), w.socket.ask({ ...deed, id: '7d444840-9dc0-41d1-b245-5ffdce74fad2' })];
    w.hear({ type: 'error', id: '7d444840-9dc0-41d1-b245-5ffdce74fad2', code: 'unavailable', message: 'Later.', retryAfter: 2 });
    w.hear({ type: 'ack', id, result: { kind: 'read', seq: 3 } });
    expect(await first).toEqual({ kind: 'read', seq: 3 });
    await expect(second).rejects.toMatchObject({ status: 503, retryAfter: 2, code: 'unavailable' });
  });

  it('gives up a room it may not be in', () => {
    const w = world();
    live(w);
    w.socket.join(room);
    w.hear({ type: 'left', room, reason: 'forbidden' });
    w.cut();
    expect(w.left).toEqual([room]);
  });

  it('notices a dead line by its silence', async () => {
    const w = world();
    live(w);
    await w.pass(30_000);
    expect(w.wire().sent.at(-1)).toBe('ping');
    w.wire().onmessage?.({ data: 'pong' });
    await w.pass(30_000);
    w.hear({ type: 'live', seq: 10, reset: false });
    await w.pass(45_000);
    expect(w.wires[0]?.closed).toBe(true);
    expect(w.wires.length).toBeGreaterThan(1);
  });

  it('says how much it has read', () => {
    const w = world(0);
    live(w, 0);
    for (let seq = 1; seq <= 3; seq += 1) w.hear({ type: 'room', room, frame: { kind: 'note', text: 'x'.repeat(100_000) } });
    expect(w.said('seen')).toHaveLength(1);
  });

  it('sleeps when nobody has looked for minutes, and resumes on return', async () => {
    const w = world();
    live(w);
    w.socket.setVisible(false);
    expect(w.said('presence')).toEqual([{ type: 'presence', state: 'away' }]);
    for (let passed = 0; passed < SLEEPS_AFTER; passed += 5000) {
      await w.pass(5000);
      if (!w.wire().closed) w.wire().onmessage?.({ data: 'pong' });
    }
    expect([w.statuses.at(-1), w.wires[0]?.closed]).toEqual(['asleep', true]);
    w.socket.setVisible(true);
    expect(w.wires).toHaveLength(2);
  });

  it('closes when the browser is offline, and comes back with it', async () => {
    const w = world();
    live(w);
    w.socket.setOnline(false);
    await w.pass(10_000);
    expect([w.wires.length, w.wires[0]?.closed, w.statuses.at(-1)]).toEqual([1, true, 'offline']);
    w.socket.setOnline(true);
    await w.pass(500);
    live(w);
    expect([w.wires.length, w.statuses.at(-1)]).toEqual([2, 'live']);
  });
});
