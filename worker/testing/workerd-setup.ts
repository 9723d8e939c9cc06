// Once a run of the workerd tests. The services run in a Node of their own: in here packages resolve as they do for the Worker, where
// `ws` and `pg` have nothing to offer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database for the Worker under test; one for all files, so tests use ids of their own. */
    workerdDatabaseUrl: string;
    /** Of an SMTP server on 127.0.0.1 that behaves as the address says (smtp-sink.ts). */
    smtpPort: number;
    /** Of a server that takes what Sentry would. */
    sentryDsn: string;
    /** Tells what arrived at both (workerd-services.ts). */
    deskUrl: string;
    /** The file: what it promises is checked against the code. */
    wranglerToml: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = spawn(process.execPath, [fileURLToPath(new URL('./workerd-services.ts', import.meta.url).href)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(services, 'exit');
  const firstLine = new Promise<string>((resolve) => { createInterface({ input: services.stdout }).once('line', resolve); });
  const line = await Promise.race([firstLine, ended.then(([code]) => { throw new Error(`the services of the workerd tests ended with ${String(code)}`); })]);
  for (const [key, value] of Object.entries(JSON.parse(line) as Record<string, string>)) project.provide(key as 'deskUrl', value);
  project.provide('wranglerToml', readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8'));
  return async () => {
    services.stdin.end();
    await ended;
  };
}
