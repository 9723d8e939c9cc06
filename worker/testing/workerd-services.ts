// A program of its own (node worker/testing/workerd-services.ts): what the Worker under test talks to over the network. It prints one line
// of JSON when everything answers, and ends when its standard input does.
import { createServer } from 'node:http';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { type Fault, startFaultyServer } from './faulty-server.ts';
import startDatabases from './global-setup.ts';
import { startSmtpSink } from './smtp-sink.ts';

const provided: Record<string, string> = {};
const stopDatabases = await startDatabases({ provide: (key: string, value: string) => { provided[key] = value; } } as unknown as TestProject);
const [sink, sentry] = [await startSmtpSink(), await startFaultyServer()];

const admin = new pg.Client({ connectionString: provided.adminUrl });
await admin.connect();
await admin.query(`CREATE DATABASE workerd TEMPLATE ${provided.template} STRATEGY FILE_COPY`);
await admin.end();

/** `GET /mails`, `GET /envelopes`: what arrived so far. `PUT /sentry/<fault>`: how the Sentry sink behaves from now on. */
const desk = createServer((request, response) => {
  const [, kind = '', value = ''] = (request.url ?? '').split('/');
  const json = (body: unknown): void => { response.setHeader('content-type', 'application/json').end(JSON.stringify(body)); };
  if (kind === 'mails') return json(sink.mails);
  if (kind === 'envelopes') return json(sentry.seen);
  if (kind === 'sentry') sentry.fault = (/^\d+$/.test(value) ? Number(value) : value) as Fault;
  return json({});
});
await new Promise<void>((resolve) => { desk.listen({ host: '127.0.0.1', port: 0 }, resolve); });

process.stdout.write(`${JSON.stringify({
  ...provided,
  workerdDatabaseUrl: Object.assign(new URL(provided.adminUrl ?? ''), { pathname: '/workerd' }).href,
  smtpPort: sink.port,
  sentryDsn: sentry.url.replace('http://', 'http://publickey@').concat('/42'),
  deskUrl: `http://127.0.0.1:${(desk.address() as { port: number }).port}`,
})}\n`);

process.stdin.resume();
process.stdin.on('end', () => {
  desk.closeAllConnections();
  desk.close();
  void Promise.all([sink.stop(), sentry.stop(), stopDatabases()]).then(() => process.exit(0));
});
