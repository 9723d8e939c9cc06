import { existsSync, mkdirSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startChild, type Exit } from './child.ts';
import { freePort, requireFreePort } from './ports.ts';

export type Mail = { smtpPort: number; webPort: number; url: string; pid: number; exited: Promise<Exit>; stop(): Promise<void> };
export type MailOptions = { dataDir: string; smtpPort?: number; webPort?: number };

/** Starts maildev on 127.0.0.1: SMTP for the Worker, and an inbox (page, and REST under /api/email) for people and tests. Mail is kept in `dataDir`. */
export async function startMail(options: MailOptions): Promise<Mail> {
  const manifest = findPackageJSON('maildev', import.meta.url);
  const program = manifest ? join(dirname(manifest), 'dist', 'bin', 'maildev.js') : '';
  if (!existsSync(program)) throw new Error('maildev is not installed: run "npm ci" again.');
  if (options.smtpPort) await requireFreePort(options.smtpPort, 'mail (SMTP)');
  if (options.webPort) await requireFreePort(options.webPort, 'the mail inbox');
  const smtpPort = options.smtpPort || (await freePort());
  const webPort = options.webPort || (await freePort());
  const dataDir = resolve(options.dataDir);
  const messages = join(dataDir, 'messages');
  mkdirSync(messages, { recursive: true });
  const args = [program, '--smtp', String(smtpPort), '--ip', '127.0.0.1', '--web', String(webPort), '--web-ip', '127.0.0.1',
    '--mail-directory', messages, '--max-emails', '2000', '--silent'];
  const logFile = join(dataDir, 'mail.log');
  const child = await startChild({ name: 'maildev', command: process.execPath, args, cwd: dataDir, logFile });
  const url = `http://127.0.0.1:${webPort}`;
  try {
    await waitUntilReady(`${url}/api/email`, child.exited, logFile);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { smtpPort, webPort, url, pid: child.pid, exited: child.exited, stop: child.stop };
}

async function waitUntilReady(url: string, exited: Promise<Exit>, logFile: string): Promise<void> {
  let gone = false;
  void exited.then(() => { gone = true; });
  for (const deadline = Date.now() + 20_000; ;) {
    if (gone) throw new Error(`maildev stopped while starting (log: ${logFile}).`);
    try {
      if ((await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok) return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`maildev did not answer within 20 s (log: ${logFile}).`, { cause: error });
    }
    await Promise.race([delay(50), exited]);
  }
}
