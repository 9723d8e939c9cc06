// People in conversations, in a database of the benchmark's own, and the Worker that serves them.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { rmSync } from 'node:fs';
import pg from 'pg';
import { startPostgres } from '../../scripts/local/postgres.ts';
import { migrate } from '../../scripts/migrate.ts';
import { createSessionToken, toCookieValue } from '../../worker/auth/session-token.ts';
import { digestOf } from '../../worker/auth/signing.ts';
import type { Settings } from '../../worker/env.ts';
import { uuidv7 } from '../../worker/platform/ids.ts';
import { bundle } from '../harness/bundle.ts';
import { endPeer, startPeer } from '../harness/database.ts';
import { vars } from '../harness/settings.ts';
import { type RunningWorker, startWorker } from '../harness/workerd.ts';

export const ROOMS = { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom', HUB: 'HubRoom', CONVERSATION: 'ConversationRoom', DRAFT: 'DraftRoom', PITCH_PAGE: 'PitchPageRoom' };

export interface Talker { id: string; name: string; cookie: string }
export interface LiveWorld {
  client: pg.Client;
  worker: RunningWorker;
  /** Of the gateway to the database. */
  gatewayPid: number;
  talk(people: number): Promise<{ conversationId: string; people: Talker[] }>;
  stop(): Promise<void>;
}

const newId = (): string => uuidv7(Date.now());

/** `entry`: the Worker, one with routes for the benchmark. Rate limits are off: they are measured elsewhere. */
export async function startLiveWorld(entry = 'bench/worker.ts'): Promise<LiveWorld> {
  // First: what does not build leaves nothing behind.
  const built = await bundle(entry);
  const dataDir = resolve(import.meta.dirname, `../../.data/bench/live-${process.pid}`);
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
  await migrate(postgres.url);
  // A process of its own: the generator must not wait for the database it makes busy.
  const gateway = await startPeer(process.execPath, [resolve(import.meta.dirname, '../harness/gateway.ts'), String(postgres.port)], (command, args) => spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
  const at = gateway.said as { fetchEndpoint: string; wsProxy: string };
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const worker = await startWorker({
    ...built, vars: { ...vars, LIMITS: 'off', DATABASE_URL: postgres.url, NEON_FETCH_ENDPOINT: at.fetchEndpoint, NEON_WS_PROXY: at.wsProxy },
    rooms: ROOMS, sqlite: true, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
  }, '/api/health');

  async function person(n: number): Promise<Talker> {
    const [id, token, name] = [newId(), '', `Person ${n}`];
    const signed = createSessionToken(id) + token;
    await client.query('INSERT INTO users (id, email, name, email_verified, portal) VALUES ($1, $2, $3, true, $4)', [id, `${id}@bench.test`, name, 'investor']);
    await client.query('INSERT INTO profiles (user_id, handle) VALUES ($1, $2)', [id, id.slice(0, 13) + id.slice(24)]);
    await client.query('INSERT INTO sessions (id, user_id, token, expires_at) VALUES ($1, $2, $3, now() + interval \'7 days\')', [newId(), id, digestOf(signed)]);
    return { id, name, cookie: `pitchey-session=${toCookieValue(vars as unknown as Settings, signed)}` };
  }

  return {
    client, worker, gatewayPid: gateway.child.pid ?? -1,
    async talk(people) {
      const conversationId = newId();
      const made: Talker[] = [];
      for (let n = 0; n < people; n += 1) made.push(await person(n));
      await client.query("INSERT INTO conversations (id, kind, title, created_at, last_at) VALUES ($1, 'group', 'Everyone', now(), now())", [conversationId]);
      for (const { id } of made) await client.query("INSERT INTO conversation_participants (conversation_id, user_id, joined_at, folder) VALUES ($1, $2, now(), 'inbox')", [conversationId, id]);
      return { conversationId, people: made };
    },
    async stop() {
      await worker.stop();
      await client.end();
      await endPeer(gateway.child);
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
