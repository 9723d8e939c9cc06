// Tests that run inside workerd, with the bindings of wrangler.toml: rooms, KV, R2, Images, queues, sockets. The database, an SMTP server
// and a Sentry sink run beside it and arrive by inject().
import { resolve } from 'node:path';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [cloudflareTest(({ inject }) => ({
    wrangler: { configPath: './wrangler.toml' },
    miniflare: {
      bindings: {
        DATABASE_URL: inject('workerdDatabaseUrl'),
        NEON_FETCH_ENDPOINT: inject('gatewayUrl'),
        NEON_WS_PROXY: inject('gatewayWsProxy'),
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(inject('smtpPort')),
        BETTER_AUTH_SECRET: 'a-secret-for-tests-that-is-long-enough',
        OPS_TOKEN: 'ops-token-for-tests-only',
        SENTRY_DSN: inject('sentryDsn'),
        LOG: 'off',
      },
    },
  }))],
  // As in the bundle (wrangler.toml): schemas are made when they are first used.
  resolve: { alias: [{ find: /^zod$/, replacement: resolve(import.meta.dirname, 'worker/platform/later-zod.ts') }] },
  test: {
    name: 'workerd',
    include: ['**/*.workerd.test.ts'],
    globalSetup: ['worker/testing/workerd-setup.ts'],
    setupFiles: ['worker/testing/setup.ts'],
    // The Worker is loaded once, not once a file: rooms, keys and rows are kept apart by name.
    isolate: false,
    // After the others: it has one worker, they have two.
    sequence: { groupOrder: 1 },
    maxWorkers: 1,
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
