import { setTimeout as delay } from 'node:timers/promises';
import type { Exit } from './child.ts';

export type Running = { exited: Promise<Exit>; stop(): Promise<void> };
export type Kept<T> = { first: T; stop(): Promise<void> };

const firstPause = 3_000;
const longestPause = 30_000;

/**
 * Starts one part of the stack and starts it again when it dies, after a pause of 3 s that doubles up to 30 s while starting fails.
 * The first start's failure is thrown; everything later is reported and stops nothing else.
 */
export async function keepRunning<T extends Running>(name: string, start: () => Promise<T>, report: (line: string) => void): Promise<Kept<T>> {
  const stopping = new AbortController();
  const first = await start();
  const ended = watch(first);

  async function watch(started: T): Promise<void> {
    let current: T | undefined = started;
    let pause = firstPause;
    while (current) {
      const exit = await Promise.race([current.exited, aborted(stopping.signal)]);
      if (stopping.signal.aborted || !exit) return current.stop();
      report(`${name} stopped (${exit.signal ?? `exit code ${exit.code}`}); it is started again in ${pause / 1000} s`);
      current = undefined;
      while (!current) {
        await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined); // stop() cuts the pause short
        if (stopping.signal.aborted) return;
        try {
          current = await start();
          pause = firstPause;
          report(`${name} runs again`);
        } catch (error) {
          pause = Math.min(pause * 2, longestPause);
          report(`${name} could not be started again, next attempt in ${pause / 1000} s: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    }
  }

  return {
    first,
    stop: async () => {
      stopping.abort();
      await ended;
    },
  };
}

const aborted = (signal: AbortSignal) => new Promise<undefined>((resolve) => {
  if (signal.aborted) return resolve(undefined);
  signal.addEventListener('abort', () => resolve(undefined), { once: true });
});
