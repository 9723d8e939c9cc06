import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from '../../e2e/chromium.ts';
import { hasRedis } from '../local/redis.ts';

const isRoot = process.getuid?.() === 0;

/** Puts a Chromium's address into PITCHEY_CHROMIUM for the journeys; installs one where there is none. Throws the remedy. */
export async function ensureChromium(root: string): Promise<void> {
  try {
    await findChromium();
  } catch (missing) {
    console.log('  no Chromium here: installing one');
    const installer = join(root, 'node_modules', 'playwright', 'cli.js');
    const installed = run(process.execPath, [installer, 'install', 'chromium']) || aptInstall('chromium-headless-shell') || aptInstall('chromium');
    if (!installed) throw missing;
    await findChromium();
  }
}

/** Installs Redis where that is possible without asking anyone; where it is not, the Redis tests fail with the remedy. */
export function ensureRedis(): void {
  if (hasRedis()) return;
  console.log('  no redis-server on PATH: installing one');
  if (!aptInstall('redis-server') || !hasRedis()) console.log('  no redis-server could be installed; the tests of the Redis tier will say so');
}

function aptInstall(name: string): boolean {
  if (!isRoot || !run('apt-get', ['--version'], true)) return false;
  return run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name]);
}

function run(command: string, args: string[], quiet = false): boolean {
  // RUNLEVEL=1 keeps Debian from starting the service that it installs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  return spawnSync(command, args, { stdio: quiet ? 'ignore' : 'inherit', env, timeout: 300_000 }).status === 0;
}
