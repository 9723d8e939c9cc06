// node scripts/checks/run.ts: every static check at once; prints what failed and closes with `N passed, N failed`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './source-files.ts';

const checks = ['types', 'lint', 'architecture', 'words', 'docs', 'bindings', 'lock'] as const;

async function run(name: string): Promise<boolean> {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => { output += String(chunk); });
  child.stderr.on('data', (chunk: Buffer) => { output += String(chunk); });
  const [code] = (await once(child, 'close')) as [number | null];
  const passed = code === 0;
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n${output.trimEnd().replace(/^/gm, '     ')}`);
  return passed;
}

const results = await Promise.all(checks.map(run));
const failed = results.filter((passed) => !passed).length;
console.log(`checks: ${results.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
