// The journeys, against the stack that npm test started. By hand: PITCHEY_ORIGIN and PITCHEY_INBOX of a running npm start.
import { defineConfig } from '@playwright/test';
import { findChromium } from './e2e/chromium.ts';

const origin = process.env.PITCHEY_ORIGIN;
if (!origin) throw new Error('PITCHEY_ORIGIN is not set: run the journeys through npm test.');
const { args, executablePath, env } = await findChromium();

const KILLS_THE_WORKER = /upload-crash\.spec\.ts$/;

export default defineConfig({
  testDir: 'e2e',
  forbidOnly: true,
  // A journey that fails runs once more and is called flaky in the list (decision 072).
  retries: 1,
  // Journeys make their own people, so files run beside each other; the one that kills the Worker waits until nobody else needs it.
  workers: 2,
  projects: [{ name: 'journeys', testIgnore: KILLS_THE_WORKER }, { name: 'crash', testMatch: KILLS_THE_WORKER, dependencies: ['journeys'] }],
  timeout: 180_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: 'list',
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    contextOptions: { reducedMotion: 'reduce' },
    // Without pictures of every step: they cost a tenth of a run, and the words and requests say what happened.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    launchOptions: { args, ...(executablePath && { executablePath }), ...(env && { env: { ...(process.env as Record<string, string>), ...env } }) },
  },
});
