// P14: uploads. 64 MB in parts of 8 MB, four at once, through our routes, then completed (the type by its bytes); and files of
// 10 MB in one request, as a browser sends a small one: with its key, looked at before it is kept. The peer puts the same bytes straight into the same simulated bucket. Targets: 0.8 of its MB/s, and no more than 32 MB of memory
// on top of what the peer takes. What the queue does behind a film, hashing it, is timed apart and compared with the true hash.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { bundle } from './harness/bundle.ts';
import type { Plan } from './harness/compare.ts';
import { cpuMs } from './harness/cpu.ts';
import { startDatabase } from './harness/database.ts';
import type { Report } from './harness/report.ts';
import { browser, signedInCookie, vars } from './harness/settings.ts';
import { residentBytes, type Simulated, startSimulated } from './harness/simulator.ts';
import { interval, percentiles } from './harness/stats.ts';

const MB = 1024 * 1024;
const PART = 8 * MB;
const AT_ONCE = 4;
/** Files of 10 MB a turn, one after the other: a single one says little. */
const SMALL = 8;
const SMALL_SIZE = 10 * MB;

/** Bytes that are an MP4 by their head. */
function film(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += MB) bytes.set(randomBytes(Math.min(MB, size - at)), at);
  bytes.set(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'));
  return bytes;
}

const partsOf = (bytes: Uint8Array): Uint8Array[] => Array.from({ length: Math.ceil(bytes.length / PART) }, (_, n) => bytes.subarray(n * PART, (n + 1) * PART));

async function ok<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as T;
}

async function sendParts(parts: readonly Uint8Array[], send: (part: Uint8Array, number: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, parts.length) }, async () => { for (let n = next++; n < parts.length; n = next++) await send(parts[n] as Uint8Array, n + 1); }));
}

/** Seconds that some work takes, how much the process grew meanwhile, bytes, and what it computed, ms (0 where the system does not tell). */
async function watched(pid: number, work: () => Promise<void>): Promise<{ seconds: number; growth: number; cpu: number }> {
  const before = residentBytes(pid);
  let peak = before;
  const timer = setInterval(() => { peak = Math.max(peak, residentBytes(pid)); }, 50);
  const [at, spent] = [performance.now(), cpuMs(pid) ?? 0];
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return { seconds: (performance.now() - at) / 1000, growth: Math.max(peak, residentBytes(pid)) - before, cpu: (cpuMs(pid) ?? 0) - spent };
}

export async function p14(plan: Plan, log: (line: string) => void): Promise<Report> {
  const pitches = Number(process.env.BENCH_PITCHES ?? 100_000);
  const database = await startDatabase(pitches, pitches / 5, log);
  const stops: (() => Promise<void>)[] = [database.stop];
  try {
    const built = await bundle('bench/worker.ts');
    const ours = await startSimulated({
      ...built, vars: { ...vars, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy }, rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' },
    });
    stops.unshift(ours.stop);
    const peer = await startSimulated({ folder: join(import.meta.dirname, 'peers'), main: 'r2.mjs', compatibilityDate: built.compatibilityDate, compatibilityFlags: [] });
    stops.unshift(peer.stop);
    const { rows } = await database.client.query<{ id: string; ownerId: string }>(`SELECT id, owner_id AS "ownerId" FROM pitches WHERE status <> 'published' ORDER BY id LIMIT 1`);
    const pitch = rows[0];
    if (!pitch) throw new Error('the database holds no draft');
    const headers = { ...browser, Origin: vars.APP_ORIGIN };
    const made: string[] = [];

    const through = async ({ url }: Simulated, bytes: Uint8Array): Promise<void> => {
      const Cookie = signedInCookie({ id: pitch.ownerId, portal: 'creator' });
      const json = { ...headers, Cookie, 'Content-Type': 'application/json' };
      const { uploadId } = await ok<{ uploadId: string }>(await fetch(`${url}/api/uploads`, { method: 'POST', headers: json, body: JSON.stringify({ pitchId: pitch.id, kind: 'trailer', fileName: 'film.mp4', size: bytes.length, contentType: 'video/mp4' }) }));
      await sendParts(partsOf(bytes), async (part, n) => {
        await ok(await fetch(`${url}/api/uploads/${uploadId}/parts/${n}`, { method: 'PUT', headers: { ...headers, Cookie, 'Content-Type': 'application/octet-stream' }, body: part as BodyInit }));
      });
      const file = await ok<{ id: string; size: number }>(await fetch(`${url}/api/uploads/${uploadId}/complete`, { method: 'POST', headers: json }));
      if (file.size !== bytes.length) throw new Error(`${file.size} bytes arrived of ${bytes.length}`);
      made.push(file.id);
    };
    const inOne = async ({ url }: Simulated, bytes: Uint8Array): Promise<void> => {
      const query = new URLSearchParams({ pitchId: pitch.id, kind: 'trailer', fileName: 'teaser.mp4', contentType: 'video/mp4' });
      const file = await ok<{ id: string; size: number; sha256: string }>(await fetch(`${url}/api/uploads/whole?${query.toString()}`, {
        method: 'POST', headers: { ...headers, Cookie: signedInCookie({ id: pitch.ownerId, portal: 'creator' }), 'Content-Type': 'application/octet-stream', 'Idempotency-Key': randomUUID() }, body: bytes as BodyInit,
      }));
      if (file.size !== bytes.length || file.sha256 !== smallHash) throw new Error(`${file.size} bytes arrived of ${bytes.length}, with the hash ${file.sha256}`);
      made.push(file.id);
    };
    /** Seconds that the hash of a film takes in the queue. Throws when it is not the hash of what was sent. */
    const hashBehind = async (id: string, bytes: Uint8Array): Promise<number> => {
      const at = performance.now();
      await ok(await fetch(`${ours.url}/api/bench/hash/${id}`, { method: 'POST', headers: { ...headers, Cookie: signedInCookie({ id: pitch.ownerId, portal: 'creator' }), 'Content-Type': 'application/json' } }));
      const seconds = (performance.now() - at) / 1000;
      const { rows: [file] } = await database.client.query<{ sha256: string }>('SELECT sha256 FROM files WHERE id = $1', [id]);
      if (file?.sha256 !== createHash('sha256').update(bytes).digest('hex')) throw new Error(`${id} has another hash: ${file?.sha256}`);
      return seconds;
    };
    let key = 0;
    const straight = async ({ url }: Simulated, bytes: Uint8Array): Promise<void> => {
      const at = `${url}/bench-${(key += 1)}`;
      const parts = partsOf(bytes);
      if (bytes.length <= SMALL_SIZE) return void (await ok(await fetch(at, { method: 'PUT', body: bytes as BodyInit })));
      const { uploadId } = await ok<{ uploadId: string }>(await fetch(at, { method: 'POST' }));
      const there: { partNumber: number; etag: string }[] = [];
      await sendParts(parts, async (part, n) => { there[n - 1] = await ok(await fetch(`${at}?uploadId=${encodeURIComponent(uploadId)}&part=${n}`, { method: 'PUT', body: part as BodyInit })); });
      await ok(await fetch(`${at}?uploadId=${encodeURIComponent(uploadId)}`, { method: 'POST', body: JSON.stringify(there) }));
    };

    const large = film((plan.seconds >= 8 ? 64 : 32) * MB);
    const small = film(SMALL_SIZE);
    const smallHash = createHash('sha256').update(small).digest('hex');
    const seconds = { ours: [] as number[], peer: [] as number[] };
    const smallCpu = { ours: [] as number[], peer: [] as number[] };
    let hashed = 0;
    const [ratios, smallRatios, growths]: [number[], number[], number[]] = [[], [], []];
    try {
      for (const bytes of [large, small]) await straight(peer, bytes);
      await through(ours, large);
      await inOne(ours, small);
      for (let round = 0; round < plan.rounds; round += 1) {
        const sums = { ours: 0, peer: 0, growth: 0, smallOurs: 0, smallPeer: 0 };
        for (const turn of round % 2 === 0 ? (['ours', 'peer', 'peer', 'ours'] as const) : (['peer', 'ours', 'ours', 'peer'] as const)) {
          const worker = turn === 'ours' ? ours : peer;
          const [send, sendSmall] = turn === 'ours' ? [through, inOne] : [straight, straight];
          const big = await watched(worker.pid, () => send(worker, large));
          const one = await watched(worker.pid, async () => { for (let n = 0; n < SMALL; n += 1) await sendSmall(worker, small); });
          sums[turn] += big.seconds;
          sums[turn === 'ours' ? 'smallOurs' : 'smallPeer'] += one.seconds;
          seconds[turn].push(big.seconds);
          smallCpu[turn].push(one.cpu / SMALL);
          sums.growth += (turn === 'ours' ? 0.5 : -0.5) * big.growth;
        }
        ratios.push(sums.peer / sums.ours);
        smallRatios.push(sums.smallPeer / sums.smallOurs);
        growths.push(sums.growth / MB);
        log(`  round ${round + 1}: ours ${((2 * large.length) / MB / sums.ours).toFixed(1)} MB/s, straight ${((2 * large.length) / MB / sums.peer).toFixed(1)} MB/s, ratio ${(sums.peer / sums.ours).toFixed(3)}, memory ${(sums.growth / MB).toFixed(1)} MB more; 10 MB ${((500 * sums.smallOurs) / SMALL).toFixed(0)} and ${((500 * sums.smallPeer) / SMALL).toFixed(0)} ms, ${(sums.smallPeer / sums.smallOurs).toFixed(3)}`);
      }
      hashed = await hashBehind(made.at(-1 - SMALL) as string, large);
    } finally {
      await database.client.query('DELETE FROM files WHERE id = ANY($1::uuid[])', [made]);
      await database.client.query('DELETE FROM uploads WHERE pitch_id = $1', [pitch.id]);
      await database.client.query("DELETE FROM outbox WHERE topic LIKE 'files.%'");
    }
    const speed = (list: readonly number[]) => interval(list.map((one) => large.length / MB / one));
    const [grown, one, cpuOurs, cpuPeer] = [interval(growths), interval(smallRatios), interval(smallCpu.ours), interval(smallCpu.peer)];
    return {
      name: 'P14 upload', question: `MB/s of ${large.length / MB} MB in parts, ours / straight into the bucket`, ratio: interval(ratios), target: 0.8, better: 'higher',
      rows: [['ours, MB', speed(seconds.ours), percentiles(seconds.ours.map((s) => s * 1000))], ['straight, MB', speed(seconds.peer), percentiles(seconds.peer.map((s) => s * 1000))]],
      findings: [
        { text: `a file of 10 MB in one request: ratio ${one.median.toFixed(3)} [${one.low.toFixed(3)}, ${one.high.toFixed(3)}], target >= 0.8; CPU of the Worker ${cpuOurs.median.toFixed(0)} and ${cpuPeer.median.toFixed(0)} ms a file`, holds: one.low >= 0.8 },
        { text: `memory on top of the peer's: ${grown.median.toFixed(1)} MB [${grown.low.toFixed(1)}, ${grown.high.toFixed(1)}], target <= 32`, holds: grown.high <= 32 },
        { text: `behind the request, the queue reads and hashes those ${large.length / MB} MB in ${(hashed * 1000).toFixed(0)} ms; the hash is that of the bytes sent` },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}
