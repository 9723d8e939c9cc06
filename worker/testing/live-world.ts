// People with sockets, inside workerd: signed-in people made in the database, and a client that keeps every frame it was told.
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env as bindings } from 'cloudflare:workers';
import { expect, inject, vi } from 'vitest';
import { ServerFrame, type ClientFrame, type StreamLine } from '../../durable-objects/hub/protocol.ts';
import { SESSION_COOKIE } from '../auth/cookies.ts';
import { createSessionToken, toCookieValue } from '../auth/session-token.ts';
import { digestOf } from '../auth/signing.ts';
import { type Env, settingsOf } from '../env.ts';
import worker from '../index.ts';
import { createLive } from '../live.ts';
import { createNeonDb } from '../platform/db/neon.ts';
import { sql } from '../platform/db/sql.ts';
import { uuidv7 } from '../platform/ids.ts';
import { appendEvents, deliveriesOf, type EventPayload } from '../platform/live/streams.ts';

export const env = bindings as unknown as Env;
export const ORIGIN = 'http://localhost:5173';
export const db = createNeonDb({ connectionString: inject('workerdDatabaseUrl'), fetchEndpoint: inject('gatewayUrl'), wsProxy: inject('gatewayWsProxy'), timeoutMs: 10_000 });
export const newId = (): string => uuidv7(Date.now());

export interface SocketPerson { id: string; name: string; sessionId: string; token: string; cookie: string }

/** A signed-in person. */
export async function createPerson({ name = 'Person', portal = 'investor' }: { name?: string; portal?: string } = {}): Promise<SocketPerson> {
  const [id, sessionId] = [newId(), newId()];
  const token = createSessionToken(id);
  await db.batch([
    sql`INSERT INTO users (id, email, name, email_verified, portal) VALUES (${id}, ${`${id}@live.test`}, ${name}, true, ${portal})`,
    sql`INSERT INTO profiles (user_id, handle) VALUES (${id}, ${id.slice(0, 13) + id.slice(24)})`,
    sql`INSERT INTO user_roles (user_id, role_id) VALUES (${id}, ${portal})`,
  ]);
  return signIn({ id, name, sessionId, token, cookie: '' });
}

/** Another session of a person, e.g. of a second device. */
export async function signIn(person: SocketPerson): Promise<SocketPerson> {
  const [sessionId, token] = [newId(), createSessionToken(person.id)];
  await db.query(sql`INSERT INTO sessions (id, user_id, token, expires_at) VALUES (${sessionId}, ${person.id}, ${digestOf(token)}, now() + interval '7 days')`);
  return { ...person, sessionId, token, cookie: `${SESSION_COOKIE}=${toCookieValue(settingsOf(env), token)}` };
}

/** Asks the Worker for a socket. */
export async function upgrade({ cookie, origin, query = '', headers = {} }: { cookie?: string; origin?: string; query?: string; headers?: Record<string, string> }): Promise<Response> {
  const ctx = createExecutionContext();
  const request = new Request(`${ORIGIN}/ws${query}`, { headers: { upgrade: 'websocket', ...(cookie && { cookie }), ...(origin && { origin }), ...headers } });
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], env, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

/** One HTTP call of a person. */
export async function call(person: Pick<SocketPerson, 'cookie'>, method: string, path: string, body?: unknown): Promise<Response> {
  const ctx = createExecutionContext();
  const request = new Request(`${ORIGIN}/api/${path}`, {
    method, headers: { ...(method !== 'GET' && { origin: ORIGIN }), cookie: person.cookie, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await worker.fetch(request as Parameters<typeof worker.fetch>[0], env, ctx);
  await waitOnExecutionContext(ctx);
  return response;
}

type Of<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A tab: keeps what it was told, in order. */
export async function openSocket(person: Pick<SocketPerson, 'cookie'>) {
  const response = await upgrade({ cookie: person.cookie, origin: ORIGIN });
  const socket = response.webSocket;
  if (response.status !== 101 || !socket) throw new Error(`${response.status}: ${await response.text()}`);
  const frames: ServerFrame[] = [];
  const closed: { code?: number; reason?: string } = {};
  let chars = 0;
  socket.addEventListener('message', ({ data }) => {
    if (data === 'pong') return;
    chars += String(data).length;
    frames.push(ServerFrame.parse(JSON.parse(String(data))));
  });
  socket.addEventListener('close', ({ code, reason }) => { Object.assign(closed, { code, reason }); });
  socket.accept();

  const until = async <T>(look: (frames: readonly ServerFrame[]) => T, timeout = 8_000): Promise<T> =>
    vi.waitFor(() => { const found = look(frames); expect(found, JSON.stringify(frames.slice(-5))).toBeTruthy(); return found; }, { timeout, interval: 5 });
  let read = 0;
  /** The next frame of this type that was not given before. */
  const next = <T extends ServerFrame['type']>(type: T): Promise<Of<T>> => until(() => {
    const at = frames.findIndex((frame, index) => index >= read && frame.type === type);
    if (at < 0) return undefined;
    read = at + 1;
    return frames[at];
  }) as Promise<Of<T>>;
  const tab = {
    socket, frames, closed, until, next,
    chars: () => chars,
    lines: (): StreamLine[] => frames.flatMap((frame) => (frame.type === 'events' ? frame.entries : [])),
    say: (frame: ClientFrame) => socket.send(JSON.stringify(frame)),
    raw: (data: string | ArrayBuffer) => socket.send(data),
    close: () => socket.close(1000, 'done'),
    untilClosed: () => vi.waitFor(() => { expect(closed.code).toBeDefined(); return closed; }, { timeout: 8_000, interval: 5 }),
  };
  return { ...tab, hello: await next('hello') };
}
export type TestSocket = Awaited<ReturnType<typeof openSocket>>;

/** Appends one event to people's streams; tells their hubs unless `quietly`. */
export async function tellPeople(userIds: readonly string[], payload: EventPayload = { kind: 'blank' }, quietly = false): Promise<void> {
  const { rows } = await db.query(appendEvents([{ id: newId(), payload, userIds }], new Date().toISOString()));
  if (!quietly) await createLive(env).deliver(deliveriesOf(rows));
}
