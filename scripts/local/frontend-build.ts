import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { startChild } from './child.ts';
import { readJson, writeJson } from './settings.ts';
import { sourceHash } from './source-hash.ts';

// What the bundle is made from: the SPA, and the schemas and protocols it imports from the server's side.
const sources = ['frontend', 'worker', 'durable-objects', 'package-lock.json', 'tsconfig.base.json'];

/** Builds frontend/dist when it is missing or was made from other sources. Throws one sentence with the builder's own error. */
export async function buildFrontend(root: string, log: (line: string) => void): Promise<void> {
  const dist = join(root, 'frontend', 'dist');
  const state = join(root, 'node_modules', '.cache', 'pitchey', 'frontend.json');
  const hash = sourceHash(root, sources);
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
  const child = await startChild({ name: 'vite build', command: process.execPath, args, cwd: root, env: { ...process.env, NODE_ENV: 'production' }, onLine: (line) => lines.push(stripVTControlCharacters(line)) });
  const { code, signal } = await child.exited;
  if (code === 0) return;
  const stack = lines.findIndex((line) => /^ {4}at /.test(line));
  throw new Error(`The pages could not be built (${signal ?? `exit code ${code}`}):\n${lines.slice(0, stack < 0 ? undefined : stack).join('\n').trim()}`);
}
