// The sockets of one person: the shell around logic.ts. Everything a tab is told passes here, and so does everything it says.
import { DurableObject } from 'cloudflare:workers';
import { epochOf } from '../../worker/auth/session-reader.ts';
import { type Env, settingsOf } from '../../worker/env.ts';
import { AppError } from '../../worker/platform/app-error.ts';
import type { Db } from '../../worker/platform/db/db.ts';
import { createNeonDb } from '../../worker/platform/db/neon.ts';
import { readStream } from '../../worker/platform/live/streams.ts';
import { log } from '../../worker/platform/log.ts';
import type { Run } from '../shared/line.ts';
import type { HubPort, Presence } from '../shared/ports.ts';
import { epochRoom } from '../stubs.ts';
import { askStanding, createAuthority } from './authority.ts';
import { createFrames } from './frames.ts';
import { identityIn } from './identity.ts';
import { createLines } from './lines.ts';
import { type Conduct, freshConduct, MOST_SOCKETS, readFrame, strike, takeFrame } from './logic.ts';
import { createPresence } from './presence.ts';
import { PROTOCOL, type Room } from './protocol.ts';
import { keepLastSeen } from './queries.ts';
import { ask, roomOf } from './rooms.ts';
import { createTabs, type Tab } from './tabs.ts';

const iso = (): string => new Date().toISOString();

export class HubRoom extends DurableObject<Env> implements HubPort {
  readonly #userId = this.ctx.id.name as string;
  readonly #db: Db;
  readonly #tabs = createTabs(this.ctx);
  readonly #conduct = new WeakMap<WebSocket, Conduct>();
  readonly #authority = createAuthority({
    now: () => Date.now(),
    epoch: () => epochRoom(this.env.EPOCHS, epochOf(this.#userId)).current(),
    held: () => this.#held(),
    review: (epoch, until) => this.#review(epoch, until),
  });
  readonly #lines = createLines({
    tabs: this.#tabs, read: (since) => readStream(this.#db, this.#userId, since), trusted: () => this.#authority.trusted(), failed: (what, error) => this.#failed(what, error),
  });
  readonly #frames = createFrames({
    userId: this.#userId, tabs: this.#tabs, lines: this.#lines, room: (name) => roomOf(this.env, name), ask, stateChanged: () => this.#presence.changed(),
    mayJoin: async (room) => (await askStanding(this.#db, this.#userId, [], [room], iso())).rooms.has(room),
  });

  readonly #presence = createPresence({
    storage: this.ctx.storage, tabs: this.#tabs, now: () => Date.now(), failed: (what, error) => this.#failed(what, error), keepLastSeen: (at) => keepLastSeen(this.#db, this.#userId, at),
    tell: async (room, presence) => (await roomOf(this.env, room).saw?.(this.#userId, presence)) ?? false,
  });

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, NEON_WS_PROXY: wsProxy } = settingsOf(env);
    this.#db = createNeonDb({ connectionString, fetchEndpoint, wsProxy });
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  #failed(what: string, error: unknown): void {
    log('warn', 'hub', { what, userId: this.#userId, cause: String((error as Error)?.stack ?? error).slice(0, 600) });
  }

  /** The upgrade. Whose it is was decided by the Worker, which is the only one who can ask. */
  override async fetch(request: Request): Promise<Response> {
    const who = identityIn(request.headers);
    if (who.userId !== this.#userId) throw new Error('this is another person\'s hub');
    const { 0: client, 1: server } = new WebSocketPair();
    const { epoch, ...person } = who;
    const tab: Tab = { ...person, connection: crypto.randomUUID(), rooms: [], seq: -1, sent: 0, seen: 0, state: 'active', catching: null, epoch: -1, until: 0 };
    if (this.#tabs.open().length >= MOST_SOCKETS) {
      server.accept();
      this.#tabs.put(server, tab);
      this.#tabs.bye(server, 'too_many');
      return new Response(null, { status: 101, webSocket: client });
    }
    this.ctx.acceptWebSocket(server);
    this.#tabs.put(server, tab);
    this.ctx.waitUntil(this.#greet(server, epoch));
    return new Response(null, { status: 101, webSocket: client });
  }

  /** `epoch`: as the Worker knew it. */
  async #greet(socket: WebSocket, epoch: number | undefined): Promise<void> {
    try {
      if (!(await this.#greetLike(socket))) await this.#authority.again(epoch);
      await this.#presence.changed();
    } catch (error) {
      this.#failed('greet', error);
      // Nobody can tell whether this session goes on: come back in a moment.
      this.#tabs.bye(socket, 'restart');
    }
  }

  /** A tab of a session that another tab here is of: its standing is theirs, and so is its place. False when the database has to say. */
  async #greetLike(socket: WebSocket): Promise<boolean> {
    const tab = this.#tabs.of(socket);
    const mate = this.#tabs.open().find((other) => { const { sessionId, seq } = this.#tabs.of(other); return other !== socket && seq >= 0 && sessionId === tab.sessionId; });
    if (!mate || this.#lines.head() === undefined) return false;
    const { epoch, until } = this.#tabs.of(mate);
    Object.assign(tab, { epoch, until });
    await this.#authority.trusted();
    const head = this.#lines.head();
    if (!this.#tabs.isOpen(socket) || tab.seq >= 0) return true;
    if (!this.#tabs.isOpen(mate) || head === undefined) return false;
    this.#hello(socket, head);
    return true;
  }

  #hello(socket: WebSocket, head: number): void {
    const tab = this.#tabs.of(socket);
    tab.seq = head;
    this.#tabs.say(socket, { type: 'hello', v: PROTOCOL, userId: tab.userId, resume: String(head), connection: tab.connection });
    void this.#lines.flush();
  }

  #held(): { epoch: number; until: number } | undefined {
    const tabs = this.#tabs.open().map((socket) => this.#tabs.of(socket));
    const [first] = tabs;
    return first && tabs.every(({ epoch }) => epoch === first.epoch) ? { epoch: first.epoch, until: Math.min(...tabs.map(({ until }) => until)) } : undefined;
  }

  /** Asks about every tab, and does what comes of it. */
  async #review(epoch: number | undefined, until: number): Promise<void> {
    const asked = this.#tabs.open().map((socket) => ({ socket, tab: this.#tabs.of(socket), rooms: [...this.#tabs.of(socket).rooms] }));
    const standing = await askStanding(this.#db, this.#userId, [...new Set(asked.map(({ tab }) => tab.sessionId))], [...new Set(asked.flatMap(({ rooms }) => rooms))], iso());
    for (const { socket, tab, rooms } of asked) {
      if (!standing.sessions.has(tab.sessionId)) {
        this.#tabs.bye(socket, 'signed_out');
        this.ctx.waitUntil(this.#frames.gone(tab.connection, tab.rooms));
        continue;
      }
      Object.assign(tab, { epoch: epoch ?? -1, until });
      if (tab.seq < 0) {
        this.#hello(socket, standing.head);
        this.#lines.greeted(socket);
      } else this.#tabs.keep(socket);
      for (const room of rooms) if (!standing.rooms.has(room) && tab.rooms.includes(room)) this.ctx.waitUntil(this.#frames.leave(socket, room, 'forbidden'));
    }
    // Lines that came while the newcomers were being looked up.
    void this.#lines.flush();
    await this.#presence.show(standing.showsPresence);
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    if (!this.#tabs.isOpen(socket)) return;
    const now = Date.now();
    const { conduct, wait } = takeFrame(this.#conduct.get(socket) ?? freshConduct(now), now);
    this.#conduct.set(socket, conduct);
    const read = readFrame(message);
    if ('fault' in read) {
      if (read.fault === 'too_large') return this.#tabs.bye(socket, 'too_many', 1009);
      this.#frames.refuse(socket, read.id, { code: 'bad_frame', message: read.message });
      return this.#strike(socket, now);
    }
    const { frame } = read;
    const id = 'id' in frame ? frame.id : 'room' in frame ? frame.room : null;
    if (wait > 0) {
      this.#frames.refuse(socket, id, { code: 'too_many', message: 'That was a lot at once. Wait a moment.', retryAfter: wait });
      return this.#strike(socket, now);
    }
    try {
      // Synchronous where the standing is fresh: frames of a socket are taken in the order they came.
      const look = frame.type === 'seen' ? undefined : this.#authority.trusted();
      if (look) await look;
      if (this.#tabs.isOpen(socket)) await this.#frames.take(socket, frame);
    } catch (error) {
      this.#failed(frame.type, error);
      const isAway = error instanceof AppError && error.code === 'unavailable';
      this.#frames.refuse(socket, id, isAway
        ? { code: 'unavailable', message: error.message, retryAfter: error.details.retryAfter ?? 2 }
        : { code: 'internal', message: 'Something went wrong on our side. The same frame may be sent again.', retryAfter: 2 });
    }
  }

  #strike(socket: WebSocket, now: number): void {
    const { conduct, out } = strike(this.#conduct.get(socket) ?? freshConduct(now), now);
    this.#conduct.set(socket, conduct);
    if (out) this.#tabs.bye(socket, 'too_many');
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    const { connection, rooms } = this.#tabs.of(socket);
    await Promise.all([this.#frames.gone(connection, rooms), this.#presence.went()]);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    await this.webSocketClose(socket);
  }

  async deliver(runs: readonly Run[]): Promise<void> {
    await this.#lines.deliver(runs);
  }

  async whisper(room: Room, frames: readonly ({ kind: string } & Record<string, unknown>)[], except?: string): Promise<void> {
    const there = (): WebSocket[] => this.#tabs.open().filter((socket) => { const tab = this.#tabs.of(socket); return tab.connection !== except && tab.rooms.includes(room); });
    if (there().length === 0) return;
    await this.#authority.trusted();
    const text = JSON.stringify(frames.length === 1 ? { type: 'room', room, frame: frames[0] } : { type: 'rooms', room, frames });
    for (const socket of there()) this.#tabs.tell(socket, text);
  }

  async recheck(): Promise<void> {
    // Of somebody who was never here there is nothing to look at.
    if (this.#presence.isKnown()) await this.#authority.again();
  }

  async present(connections: readonly string[]): Promise<string[]> {
    const here = new Set(this.#tabs.open().map((socket) => this.#tabs.of(socket).connection));
    return connections.filter((connection) => here.has(connection));
  }

  async watch(room: Room): Promise<Presence> {
    this.#presence.watch(room);
    // Of somebody who was never here nothing is known yet.
    if (!this.#presence.isKnown()) await this.#authority.again();
    return this.#presence.current();
  }

  override async alarm(): Promise<void> {
    await this.#presence.settle();
  }
}
