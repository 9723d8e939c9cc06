import { Socket } from 'node:net';
import pg from 'pg';

/** The database cannot be reached, or went away while it worked; never an error that PostgreSQL reports about a statement. */
export class Unreachable extends Error {}

type Client = pg.Client & { getTransactionStatus(): 'I' | 'T' | 'E' | null };
export type Session = { client: Client; socket: Socket };
export type Pool = { acquire(): Promise<Session>; release(session: Session): void; discard(session: Session): void; close(): void };

// Values travel as PostgreSQL wrote them: the driver on the other side parses.
const asText: pg.CustomTypesConfig = { getTypeParser: () => (value: unknown) => value };
const connectWithin = 1_000;

/**
 * A small pool of sessions of one connection string: at most `max`, an idle one is closed after `idleMs`, so that databases
 * can be dropped and cloned. `acquire` rejects with what the connection attempt said.
 */
export function createPool(config: pg.ClientConfig, { max, idleMs }: { max: number; idleMs: number }): Pool {
  const open = new Set<Session>();
  const idle: { session: Session; timer: NodeJS.Timeout }[] = [];
  const waiting: { resolve(session: Session): void; reject(error: Error): void }[] = [];

  async function connect(): Promise<Session> {
    const socket = new Socket();
    socket.setNoDelay(true);
    // A statement need not wait for the answer to the one before; the driver knows the switch, its types do not yet.
    const options: pg.ClientConfig & { pipeline: true } = { ...config, types: asText, stream: () => socket, connectionTimeoutMillis: connectWithin, pipeline: true };
    const client = new pg.Client(options) as Client;
    const session = { client, socket };
    open.add(session);
    client.on('error', () => discard(session));
    try {
      await client.connect();
      return session;
    } catch (error) {
      discard(session);
      throw error;
    }
  }

  function discard(session: Session): void {
    if (!open.delete(session)) return;
    const at = idle.findIndex((entry) => entry.session === session);
    if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.timer);
    session.socket.destroy();
    const next = waiting.shift();
    if (next) acquire().then(next.resolve, next.reject);
  }

  function acquire(): Promise<Session> {
    const ready = idle.pop();
    if (!ready) return open.size < max ? connect() : new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    clearTimeout(ready.timer);
    return Promise.resolve(ready.session);
  }

  function release(session: Session): void {
    if (!open.has(session)) return;
    // A BEGIN outside a batch leaves its session inside a transaction: that one is not handed on.
    if (session.client.getTransactionStatus() !== 'I') return discard(session);
    const next = waiting.shift();
    if (next) return next.resolve(session);
    idle.push({ session, timer: setTimeout(() => discard(session), idleMs) });
  }

  function close(): void {
    for (const { reject } of waiting.splice(0)) reject(new Unreachable('the gateway is stopping'));
    open.forEach(discard);
  }
  return { acquire, release, discard, close };
}
