// node scripts/checks/types.ts: the compiler over both programs (server and browser), and proof that it read them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './source-files.ts';

/** Folders that each program must have read something of. */
const programs = {
  'tsconfig.worker.json': ['worker/', 'durable-objects/', 'scripts/', 'migrations/', 'bench/', 'frontend/functions/'],
  'tsconfig.frontend.json': ['frontend/src/', 'e2e/'],
};

async function check([config, folders]: [string, string[]]): Promise<string[]> {
  const child = spawn('tsc', ['--noEmit', '--pretty', 'false', '--listFiles', '-p', config], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let output = '';
  for await (const chunk of child.stdout) output += String(chunk);
  await closed;
  const lines = output.split(/\r?\n/).filter((line) => line !== '');
  const prefix = `${root.replaceAll('\\', '/')}/`;
  const read = lines.filter((line) => line.startsWith(prefix) && !line.includes('/node_modules/')).map((line) => line.slice(prefix.length));
  const problems = lines.filter((line) => !line.startsWith('/') && !/^[A-Z]:\//.test(line));
  for (const folder of folders) if (!read.some((path) => path.startsWith(folder))) problems.push(`${config} read no file of ${folder}`);
  if (problems.length === 0 && child.exitCode !== 0) problems.push(`tsc -p ${config} ended with ${child.exitCode}`);
  console.log(`types: ${config} read ${read.length} files`);
  return problems;
}

const problems = (await Promise.all(Object.entries(programs).map(check))).flat();
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
