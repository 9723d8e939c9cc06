import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

// Projects by what they run in. The workerd project has a config of its own, since its pool needs the built Worker's settings.
export default defineConfig({
  test: {
    // Also on two cores, where the default is one: while one file waits for the database, another computes.
    maxWorkers: 2,
    projects: [
      {
        // As in the bundle (wrangler.toml): schemas are made when they are first used.
        resolve: { alias: [{ find: /^zod$/, replacement: resolve(import.meta.dirname, 'worker/platform/later-zod.ts') }] },
        test: {
          name: 'node',
          environment: 'node',
          include: ['worker/**/*.test.ts', 'durable-objects/**/*.test.ts', 'migrations/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.workerd.test.ts', '**/node_modules/**'],
          globalSetup: ['worker/testing/global-setup.ts'],
          setupFiles: ['worker/testing/setup.ts'],
          expect: { poll: { timeout: 15_000 } },
          // For a machine that does other work as well: what ends late is slow, not wrong.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'jsdom',
          testTimeout: 30_000,
          include: ['frontend/src/**/*.test.{ts,tsx}'],
          setupFiles: ['frontend/src/testing/setup.ts'],
        },
      },
      ...(existsSync('vitest.workerd.config.ts') ? ['vitest.workerd.config.ts'] : []),
    ],
  },
});
