import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startChild } from './child.ts';
import { readJson, writeJson } from './settings.ts';

// What the bundle is made from: the SPA, and the schemas and protocols it imports from the server's side.
const sources = ['frontend', 'worker', 'durable-objects', 'package-lock.json', 'tsconfig.base.json'];
const skipped = new Set(['dist', 'node_modules', '.wrangler', '.vite']);

/** Builds frontend/dist when it is missing or was made from other sources. Throws one sentence with the builder's own error. */
export async function buildFrontend(root: string, log: (line: string) => void): Promise<void> {
  const dist = join(root, 'frontend', 'dist');
  const state = join(root, 'node_modules', '.cache', 'pitchey', 'frontend.json');
  const hash = hashOf(root);
  if (existsSync(join(dist, 'index.html')) && readJson<{ hash: string }>(state)?.hash === hash) return;
  log('building the pages');
  // Built aside and swapped in: another stack may be serving the old one.
  const aside = join(root, 'frontend', `dist-${process.pid}`);
  try {
    await runVite(root, aside);
    const old = `${aside}-old`;
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(aside, dist);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  mkdirSync(join(state, '..'), { recursive: true });
  writeJson(state, { hash });
}

async function runVite(root: string, outDir: string): Promise<void> {
  const lines: string[] = [];
  const args = [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', join(root, 'frontend', 'vite.config.ts'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = await startChild({ name: 'vite build', command: process.execPath, args, cwd: root, env: { ...process.env, NODE_ENV: 'production' }, onLine: (line) => lines.push(line) });
  const { code, signal } = await child.exited;
  if (code !== 0) throw new Error(`The pages could not be built (${signal ?? `exit code ${code}`}):\n${lines.join('\n').trim()}`);
}

function hashOf(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(join(root, source))) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.startsWith('dist-')) return [];
    const at = join(path, entry.name);
    return entry.isDirectory() ? filesOf(at) : /\.test\.tsx?$/.test(entry.name) ? [] : [at];
  });
}
