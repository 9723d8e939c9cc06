// P10: what a database sees of people who write. 300 editors, each in the draft of a pitch of their own, a patch of 2 to 8 kB every five seconds,
// one in twenty over a socket that was cut just before: through the draft's room, beside a whole row written with every sync. Counted are the
// writes (UPDATEs of the pitch) and the bytes that were sent for them an acknowledged patch; nothing acknowledged may be missing in the end.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { WebSocket } from 'ws';
import { startPostgres } from '../scripts/local/postgres.ts';
import { migrate } from '../scripts/migrate.ts';
import { createSessionToken, toCookieValue } from '../worker/auth/session-token.ts';
import { digestOf } from '../worker/auth/signing.ts';
import type { Settings } from '../worker/env.ts';
import { createNeonDb } from '../worker/platform/db/neon.ts';
import { sql } from '../worker/platform/db/sql.ts';
import { uuidv7 } from '../worker/platform/ids.ts';
import { bundle } from './harness/bundle.ts';
import { fullPlan, type Plan } from './harness/compare.ts';
import { endPeer, startPeer } from './harness/database.ts';
import type { Report } from './harness/report.ts';
import { vars } from './harness/settings.ts';
import { percentiles, seeded } from './harness/stats.ts';
import { startWorker } from './harness/workerd.ts';

const EDITORS = { full: 300, quick: 60 };
const EVERY_MS = 5_000;
const RECONNECTS = 0.05;
/** How often somebody goes on in another text. */
const MOVES_ON = 0.1;
const texts = ['budgetBreakdown', 'financialProjections', 'distributionPlan', 'marketingStrategy', 'contactDetails'] as const;
const random = seeded(20261124);
const below = (most: number): number => Math.floor(random() * most);
const words = (size: number): string => Array.from({ length: Math.ceil(size / 8) }, () => Math.floor(random() * 36 ** 7).toString(36).padStart(7, 'w')).join(' ').slice(0, size);
const sleep = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, Math.max(0, ms)); });

interface Editor { userId: string; pitchId: string; cookie: string; at: number; values: Map<string, string>; versions: Map<string, number>; acked: Map<string, string>; wire?: WebSocket }
interface Traffic { bytes: number }

/** ms without an answer after which a browser takes its socket for dead. */
const ANSWER_MS = 20_000;

/** Stands before the gateway and counts the bytes of what writes a pitch. */
async function startCounter(target: string, traffic: Traffic): Promise<{ url: string; stop(): Promise<void> }> {
  const { hostname, port, pathname } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      if (body.includes('UPDATE pitches SET')) traffic.bytes += body.byteLength;
      const onward = request({ hostname, port, path: pathname, method: 'POST', headers: { ...incoming.headers, host: `${hostname}:${port}` } }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.writeHead(502).end());
      onward.end(body);
    });
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`, stop: () => new Promise((done) => { server.closeAllConnections(); server.close(() => done()); }) };
}

async function plant(client: pg.Client, count: number): Promise<Editor[]> {
  const made: Editor[] = [];
  for (let n = 0; n < count; n += 1) {
    const [userId, pitchId] = [uuidv7(Date.now()), uuidv7(Date.now())];
    const token = createSessionToken(userId);
    const values = new Map(texts.map((name) => [name as string, words(2_000 + below(5_000))]));
    await client.query("INSERT INTO users (id, email, name, email_verified, portal) VALUES ($1, $2, 'Ada', true, 'creator')", [userId, `${userId}@bench.test`]);
    await client.query('INSERT INTO profiles (user_id, handle) VALUES ($1, $2)', [userId, `e-${userId.slice(0, 8)}${userId.slice(24)}`]);
    await client.query("INSERT INTO sessions (id, user_id, token, expires_at) VALUES ($1, $2, $3, now() + interval '1 day')", [uuidv7(Date.now()), userId, digestOf(token)]);
    await client.query("INSERT INTO pitches (id, owner_id, slug, title, logline, synopsis, tone, audience, why_now, production_plan, format, genres) VALUES ($1, $2, $3, 'Salt Year', $4, $5, $6, $7, $8, $9, 'feature', '{drama}')",
      [pitchId, userId, `salt-${pitchId}`, words(300), words(5_000), words(300), words(1_500), words(1_500), words(2_000)]);
    await client.query('INSERT INTO pitch_stats (pitch_id) VALUES ($1)', [pitchId]);
    for (const [name, body] of values) await client.query("INSERT INTO pitch_protected (pitch_id, field, gate, body) VALUES ($1, $2, 'nda', $3)", [pitchId, name, body]);
    made.push({ userId, pitchId, cookie: `pitchey-session=${toCookieValue(vars as unknown as Settings, token)}`, at: below(texts.length), values, versions: new Map(), acked: new Map() });
  }
  return made;
}

/** The next words of an editor: a few of those in the text they are in are others now. */
function typeOn(editor: Editor): { field: string; value: string } {
  if (random() < MOVES_ON) editor.at = below(texts.length);
  const name = texts[editor.at] as string;
  const before = editor.values.get(name) as string;
  const at = below(before.length);
  const value = `${before.slice(0, at)} ${words(20 + below(60))} ${before.slice(at + below(80))}`.replace(/ +/g, ' ').trim().slice(0, 8_000);
  editor.values.set(name, value);
  return { field: name, value };
}

/** As a browser does: again, a little later, where it did not work. */
async function enter(port: number, editor: Editor): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      return await open(port, editor);
    } catch (error) {
      editor.wire?.terminate();
      if (left === 0) throw error;
      await sleep(500 + below(500));
    }
  }
}

/** A socket in the room of the editor's draft. */
async function open(port: number, editor: Editor): Promise<void> {
  const wire = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { Cookie: editor.cookie, Origin: 'http://bench.test' }, perMessageDeflate: false });
  editor.wire = wire;
  const late = setTimeout(() => wire.terminate(), ANSWER_MS);
  await new Promise<void>((done, fail) => {
    wire.once('error', fail);
    wire.once('close', (code) => fail(new Error(`closed with ${code}`)));
    wire.on('message', (data) => {
      const frame = JSON.parse((data as Buffer).toString()) as { type: string; state?: { fields: Record<string, { version: number }> }; message?: string; id?: string | null };
      if (frame.type === 'hello') wire.send(JSON.stringify({ type: 'join', room: `draft:${editor.pitchId}` }));
      if (frame.type === 'error' && frame.id === `draft:${editor.pitchId}`) fail(new Error(frame.message));
      if (frame.type !== 'joined') return;
      for (const [name, { version }] of Object.entries(frame.state?.fields ?? {})) editor.versions.set(name, version);
      done();
    });
  }).finally(() => clearTimeout(late));
  wire.removeAllListeners('error').on('error', () => undefined); // a cut socket is part of this
}

/** Says a patch until it is acknowledged, over as many sockets as it takes. Gives ms to the acknowledgement. */
async function say(port: number, editor: Editor, { field, value }: { field: string; value: string }, isCut: boolean): Promise<number> {
  const [id, name, started] = [randomUUID(), `protected.${field}`, performance.now()];
  for (let attempt = 0; attempt < 60; attempt += 1) {
    // A socket that was cut is made anew at once, a room that cannot answer is given a moment.
    if (attempt > 1) await sleep(500 + below(500));
    if (attempt > 0 || editor.wire?.readyState !== WebSocket.OPEN) await enter(port, editor);
    const wire = editor.wire as WebSocket;
    const answer = await new Promise<{ results: { status: string; version: number }[] } | null>((done) => {
      const late = setTimeout(() => wire.terminate(), ANSWER_MS);
      const end = (answered: { results: { status: string; version: number }[] } | null): void => {
        clearTimeout(late);
        wire.off('message', hear).off('close', cut);
        done(answered);
      };
      const cut = (): void => end(null);
      const hear = (data: unknown): void => {
        const frame = JSON.parse((data as Buffer).toString()) as { type: string; id?: string; result?: { results: { status: string; version: number }[] } };
        if (frame.id === id) end(frame.type === 'ack' ? frame.result ?? null : null);
      };
      wire.on('message', hear);
      wire.once('close', cut);
      wire.send(JSON.stringify({ type: 'patch', id, room: `draft:${editor.pitchId}`, patches: [{ field: name, base: editor.versions.get(name) ?? 0, value }] }));
      // Cut while it is on its way: the same patch again has to be one patch.
      if (isCut && attempt === 0) wire.terminate();
    });
    const [result] = answer?.results ?? [];
    if (!result) continue;
    if (result.status !== 'accepted') throw new Error(`a patch of one's own words was ${result.status}`);
    editor.versions.set(name, result.version);
    editor.acked.set(field, value);
    return performance.now() - started;
  }
  throw new Error('a patch was never acknowledged');
}

/** Every editor at their own pace, spread over the five seconds. */
async function write(editors: readonly Editor[], seconds: number, sync: (editor: Editor) => Promise<void>): Promise<number> {
  const started = performance.now();
  let count = 0;
  await Promise.all(editors.map(async (editor, n) => {
    for (let turn = 0; turn * EVERY_MS < seconds * 1000; turn += 1) {
      await sleep(started + turn * EVERY_MS + (n / editors.length) * EVERY_MS - performance.now());
      await sync(editor);
      count += 1;
    }
  }));
  return count;
}

const updates = async (client: pg.Client): Promise<number> => (await client.query<{ n: number }>("SELECT coalesce(sum(calls), 0)::int AS n FROM pg_stat_statements WHERE query LIKE '%UPDATE pitches SET%'")).rows[0]?.n ?? 0;
const wal = async (client: pg.Client): Promise<number> => Number((await client.query<{ n: string }>('SELECT pg_current_wal_lsn() - $1::pg_lsn AS n', ['0/0'])).rows[0]?.n);

export async function p10(plan: Plan, log: (line: string) => void): Promise<Report> {
  const isFull = plan === fullPlan;
  const seconds = isFull ? 600 : 90;
  const crowd = isFull ? EDITORS.full : EDITORS.quick;
  const built = await bundle('bench/worker.ts');
  const dataDir = resolve(import.meta.dirname, `../.data/bench/drafts-${process.pid}`);
  const stops: (() => unknown)[] = [() => rmSync(dataDir, { recursive: true, force: true })];
  try {
    const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), durable: false });
    stops.unshift(postgres.stop);
    await migrate(postgres.url);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    stops.unshift(() => client.end());
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    const gateway = await startPeer(process.execPath, [join(import.meta.dirname, 'harness/gateway.ts'), String(postgres.port)], (command, args) => spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] }));
    stops.unshift(() => endPeer(gateway.child));
    const { fetchEndpoint, wsProxy } = gateway.said as { fetchEndpoint: string; wsProxy: string };
    const traffic: Traffic = { bytes: 0 };
    const counter = await startCounter(fetchEndpoint, traffic);
    stops.unshift(counter.stop);
    const worker = await startWorker({
      ...built, vars: { ...vars, DATABASE_URL: postgres.url, NEON_FETCH_ENDPOINT: counter.url, NEON_WS_PROXY: wsProxy },
      rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom', HUB: 'HubRoom', CONVERSATION: 'ConversationRoom', DRAFT: 'DraftRoom', PITCH_PAGE: 'PitchPageRoom' },
      sqlite: true, absent: { kv: ['CACHE'], r2: ['FILES'], queues: ['OUTBOX', 'EVENTS'] },
    }, '/api/health');
    stops.unshift(worker.stop);
    const editors = await plant(client, crowd);
    // A Worker that is told to end waits for its sockets.
    stops.unshift(() => { for (const { wire } of editors) wire?.terminate(); });
    for (let from = 0; from < editors.length; from += 10) await Promise.all(editors.slice(from, from + 10).map((editor) => enter(worker.port, editor)));
    log(`  ${crowd} editors in their rooms, writing for ${seconds} s`);

    const measure = async (work: () => Promise<number>): Promise<{ patches: number; writes: number; bytes: number; wal: number }> => {
      await client.query('CHECKPOINT');
      await client.query('SELECT pg_stat_statements_reset()');
      traffic.bytes = 0;
      const before = await wal(client);
      const patches = await work();
      return { patches, writes: await updates(client), bytes: traffic.bytes, wal: await wal(client) - before };
    };

    const latencies: number[] = [];
    let missing = 0;
    const ours = await measure(async () => {
      const patches = await write(editors, seconds, async (editor) => { latencies.push(await say(worker.port, editor, typeOn(editor), random() < RECONNECTS)); });
      for (const { wire } of editors) wire?.close();
      // What the rooms still hold is written when the last one leaves; it belongs to these patches.
      // A database that was too busy is asked again after up to a minute, more than once.
      const deadline = Date.now() + 240_000;
      do {
        await sleep(1_000);
        const { rows } = await client.query<{ pitch_id: string; field: string; body: string }>('SELECT pitch_id, field, body FROM pitch_protected');
        const there = new Map(rows.map(({ pitch_id: id, field, body }) => [`${id} ${field}`, body]));
        missing = editors.flatMap(({ pitchId, acked }) => [...acked].filter(([field, value]) => there.get(`${pitchId} ${field}`) !== value)).length;
      } while (missing > 0 && Date.now() < deadline);
      return patches;
    });
    log(`  rooms: ${ours.patches} patches, ${ours.writes} writes, ${(ours.bytes / 1e6).toFixed(1)} MB sent, ${(ours.wal / 1e6).toFixed(1)} MB of WAL`);

    // The peer: with every sync the whole row and all its texts, by the same driver through the same counter.
    const db = createNeonDb({ connectionString: postgres.url, fetchEndpoint: counter.url, wsProxy });
    const { rows: full } = await client.query<Record<string, string>>('SELECT id, title, logline, synopsis, tone, audience, why_now, production_plan FROM pitches');
    const rowOf = new Map(full.map((row) => [row.id as string, row]));
    const peerSeconds = isFull ? 120 : seconds;
    const peer = await measure(() => write(editors, peerSeconds, async (editor) => {
      typeOn(editor);
      const row = rowOf.get(editor.pitchId) as Record<string, string>;
      const parts = JSON.stringify([...editor.values].map(([field, body]) => ({ field, body })));
      await db.query(sql`
        WITH written AS (UPDATE pitches SET title = ${row.title}, logline = ${row.logline}, synopsis = ${row.synopsis}, tone = ${row.tone}, audience = ${row.audience}, why_now = ${row.why_now},
          production_plan = ${row.production_plan}, version = version + 1, updated_at = now() WHERE id = ${editor.pitchId} RETURNING id)
        UPDATE pitch_protected x SET body = t.body, updated_at = now() FROM written w, jsonb_to_recordset(${parts}::jsonb) AS t(field text, body text) WHERE x.pitch_id = w.id AND x.field = t.field`);
    }));
    log(`  whole rows: ${peer.patches} syncs, ${peer.writes} writes, ${(peer.bytes / 1e6).toFixed(1)} MB sent, ${(peer.wal / 1e6).toFixed(1)} MB of WAL`);

    const perPatch = ours.writes / ours.patches;
    const bytes = (ours.bytes / ours.patches) / (peer.bytes / peer.patches);
    const took = percentiles(latencies);
    return {
      name: 'P10 drafts', question: `${crowd} editors, a patch of 2-8 kB every 5 s for ${seconds} s, ${RECONNECTS * 100} % of them over a cut socket: what the database sees`,
      findings: [
        { text: `writes an acknowledged patch ${perPatch.toFixed(3)} (whole rows: ${(peer.writes / peer.patches).toFixed(3)}), target <= 0.25`, holds: perPatch <= 0.25 },
        { text: `bytes sent for writes, ours / whole rows ${bytes.toFixed(3)} (${(ours.bytes / ours.patches / 1000).toFixed(1)} and ${(peer.bytes / peer.patches / 1000).toFixed(1)} kB a patch), target <= 0.2`, holds: bytes <= 0.2 },
        { text: `acknowledged fields missing in the database at the end: ${missing}, target 0`, holds: missing === 0 },
        { text: `WAL a patch, ours with the history of versions / whole rows without one: ${((ours.wal / ours.patches) / (peer.wal / peer.patches)).toFixed(3)} (${(ours.wal / ours.patches / 1000).toFixed(1)} and ${(peer.wal / peer.patches / 1000).toFixed(1)} kB)` },
        { text: `ms to the acknowledgement, cut sockets included: p50 ${took.p50.toFixed(1)}, p95 ${took.p95.toFixed(1)}, p99 ${took.p99.toFixed(1)}` },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}
