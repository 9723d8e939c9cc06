// Which core does what: the system under test on core 0, everything else (generator, PostgreSQL, its gateway) on core 1, the same for peers.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { availableParallelism, cpus } from 'node:os';

/** Whether cores can be assigned on this machine: at least two, and `taskset`. */
export const canPin: boolean = availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0;

/** Moves this process, and whatever it starts later, to core 1. */
export function moveToGeneratorCore(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)]);
}

/** Gives this process every core again: a browser is measured with all that the machine has. */
export function releaseCores(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', `0-${cpus().length - 1}`, String(process.pid)]);
}

/** Starts a program on core 0. */
export function spawnUnderTest(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return canPin ? spawn('taskset', ['-c', '0', command, ...args], options) : spawn(command, args, options);
}
