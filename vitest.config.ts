import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import react from '@vitejs/plugin-react';

// Projects by what they run in. The workerd project has a config of its own, since its pool needs the built Worker's settings.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['worker/**/*.test.ts', 'durable-objects/**/*.test.ts', 'migrations/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.workerd.test.ts', '**/node_modules/**'],
          globalSetup: ['worker/testing/global-setup.ts'],
          setupFiles: ['worker/testing/setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['frontend/src/**/*.test.{ts,tsx}'],
          setupFiles: ['frontend/src/testing/setup.ts'],
        },
      },
      ...(existsSync('vitest.workerd.config.ts') ? ['vitest.workerd.config.ts'] : []),
    ],
  },
});
