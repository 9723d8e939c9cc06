import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startCronClock, readCrons } from './cron-clock.ts';
import { lockFolder } from './folder-lock.ts';
import { buildFrontend } from './frontend-build.ts';
import { keepRunning, type Running } from './keep-running.ts';
import { startMail } from './mail.ts';
import { startNeonGateway } from './neon-gateway.ts';
import { requireFreePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { hasRedis, startRedis, type Redis } from './redis.ts';
import { prepareDatabase, type SignIn } from './seeding.ts';
import { keptPorts, keptSecrets, prepareDataDir, type Ports, type Secrets, type StackSettings } from './settings.ts';
import { trustSettings } from './trust.ts';
import { startUpstashBridge } from './upstash-bridge.ts';
import { bundleWorker } from './worker-bundle.ts';
import { startApi, startPages, startVite } from './wrangler.ts';

export type StackOptions = StackSettings & { root: string; report(line: string): void };
export type Stack = { origin: string; api: string; inbox: string; signIns: SignIn[] };
/** Runs a step unless the stack is being stopped, and keeps what undoes it. */
export type Steps = { run<T extends { stop(): Promise<void> | void }>(start: () => Promise<T>): Promise<T> };

/**
 * Brings up every part on free inner ports and resolves when the pages and the API answer on the one origin.
 * `steps` learns of each part as soon as it runs, so that a failure half-way leaves nothing behind.
 */
export async function startStack(options: StackOptions, steps: Steps): Promise<Stack> {
  const { root, dataDir, port, report } = options;
  await requireFreePort(port, 'the pages (PITCHEY_PORT)');
  prepareDataDir(dataDir);
  Object.assign(process.env, trustSettings(join(dataDir, 'certificates.pem')));
  const release = lockFolder(dataDir);
  await steps.run(async () => ({ stop: release }));
  const ports = await keptPorts(dataDir);
  const secrets = keptSecrets(dataDir);
  const keep = async <T extends Running>(name: string, start: () => Promise<T>): Promise<T> => (await steps.run(() => keepRunning(name, start, report))).first;

  const origin = `http://localhost:${port}`;
  const api = `http://127.0.0.1:${ports.api}`;
  const paths = { root, dataDir };
  const withRedis = hasRedis();
  if (!withRedis) report('no redis-server on PATH: the Redis tier is off');
  const startDatabaseThenApi = async () => {
    const [database, bundle] = await Promise.all([startDatabase(options, { secret: secrets.authSecret, origin }, ports, steps, keep), options.hotReload ? undefined : bundleWorker({ ...paths, report })]);
    const vars = {
      ENVIRONMENT: 'local', APP_ORIGIN: origin, TRUSTED_ORIGINS: `http://127.0.0.1:${port}`, LIMITS: options.limits,
      DATABASE_URL: database.url, NEON_FETCH_ENDPOINT: database.fetchEndpoint, NEON_WS_PROXY: database.wsProxy,
      SMTP_HOST: '127.0.0.1', SMTP_PORT: String(ports.smtp), BETTER_AUTH_SECRET: secrets.authSecret, OPS_TOKEN: secrets.opsToken,
      PUSH_PUBLIC_KEY: secrets.pushPublicKey, PUSH_PRIVATE_KEY: secrets.pushPrivateKey,
      ...(withRedis && { UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${ports.redisBridge}`, UPSTASH_REDIS_REST_TOKEN: secrets.redisToken }),
    };
    await keep('the API', () => startApi({ ...paths, port: ports.api, vars, bundle }));
    return database.signIns;
  };
  const startBuiltPages = async () => {
    await buildFrontend(root, report);
    await keep('the page server', () => startPages({ ...paths, port }));
  };
  const [signIns, mail] = await Promise.all([
    startDatabaseThenApi(),
    keep('maildev', () => startMail({ dataDir: join(dataDir, 'mail'), smtpPort: ports.smtp, webPort: ports.inbox })),
    withRedis && startRedisTier(options, ports, secrets, steps, keep),
    options.hotReload ? keep('Vite', () => startVite({ ...paths, port, apiOrigin: api })) : startBuiltPages(),
  ]);
  await untilHealthy(origin, secrets.opsToken);
  await steps.run(async () => ({ stop: startCronClock(readCrons(join(root, 'wrangler.toml')), (cron, at) => void callCron(api, cron, at, report)) }));
  return { origin, api, inbox: mail.url, signIns };
}

type Keep = <T extends Running>(name: string, start: () => Promise<T>) => Promise<T>;

async function startDatabase({ root, dataDir, seed, report }: StackOptions, vault: { secret: string; origin: string }, ports: Ports, steps: Steps, keep: Keep) {
  const postgres = await keep('PostgreSQL', () => startPostgres({ dataDir: join(dataDir, 'postgres'), port: ports.postgres, log: report }));
  const gateway = await steps.run(() => startNeonGateway({ postgresPort: postgres.port, port: ports.gateway }));
  const signIns = await prepareDatabase({ root, dataDir, url: postgres.url, seed, vault, report });
  return { url: postgres.url, fetchEndpoint: gateway.url, wsProxy: gateway.wsProxy, signIns };
}

async function startRedisTier({ dataDir }: StackOptions, ports: Ports, secrets: Secrets, steps: Steps, keep: Keep): Promise<void> {
  const redis = await keep('Redis', async (): Promise<Redis> => {
    const started = await startRedis({ dataDir: join(dataDir, 'redis'), port: ports.redis, password: secrets.redisPassword });
    if (!started) throw new Error('redis-server is gone from PATH.');
    return started;
  });
  await steps.run(() => startUpstashBridge({ redisPort: redis.port, redisPassword: redis.password, token: secrets.redisToken, port: ports.redisBridge }));
}

/** Waits for an answer through the one origin, then asks the API about each thing it depends on: a damaged data folder shows here. */
async function untilHealthy(origin: string, opsToken: string): Promise<void> {
  let last = '';
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await delay(100)) {
    try {
      const response = await fetch(`${origin}/api/health/deep`, { headers: { authorization: `Bearer ${opsToken}` }, signal: AbortSignal.timeout(10_000) });
      if (response.ok) return;
      const text = await response.text();
      last = failedChecks(text) ?? `${response.status} ${text.slice(0, 300)}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
  }
  throw new Error(`The API runs but is not well: ${last}.`);
}

function failedChecks(text: string): string | undefined {
  if (!text.startsWith('{"status"')) return undefined;
  const { checks } = JSON.parse(text) as { checks: Record<string, { ok: boolean; error?: string }> };
  return Object.entries(checks).filter(([, check]) => !check.ok).map(([name, check]) => `${name}: ${check.error}`).join('; ');
}

async function callCron(api: string, cron: string, at: Date, report: (line: string) => void): Promise<void> {
  try {
    const response = await fetch(`${api}/cdn-cgi/handler/scheduled?cron=${encodeURIComponent(cron)}&time=${at.getTime()}`, { signal: AbortSignal.timeout(55_000) });
    if (!response.ok) report(`cron "${cron}" failed: ${response.status} ${(await response.text()).slice(0, 200)}`);
  } catch (error) {
    report(`cron "${cron}" could not be called: ${error instanceof Error ? error.message : String(error)}`);
  }
}
