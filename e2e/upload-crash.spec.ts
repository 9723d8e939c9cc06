// 200 MB while everything that can die dies: the tab that sends and the Worker that receives. What had arrived is not sent again.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext } from '@playwright/test';
import { watchErrors } from './page-checks.ts';
import { joinIn } from './people.ts';
import { killWorker } from './worker-process.ts';

const MB = 1024 * 1024;
const SIZE = 200 * MB;
const PART = 8 * MB;

/** A film by its first bytes, every megabyte of it another, written and hashed piece by piece. Gives its SHA-256. */
async function film(path: string): Promise<string> {
  const hash = createHash('sha256');
  const out = createWriteStream(path);
  for (let at = 0; at < SIZE / MB; at += 1) {
    const piece = Buffer.alloc(MB, `megabyte ${at} `);
    if (at === 0) piece.write('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom\x00\x00\x00\x00mdat', 'latin1');
    hash.update(piece);
    if (!out.write(piece)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return hash.digest('hex');
}

async function hashOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of body) hash.update(piece);
  return hash.digest('hex');
}

/** The bytes that the server gives out, hashed as they come. */
async function served(context: BrowserContext, url: string): Promise<string> {
  const cookie = (await context.cookies(url)).map(({ name, value }) => `${name}=${value}`).join('; ');
  const response = await fetch(url, { headers: { cookie } });
  expect([response.status, response.headers.get('content-length')]).toEqual([200, String(SIZE)]);
  return hashOf(response.body as unknown as AsyncIterable<Uint8Array>);
}

const partOf = (url: string): number => Number(/\/parts\/(\d+)$/.exec(url)?.[1]);

test('200 MB arrive whole although tab and Worker die in the middle', async ({ launchOptions, baseURL }) => {
  test.setTimeout(240_000);
  const api = process.env.PITCHEY_API;
  if (!api || !baseURL) throw new Error('PITCHEY_API is not set: run the journeys through npm test.');
  const folder = mkdtempSync(join(tmpdir(), 'pitchey-film-'));
  // A profile on disk, as people have one: the browser keeps the film there, not in memory.
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), { ...launchOptions, baseURL, locale: 'en-GB', reducedMotion: 'reduce' });
  try {
    const path = join(folder, 'the-long-film.mp4');
    const sha256 = await film(path);
    expect(await hashOf(createReadStream(path))).toBe(sha256);
    const { page } = await joinIn(context, 'creator', 'Orla Finch');
    await page.goto('/creator/pitches/new');
    await page.getByLabel('Title').fill('The Long Film');
    await page.getByLabel('Logline').fill('A projectionist who may not stop the reel is asked to stop the reel.');
    await page.getByLabel('Genres').selectOption('drama');
    await page.getByRole('button', { name: 'Create the draft' }).click();
    await expect(page.getByText('Version 1, draft')).toBeVisible();
    const address = page.url();

    // A line of 25 MB/s: on this machine's own, everything would be over before it could be interrupted.
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 5, downloadThroughput: -1, uploadThroughput: 25 * MB });
    const first: string[] = [];
    page.on('requestfinished', (request) => { if (request.method() === 'PUT') first.push(request.url()); });
    await page.getByRole('group', { name: 'Documents' }).getByLabel('Kind').selectOption('trailer');
    await page.getByLabel('Document file').setInputFiles(path);
    await expect.poll(() => first.length, { timeout: 60_000, intervals: [50] }).toBeGreaterThanOrEqual(10);

    expect(killWorker(api)).toBeGreaterThanOrEqual(1);
    const crashed = page.waitForEvent('crash');
    cdp.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await crashed;
    await page.close();

    // The stack heals itself.
    await expect.poll(() => fetch(`${api}/api/health`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false), { timeout: 60_000 }).toBe(true);
    const uploadId = /uploads\/([^/]+)\//.exec(first[0] ?? '')?.[1] ?? '';
    const status = await context.request.get(`/api/uploads/${uploadId}`);
    const { arrived, parts, status: state } = await status.json() as { arrived: { part: number }[]; parts: number; status: string };
    expect([state, parts]).toEqual(['open', SIZE / PART]);
    expect(arrived.length).toBeGreaterThanOrEqual(10);
    expect(arrived.length).toBeLessThan(parts);

    const again = await context.newPage();
    const noErrors = watchErrors(again);
    const second: string[] = [];
    again.on('request', (request) => { if (request.method() === 'PUT') second.push(request.url()); });
    await again.goto(address);
    const link = again.getByRole('link', { name: /^the-long-film.mp4/ });
    await expect(link).toBeVisible({ timeout: 90_000 });
    const href = (await link.getAttribute('href')) ?? '';

    // Each missing part once, and none that was there.
    const there = new Set(arrived.map(({ part }) => part));
    expect(second.map(partOf).toSorted((left, right) => left - right)).toEqual(Array.from({ length: parts }, (_, index) => index + 1).filter((part) => !there.has(part)));
    expect(await served(context, new URL(href, baseURL).href)).toBe(sha256);
    noErrors();
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
