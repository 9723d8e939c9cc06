// Many sockets to one side, ours or a peer's, behind one face: what is said, and when each of them was told.
import { randomUUID } from 'node:crypto';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { Talker } from './world.ts';

/** Called for every message that a socket was told: which, on which socket. */
export type Told = (mark: string, socket: number) => void;

export interface Crowd {
  sockets: number;
  say(socket: number, body: string): void;
  /** Messages that the server refused, with its words. */
  refusals: string[];
  close(): Promise<void>;
}

const open = (socket: WebSocket): Promise<void> => new Promise((resolve, reject) => { socket.once('open', () => resolve()); socket.once('error', reject); });
/** Every message begins with a mark of its own: 12 characters. */
export const markOf = (body: string): string => body.slice(0, 12);

/** Sockets that tell everyone's messages as they were said: bare Durable Objects, partyserver, ws. */
export async function plainCrowd(url: string, count: number, told: Told): Promise<Crowd> {
  const sockets = Array.from({ length: count }, () => new WebSocket(url, { perMessageDeflate: false }));
  await Promise.all(sockets.map(open));
  sockets.forEach((socket, index) => socket.on('message', (data) => {
    const text = (data as Buffer).toString();
    if (text.startsWith('{"body":"')) told(markOf(text.slice(9)), index);
  }));
  return {
    sockets: count, refusals: [],
    say: (socket, body) => sockets[socket]?.send(JSON.stringify({ body })),
    close: async () => { await Promise.all(sockets.map((socket) => new Promise((resolve) => { socket.once('close', resolve); socket.close(); }))); },
  };
}

export async function socketIoCrowd(url: string, count: number, told: Told): Promise<Crowd> {
  const sockets = Array.from({ length: count }, () => io(url, { transports: ['websocket'], forceNew: true, query: { room: 'one' } }));
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve, reject) => { socket.once('connect', resolve); socket.once('connect_error', reject); })));
  sockets.forEach((socket, index) => socket.on('said', (text: string) => told(markOf(text), index)));
  return { sockets: count, refusals: [], say: (socket, body) => { sockets[socket]?.emit('say', body); }, close: async () => { for (const socket of sockets) socket.disconnect(); } };
}

interface OurFrame { type: string; id?: string; code?: string; message?: string; resume?: string; seq?: number; entries?: { seq: number; event: { kind: string; message?: { body: string } } }[]; frames?: unknown[] }

export interface OurSocket { wire: WebSocket; seq: number; read: number; sayAt: number; frames: number }

/** As docs/realtime.md asks of clients: not all at the same time. */
const sayAfter = (read: number): number => read + 100_000 * (1 + Math.random());

/** One in so many frames is read in full as well, and has to say the same. */
const VERIFY_EVERY = 50;

/**
 * Lines of an `events` frame and the marks of the messages in them, found in the text: the peers' messages are not parsed either, and a
 * generator that parses all that two hundred sockets are told is slower than what it measures.
 */
export function linesOf(text: string): { seq: number; mark: string | null }[] {
  const found: { seq: number; mark: string | null }[] = [];
  for (let at = text.indexOf('{"seq":'); at >= 0;) {
    const next = text.indexOf('{"seq":', at + 7);
    const body = text.indexOf('"body":"', at);
    found.push({ seq: Number.parseInt(text.slice(at + 7, at + 24), 10), mark: body >= 0 && (next < 0 || body < next) ? markOf(text.slice(body + 8, body + 20)) : null });
    at = next;
  }
  return found;
}

/** The same by its JSON. */
const parsedLinesOf = (text: string): ReturnType<typeof linesOf> => ((JSON.parse(text) as OurFrame).entries ?? []).map(({ seq, event }) => ({ seq, mark: event.message ? markOf(event.message.body) : null }));

/** One of our sockets: greeted, caught up from `since` where that is given, in the room. Says `seen` as clients do. `marked`: told the mark of every message instead of `heard` its frame. */
export async function openOurs(url: string, { cookie }: Talker, room: string | null, heard: (frame: OurFrame, socket: OurSocket) => void, since?: number, marked?: (mark: string) => void): Promise<OurSocket> {
  const wire = new WebSocket(url, { headers: { Cookie: cookie, Origin: 'http://bench.test' }, perMessageDeflate: false });
  const socket: OurSocket = { wire, seq: since ?? -1, read: 0, sayAt: sayAfter(0), frames: 0 };
  await new Promise<void>((resolve, reject) => {
    wire.once('error', reject);
    wire.on('close', (code) => reject(new Error(`closed with ${code}`)));
    wire.on('message', (data) => {
      const text = (data as Buffer).toString();
      socket.read += text.length;
      socket.frames += 1;
      if (socket.read > socket.sayAt) {
        socket.sayAt = sayAfter(socket.read);
        wire.send(JSON.stringify({ type: 'seen', bytes: socket.read }));
      }
      // Each line once, in order, without a gap: anything else is no delivery.
      const take = (seq: number): void => {
        if (seq <= socket.seq) return;
        if (seq !== socket.seq + 1 && since === undefined) throw new Error(`told ${seq} after ${socket.seq}`);
        socket.seq = seq;
      };
      if (marked && text.startsWith('{"type":"events"')) {
        const lines = linesOf(text);
        if (socket.frames % VERIFY_EVERY === 0 && JSON.stringify(lines) !== JSON.stringify(parsedLinesOf(text))) throw new Error('a frame says something else than was found in it');
        for (const { seq, mark } of lines) {
          take(seq);
          if (mark !== null) marked(mark);
        }
        return;
      }
      const frame = JSON.parse(text) as OurFrame;
      if (frame.type === 'hello') {
        if (since === undefined) socket.seq = Number(frame.resume);
        else wire.send(JSON.stringify({ type: 'resume', since }));
        if (room === null) resolve();
        else wire.send(JSON.stringify({ type: 'join', room }));
      }
      if (frame.type === 'joined') resolve();
      if (frame.type === 'error' && frame.id === room) reject(new Error(`${frame.code}: ${frame.message}`));
      for (const { seq } of frame.type === 'events' ? frame.entries ?? [] : []) take(seq);
      heard(frame, socket);
    });
  });
  wire.removeAllListeners('close');
  return socket;
}

/** Four tabs of each person, all in one conversation. */
export async function ourCrowd(url: string, people: readonly Talker[], tabs: number, conversationId: string, told: Told): Promise<Crowd & { all: OurSocket[]; asked: Map<string, () => void> }> {
  const room = `conversation:${conversationId}`;
  const refusals: string[] = [];
  const asked = new Map<string, () => void>();
  const heard = (frame: OurFrame): void => {
    if (frame.type === 'ack') asked.get(frame.id ?? '')?.();
    if (frame.type === 'error') refusals.push(`${frame.code} ${frame.message}`);
  };
  const all: OurSocket[] = [];
  // Ten at a time: how fast people can come is another benchmark.
  for (let first = 0; first < people.length * tabs; first += 10) {
    all.push(...await Promise.all(Array.from({ length: Math.min(10, people.length * tabs - first) }, (_, n) => openOurs(url, people[(first + n) % people.length] as Talker, room, heard, undefined, (mark) => told(mark, first + n)))));
  }
  return {
    sockets: all.length, refusals, all, asked,
    say: (socket, body) => all[socket]?.wire.send(JSON.stringify({ type: 'deed', id: randomUUID(), room, deed: { kind: 'send', body } })),
    close: async () => { await Promise.all(all.map(({ wire }) => new Promise((resolve) => { wire.once('close', resolve); wire.close(); }))); },
  };
}
