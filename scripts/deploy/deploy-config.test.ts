import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unstable_readConfig as readConfig } from 'wrangler';
import { deployConfig, environments, pick, secrets, variables } from './deploy-config.ts';

const toml = readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8');
const values = { APP_ORIGIN: 'https://pitch.example', MAIL_FROM: 'Pitchey "post" <post@pitch.example>', CACHE_KV_ID: 'abc123', SMTP_HOST: 'smtp.pitch.example', SMTP_PORT: '465' };

it.each(environments)('%s is what wrangler reads from the result', (environment) => {
  const folder = mkdtempSync(join(tmpdir(), 'pitchey deploy '));
  try {
    const file = join(folder, 'wrangler.toml');
    writeFileSync(file, deployConfig(toml, environment, values, 'v1'));
    const config = readConfig({ config: file, env: environment });
    expect(config.vars).toEqual({ ENVIRONMENT: environment, VERSION: 'v1', APP_ORIGIN: values.APP_ORIGIN, MAIL_FROM: values.MAIL_FROM, SMTP_HOST: values.SMTP_HOST, SMTP_PORT: '465' });
    expect(config.kv_namespaces).toEqual([{ binding: 'CACHE', id: 'abc123' }]);
    // Bindings are not inherited by environments: each must name all of them.
    expect(config.durable_objects.bindings.map(({ name }: { name: string }) => name)).toEqual(readConfig({ config: file }).durable_objects.bindings.map(({ name }: { name: string }) => name));
    expect(config.queues.producers?.map(({ binding }: { binding: string }) => binding)).toEqual(['OUTBOX', 'EVENTS']);
    expect(config.r2_buckets.map(({ binding }: { binding: string }) => binding)).toEqual(['FILES']);
    expect(config.triggers.crons).toEqual(readConfig({ config: file }).triggers.crons);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('names what is missing, and no value', () => {
  expect(() => deployConfig(toml, 'preview', { APP_ORIGIN: 'https://pitch.example' }, 'v1')).toThrow('Set MAIL_FROM, CACHE_KV_ID, SMTP_HOST for this environment.');
  expect(() => pick({ DATABASE_URL: 'postgresql://secret' }, secrets)).toThrow('Set BETTER_AUTH_SECRET, OPS_TOKEN for this environment.');
  expect(() => deployConfig('name = "x"\n', 'preview', values, 'v1')).toThrow('no [env.preview]');
});

it('leaves no setting of the Worker without a place to come from', () => {
  const source = readFileSync(join(import.meta.dirname, '../../worker/env.ts'), 'utf8');
  const settings = [...(/const Settings = z\.object\(\{(.*?)\n\}\);/s.exec(source)?.[1] ?? '').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name as string);
  expect(settings).toContain('DATABASE_URL');
  // Written by the deployment itself, or only ever set on a machine of one's own.
  const elsewhere = ['ENVIRONMENT', 'VERSION', 'LOG', 'LIMITS', 'NEON_FETCH_ENDPOINT', 'NEON_WS_PROXY'];
  const known: readonly string[] = [...variables.required, ...variables.optional, ...secrets.required, ...secrets.optional, ...elsewhere];
  expect(settings.filter((name) => !known.includes(name))).toEqual([]);
});
