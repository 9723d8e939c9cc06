import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from '../local/child.ts';
import { freePort } from '../local/ports.ts';

export type TestStack = { origin: string; api: string; inbox: string; dataDir: string; stop(): Promise<void> };

const readyWithin = 300_000;

/**
 * The stack as `npm start` brings it up, with the demo data, on a free port and in a data folder of its own that goes with it.
 * Without rate limits: all people of the journeys share one network address, and a fast machine would run into them. The limits have tests of their own.
 */
export async function startTestStack(root: string): Promise<TestStack> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pitchey-journeys-'));
  const env = { ...process.env, PITCHEY_PORT: String(await freePort()), PITCHEY_DATA_DIR: dataDir, PITCHEY_SEED: 'demo', PITCHEY_LIMITS: 'off' };
  const said: Record<string, string> = {};
  let announceReady = () => {};
  const ready = new Promise<'ready'>((resolve) => { announceReady = () => resolve('ready'); });
  const child = await startChild({
    name: 'The stack', command: process.execPath, args: [join(root, 'scripts', 'start.ts')], cwd: root, env, stopSignals: [['SIGTERM', 30_000]],
    onLine: (line) => {
      console.log(`    ${line}`);
      const match = /^(inbox|api|ready)  (\S+)$/.exec(line);
      if (match) said[match[1] ?? ''] = match[2] ?? '';
      if (match?.[1] === 'ready') announceReady();
    },
  });
  async function stop(): Promise<void> {
    await child.stop();
    // What the servers said stays beside the traces of the journeys.
    const logs = join(dataDir, 'logs');
    if (existsSync(logs)) cpSync(logs, join(root, 'test-results', 'stack'), { recursive: true });
    const left = processesOf(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`The stack left processes behind: ${left.join(', ')}.`);
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => { timer = setTimeout(() => resolve('late'), readyWithin); });
  const outcome = await Promise.race([ready, child.exited, late]);
  clearTimeout(timer);
  if (outcome !== 'ready') {
    await stop();
    throw new Error(outcome === 'late' ? `The stack was not ready within ${readyWithin / 1000} s.` : 'The stack did not start; its reason stands above.');
  }
  return { origin: said.ready ?? '', api: said.api ?? '', inbox: said.inbox ?? '', dataDir, stop };
}

/** Command lines of the processes that were given this data folder. Linux only: elsewhere none can be seen. */
function processesOf(dataDir: string): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
    try {
      const given = readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`PITCHEY_DATA_DIR=${dataDir}\0`);
      return given ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return []; // it ended meanwhile, or belongs to someone else
    }
  });
}
