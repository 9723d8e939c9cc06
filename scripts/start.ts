// npm start: the whole stack from the built pages. npm run dev (--dev): the same with Vite's hot reload.
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { endRemainingChildren } from './local/child.ts';
import { readSettings } from './local/settings.ts';
import { startStack, type Stack, type Steps } from './local/stack.ts';

const root = resolve(import.meta.dirname, '..');
const stops: (() => Promise<void> | void)[] = [];
const pending = new Set<Promise<unknown>>();
let stopping: Promise<void> | undefined;

class Stopped extends Error {}

const steps: Steps = {
  async run(start) {
    if (stopping) throw new Stopped();
    const started = start();
    pending.add(started);
    try {
      const part = await started;
      stops.push(() => part.stop());
      return part;
    } finally {
      pending.delete(started);
    }
  },
};

/** Stops every part, the last one first. While parts are still starting, all of them at once, so that none is waited for or forgotten. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    while (pending.size > 0) {
      const running = stops.splice(0).map((one) => one());
      await Promise.allSettled([...running, endRemainingChildren()]);
      await Promise.race([Promise.allSettled(pending), delay(100)]);
    }
    for (const one of stops.splice(0).reverse()) await one();
    await endRemainingChildren();
  })();
  return stopping;
}

function stopOn(signal: NodeJS.Signals, exitCode: number): void {
  process.on(signal, () => {
    if (!stopping) console.log('stopping');
    void stop().then(() => process.exit(exitCode));
  });
}

function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop().then(() => process.exit(1));
  }, 1_000).unref();
}

// What falls over while everything is being stopped is no news.
function report(line: string): void {
  if (!stopping) console.log(`  ${line}`);
}

function tell({ origin, api, inbox, signIns }: Stack): void {
  console.log(`inbox  ${inbox}`);
  console.log(`api  ${api}`);
  for (const { portal, email, password } of signIns) console.log(`sign-in  ${portal}  ${email}  ${password}`);
  console.log(`ready  ${origin}`);
}

stopOn('SIGINT', 130);
stopOn('SIGTERM', 143);
stopOn('SIGHUP', 129);
// Started through npm, the stack goes when npm goes, even when npm had no time to say so.
if (process.env.npm_lifecycle_event) stopWithParent();

try {
  const settings = readSettings(process.env, root, process.argv.includes('--dev'));
  tell(await startStack({ ...settings, root, report }, steps));
} catch (error) {
  if (!(error instanceof Stopped) && !stopping) {
    console.error(`Pitchey could not start. ${error instanceof Error ? error.message : String(error)}`);
    await stop();
    process.exit(1);
  }
}
