import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProcesses, isRunning } from './find-process.ts';

/** Takes the data folder for this process; returns what gives it back. Throws one sentence when another stack runs in it. */
export function lockFolder(dataDir: string): () => void {
  const file = join(dataDir, 'running.pid');
  const holder = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
  if (holder !== undefined && holder !== process.pid && isStack(holder)) {
    throw new Error(`Another start (process ${holder}) is using the data folder ${dataDir}: stop it, or give this one its own PITCHEY_DATA_DIR.`);
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

// A number left by a killed start may by now belong to another program, most of all in a container.
function isStack(pid: number): boolean {
  return isRunning(pid) && findProcesses('start.ts').includes(pid);
}
