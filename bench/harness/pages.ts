// What a browser says of a page: Lighthouse over a headless Chromium that talks to nobody but this machine, and the delay of typing.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium } from '../../e2e/chromium.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Preset = 'desktop' | 'mobile';

export interface PageRun {
  /** 0 to 100, by category. */
  scores: Record<(typeof categories)[number], number>;
  lcp: number;
  fcp: number;
  tbt: number;
  cls: number;
  /** Bytes of scripts over the wire. */
  script: number;
}

interface LighthouseResult {
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number; details?: { items?: { resourceType?: string; transferSize?: number }[] } }>;
}

/** One run. Lighthouse's `desktop` and `mobile` presets: the second one slows network and processor down. */
export async function lighthouse(url: string, preset: Preset): Promise<PageRun> {
  const { executablePath = chromium.executablePath(), env = {} } = await findChromium();
  const args = [url, '--quiet', '--output=json', '--output-path=stdout', `--only-categories=${categories.join(',')}`, '--no-enable-error-reporting',
    ...(preset === 'desktop' ? ['--preset=desktop'] : []), '--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"'];
  const { stdout } = await promisify(execFile)('lighthouse', args, { env: { ...process.env, ...env, CHROME_PATH: executablePath }, maxBuffer: 64 * 1024 * 1024 });
  const result = JSON.parse(stdout) as LighthouseResult;
  if (result.runtimeError) throw new Error(`Lighthouse could not load ${url}: ${result.runtimeError.message}`);
  const value = (audit: string): number => result.audits[audit]?.numericValue ?? Number.NaN;
  const requests = result.audits['network-requests']?.details?.items ?? [];
  return {
    scores: Object.fromEntries(categories.map((name) => [name, Math.round((result.categories[name]?.score ?? 0) * 100)])) as PageRun['scores'],
    lcp: value('largest-contentful-paint'), fcp: value('first-contentful-paint'), tbt: value('total-blocking-time'), cls: value('cumulative-layout-shift'),
    script: requests.filter(({ resourceType }) => resourceType === 'Script').reduce((sum, { transferSize = 0 }) => sum + transferSize, 0),
  };
}

/** ms from a key press to the next paint while somebody types into the page's search box: the longest of all presses, as browsers report it. */
export async function typingDelay(url: string, words: string): Promise<{ longest: number; presses: number }> {
  const { executablePath, args, env } = await findChromium();
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }), ...(env && { env: { ...(process.env as Record<string, string>), ...env } }) });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript('window.presses = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) if (one.interactionId) window.presses.push(one.duration); }).observe({ type: "event", durationThreshold: 16, buffered: true });');
    await page.goto(url, { waitUntil: 'networkidle' });
    const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
    await box.click();
    await box.pressSequentially(words, { delay: 120 });
    await page.waitForLoadState('networkidle');
    // Presses under the threshold of 16 ms are not reported at all.
    const durations = (await page.evaluate('window.presses')) as number[];
    return { longest: Math.max(16, ...durations), presses: words.length };
  } finally {
    await browser.close();
  }
}
