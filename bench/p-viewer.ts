// The viewer: pages of a 120-page script through every stage (session, gate, copy, watermark, hidden mark, record), beside a Worker that only renders and
// encodes the same pages. Then: how many pages are ready when a reader at a human pace asks for them, and what the isolate holds meanwhile.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PDFDocument } from 'pdf-lib';
import { freePort } from '../scripts/local/ports.ts';
import { bundle } from './harness/bundle.ts';
import { cpuMs } from './harness/cpu.ts';
import type { Plan } from './harness/compare.ts';
import { type BenchDatabase, startDatabase } from './harness/database.ts';
import { openInspector } from './harness/inspector.ts';
import type { Report } from './harness/report.ts';
import { scriptOf } from './harness/script.ts';
import { browser, signedInCookie, vars, type Visitor } from './harness/settings.ts';
import { residentBytes, type Simulated, startSimulated } from './harness/simulator.ts';
import { interval, percentiles } from './harness/stats.ts';

const MB = 1024 * 1024;
const mb = (bytes: number): string => (bytes / MB).toFixed(1);
const PAGES = 120;
/** The platform's limit of an isolate. */
const MEMORY = 128 * MB;

const headers = { ...browser, Origin: vars.APP_ORIGIN };

async function ok(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`);
  return response;
}

const json = async <T>(response: Response): Promise<T> => (await (await ok(response)).json()) as T;

/** The script, uploaded as its owner would, behind the NDA gate of a published pitch. */
async function upload({ url }: Simulated, owner: Visitor, pitchId: string, bytes: Uint8Array): Promise<string> {
  const Cookie = signedInCookie(owner);
  const send = { ...headers, Cookie, 'Content-Type': 'application/json' };
  const { uploadId, partSize } = await json<{ uploadId: string; partSize: number }>(await fetch(`${url}/api/uploads`, { method: 'POST', headers: send, body: JSON.stringify({ pitchId, kind: 'script', fileName: 'script.pdf', size: bytes.length, contentType: 'application/pdf', gate: 'nda' }) }));
  for (let part = 1; (part - 1) * partSize < bytes.length; part += 1) {
    await ok(await fetch(`${url}/api/uploads/${uploadId}/parts/${part}`, { method: 'PUT', headers: { ...headers, Cookie, 'Content-Type': 'application/octet-stream' }, body: bytes.subarray((part - 1) * partSize, part * partSize) as BodyInit }));
  }
  return (await json<{ id: string }>(await fetch(`${url}/api/uploads/${uploadId}/complete`, { method: 'POST', headers: send }))).id;
}

/** Investors who have signed: each gets a copy, so no page of one is ever ready for another. */
async function signers(database: BenchDatabase, pitchId: string, many: number): Promise<Visitor[]> {
  const { rows } = await database.client.query<{ id: string }>(`SELECT id FROM users WHERE portal = 'investor' ORDER BY id LIMIT $1`, [many]);
  if (rows.length < many) throw new Error(`the database holds ${rows.length} investors, not ${many}`);
  await database.client.query(`INSERT INTO content_access (id, pitch_id, user_id, tier, source, source_id, download, granted_at) SELECT gen_random_uuid(), $1, u, 'nda', 'nda', gen_random_uuid(), true, now() FROM unnest($2::uuid[]) u ON CONFLICT DO NOTHING`, [pitchId, rows.map(({ id }) => id)]);
  return rows.map(({ id }) => ({ id, portal: 'investor' as const }));
}

interface Shown {
  ms: number;
  ready: boolean;
}

async function page({ url }: Simulated, fileId: string, reader: Visitor, number: number, width: number): Promise<Shown> {
  const at = performance.now();
  const response = await ok(await fetch(`${url}/api/files/${fileId}/pages/${number}?w=${width}`, { headers: { ...headers, Cookie: signedInCookie(reader) } }));
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (new TextDecoder().decode(bytes.subarray(8, 12)) !== 'WEBP') throw new Error(`page ${number} is no picture`);
  return { ms: performance.now() - at, ready: response.headers.get('x-page-ready') === 'yes' };
}

/** Somebody who turns a page every `pace` ms, asking for picture and words as the viewer does. The first page is nobody's to foresee. */
async function read(worker: Simulated, fileId: string, reader: Visitor, { from, pages, pace }: { from: number; pages: number; pace: number }): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (let number = from; number < from + pages; number += 1) {
    const turned = performance.now();
    const words = fetch(`${worker.url}/api/files/${fileId}/pages/${number}/text`, { headers: { ...headers, Cookie: signedInCookie(reader) } }).then(ok);
    shown.push(await page(worker, fileId, reader, number, 1224));
    await (await words).arrayBuffer();
    await delay(Math.max(0, pace - (performance.now() - turned)));
  }
  return shown.slice(1);
}

const share = (shown: readonly Shown[]): number => shown.filter(({ ready }) => ready).length / shown.length;

export async function viewer(plan: Plan, log: (line: string) => void): Promise<Report> {
  const isFull = plan.seconds >= 8;
  const database = await startDatabase(1000, 400, log);
  const stops: (() => Promise<void>)[] = [database.stop];
  const started = async (simulated: Promise<Simulated>): Promise<Simulated> => {
    const one = await simulated;
    stops.unshift(one.stop);
    return one;
  };
  try {
    const built = await bundle('bench/worker.ts');
    const source = { ...built, vars: { ...vars, DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.gateway.fetchEndpoint, NEON_WS_PROXY: database.gateway.wsProxy }, rooms: { EPOCHS: 'EpochRoom', LIMITER: 'LimiterRoom' } };
    const ours = await started(startSimulated(source));
    const bare = await started(startSimulated({ ...(await bundle('bench/peers/page.ts', undefined, 'bench/peers/page.toml')), vars: {} }));
    const script = await scriptOf(PAGES, randomUUID());
    const { rows } = await database.client.query<{ id: string; ownerId: string }>(`SELECT id, owner_id AS "ownerId" FROM pitches WHERE status = 'published' ORDER BY id LIMIT 1`);
    const pitch = rows[0];
    if (!pitch) throw new Error('the database holds no published pitch');
    const owner: Visitor = { id: pitch.ownerId, portal: 'creator' };
    const fileId = await upload(ours, owner, pitch.id, script);
    const many = isFull ? 24 : 12;
    const readers = await signers(database, pitch.id, plan.rounds * 4 + 12);
    const next = (): Visitor => readers.shift() ?? (() => { throw new Error('too few readers'); })();
    await ok(await fetch(bare.url, { method: 'POST', body: script as BodyInit }));
    const drawn: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    // The last pages of the script: nothing is drawn ahead that is not asked for in this very run. Two readers at once, so that what one waits for the database
    // is time to draw for the other; two on the other side as well.
    const atOnce = (run: () => Promise<void>) => async (): Promise<void> => { await Promise.all([run(), run()]); };
    const through = atOnce(async () => {
      const reader = next();
      for (let number = PAGES - many + 1; number <= PAGES; number += 1) drawn.ours.push((await page(ours, fileId, reader, number, 1224)).ms);
    });
    const straight = atOnce(async () => {
      for (let number = PAGES - many + 1; number <= PAGES; number += 1) {
        const at = performance.now();
        await (await ok(await fetch(`${bare.url}/?page=${number}&w=1224`))).arrayBuffer();
        drawn.bare.push(performance.now() - at);
      }
    });
    await through();
    await straight();
    drawn.ours = [];
    drawn.bare = [];
    const [ratios, cpuRatios, speeds]: [number[], number[], { ours: number[]; bare: number[] }] = [[], [], { ours: [], bare: [] }];
    for (let round = 0; round < plan.rounds; round += 1) {
      const sums = { ours: 0, bare: 0 };
      const cpu = { ours: 0, bare: 0 };
      for (const turn of round % 2 === 0 ? (['ours', 'bare', 'bare', 'ours'] as const) : (['bare', 'ours', 'ours', 'bare'] as const)) {
        const { pid } = turn === 'ours' ? ours : bare;
        const [at, spent] = [performance.now(), cpuMs(pid) ?? 0];
        await (turn === 'ours' ? through() : straight());
        sums[turn] += performance.now() - at;
        cpu[turn] += (cpuMs(pid) ?? 0) - spent;
      }
      ratios.push(sums.ours / sums.bare);
      cpuRatios.push(cpu.ours / cpu.bare);
      for (const turn of ['ours', 'bare'] as const) speeds[turn].push((4000 * many) / sums[turn]);
      log(`  round ${round + 1}: ours ${(sums.ours / many / 4).toFixed(0)} ms a page, bare ${(sums.bare / many / 4).toFixed(0)} ms, ratio ${(sums.ours / sums.bare).toFixed(3)}, CPU ${(cpu.ours / cpu.bare).toFixed(3)}`);
    }

    const alone = await read(ours, fileId, next(), { from: 1, pages: isFull ? 60 : 15, pace: 1000 });
    const together = (await Promise.all(Array.from({ length: 4 }, async (_, index) => {
      await delay(index * 700);
      return read(ours, fileId, next(), { from: 10 * index + 1, pages: isFull ? 20 : 6, pace: 3000 });
    }))).flat();

    const memory = await memoryOf(source, { owner, pitchId: pitch.id, script, reader: next(), started, pages: isFull ? PAGES : 24 });
    const cpu = interval(cpuRatios);
    return {
      name: 'viewer', question: `${many} pages of a ${PAGES}-page script at 1224 px, read in order by two at once: time of ours / of a bare rendering with encoding`, ratio: interval(ratios), target: 1.5, better: 'lower',
      rows: [['ours, pages', interval(speeds.ours), percentiles(drawn.ours)], ['bare, pages', interval(speeds.bare), percentiles(drawn.bare)]],
      findings: [
        { text: `CPU of a page, ours / bare: ${cpu.median.toFixed(3)} [${cpu.low.toFixed(3)}, ${cpu.high.toFixed(3)}], target <= 1.5`, holds: cpu.high <= 1.5 },
        { text: `one reader, a page a second: ${(100 * share(alone)).toFixed(0)} % of ${alone.length} pages were ready, p50 ${percentiles(alone.map(({ ms }) => ms)).p50.toFixed(0)} ms, p95 ${percentiles(alone.map(({ ms }) => ms)).p95.toFixed(0)} ms; target >= 95 %`, holds: share(alone) >= 0.95 },
        { text: `four readers at once, a page each three seconds: ${(100 * share(together)).toFixed(0)} % of ${together.length} pages were ready, p50 ${percentiles(together.map(({ ms }) => ms)).p50.toFixed(0)} ms, p95 ${percentiles(together.map(({ ms }) => ms)).p95.toFixed(0)} ms; target >= 95 %`, holds: share(together) >= 0.95 },
        ...memory,
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}

interface MemoryRun {
  owner: Visitor;
  pitchId: string;
  script: Uint8Array;
  reader: Visitor;
  pages: number;
  started(simulated: Promise<Simulated>): Promise<Simulated>;
}

/** The script with 30 MB of noise in it: what the largest document that is shown page by page costs. */
async function heavy(script: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(script);
  const noise = new Uint8Array(30 * MB - script.length);
  for (let at = 0; at < noise.length; at += 65_536) crypto.getRandomValues(noise.subarray(at, Math.min(at + 65_536, noise.length)));
  await doc.attach(noise, 'noise.bin');
  return doc.save();
}

/** What the isolate holds after many pages, and after the largest drawings; and how much the process grew from its first answer on. */
async function memoryOf(source: Parameters<typeof startSimulated>[0], { owner, pitchId, script, reader, pages, started }: MemoryRun): Promise<NonNullable<Report['findings']>> {
  const worker = await started(startSimulated(source, await freePort()));
  const inspector = await openInspector(worker.inspectorPort ?? 0);
  try {
    const fileId = await upload(worker, owner, pitchId, script);
    const before = residentBytes(worker.pid);
    const findings: NonNullable<Report['findings']> = [];
    const large = await upload(worker, owner, pitchId, await heavy(script));
    for (const [document, width, many, what] of [[fileId, 1224, pages, 'the script'], [fileId, 1836, Math.min(pages, 30), 'the script'], [large, 1836, 6, 'a document of 30 MB']] as const) {
      const peak = { heap: 0, buffers: 0, wasm: [] as number[], all: 0, resident: 0 };
      for (let number = 1; number <= many; number += 1) {
        await page(worker, document, reader, number, width);
        const held = await inspector.memory();
        const wasm = await json<number[]>(await fetch(`${worker.url}/api/bench/wasm`, { headers: { ...headers, Cookie: signedInCookie(reader) } }));
        const all = held.heap + held.buffers + wasm.reduce((sum, one) => sum + one, 0);
        if (all > peak.all) Object.assign(peak, held, { all, wasm });
        peak.resident = Math.max(peak.resident, residentBytes(worker.pid) - before);
      }
      findings.push({
        text: `isolate over ${many} pages of ${what} at ${width} px: ${mb(peak.all)} MB at most (V8 ${mb(peak.heap)}, buffers ${mb(peak.buffers)}, WebAssembly ${peak.wasm.map(mb).join(' + ')}), the process grew by ${mb(peak.resident)} MB; target < 128 MB`,
        holds: peak.all < MEMORY,
      });
    }
    return findings;
  } finally {
    inspector.close();
  }
}
