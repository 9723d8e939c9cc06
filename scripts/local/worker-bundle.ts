import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startChild } from './child.ts';
import { sourceHash } from './source-hash.ts';
import { wrangler } from './wrangler.ts';

const sources = ['worker', 'durable-objects', 'wrangler.toml', 'package-lock.json', 'tsconfig.base.json'];
const keptFor = 7 * 24 * 3_600_000;

/** The Worker bundled as it would be deployed; made once for one state of the sources. Returns its entry file. Throws with the bundler's own error. */
export async function bundleWorker({ root, dataDir, report }: { root: string; dataDir: string; report(line: string): void }): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', 'pitchey');
  const folder = join(cache, `worker-${sourceHash(root, sources).slice(0, 16)}`);
  const entry = join(folder, 'index.js');
  if (existsSync(entry)) return entry;
  report('bundling the Worker');
  mkdirSync(cache, { recursive: true });
  const aside = `${folder}.${process.pid}`;
  const { program, env } = wrangler({ root, dataDir });
  const lines: string[] = [];
  const args = ['--no-warnings', program, 'deploy', '--dry-run', '--config', join(root, 'wrangler.toml'), '--env', '', '--outdir', aside];
  const child = await startChild({ name: 'wrangler', command: process.execPath, args, cwd: root, env, onLine: (line) => lines.push(stripVTControlCharacters(line)) });
  const { code, signal } = await child.exited;
  if (code !== 0) {
    rmSync(aside, { recursive: true, force: true });
    const from = Math.max(0, lines.findIndex((line) => line.includes('[ERROR]')));
    throw new Error(`The Worker could not be bundled (${signal ?? `exit code ${code}`}):\n${lines.slice(from).filter((line) => line.trim() && !line.includes('Logs were written')).join('\n')}`);
  }
  if (existsSync(entry)) rmSync(aside, { recursive: true, force: true }); // another start was quicker
  else renameSync(aside, folder);
  prune(cache);
  return entry;
}

// Another stack may still run from an older one.
function prune(cache: string): void {
  for (const name of readdirSync(cache)) {
    const at = join(cache, name);
    if (name.startsWith('worker-') && statSync(at).mtimeMs < Date.now() - keptFor) rmSync(at, { recursive: true, force: true });
  }
}
