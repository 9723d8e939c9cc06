// Reels and stills: a reel gets a picture out of itself, plays in ranges, and stills are kept by their owner.
import { expect, test, type Page } from '@playwright/test';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

/** A second of film as this browser records it: a bar that moves over green. */
async function film(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const pieces: Blob[] = [];
    recorder.ondataavailable = ({ data }) => pieces.push(data);
    const stopped = new Promise((resolve) => { recorder.onstop = resolve; });
    recorder.start();
    const began = performance.now();
    await new Promise<void>((resolve) => {
      const draw = (now: number): void => {
        brush.fillStyle = '#0a0';
        brush.fillRect(0, 0, 320, 180);
        brush.fillStyle = '#fff';
        brush.fillRect(((now - began) / 5) % 320, 0, 20, 180);
        if (now - began < 1000) requestAnimationFrame(draw);
        else resolve();
      };
      requestAnimationFrame(draw);
    });
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** A still of one colour. */
async function still(page: Page, colour: string): Promise<Buffer> {
  const dataUrl = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 225 });
    const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
    brush.fillStyle = fill;
    brush.fillRect(0, 0, 400, 225);
    return canvas.toDataURL('image/png');
  }, colour);
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

test('a reel stands behind a picture of itself, and stills are added, gated and deleted', async ({ browser }) => {
  test.slow();
  const { page, context } = await joinAs(browser, 'creator', 'Mira Solheim');
  const noErrors = watchErrors(page);
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill('The Green Second');
  await page.getByLabel('Logline').fill('A second that would not pass is watched by everyone who has time.');
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  const documents = page.getByRole('group', { name: 'Documents' });
  await documents.getByLabel('Kind').selectOption('trailer');
  await page.getByLabel('Document file').setInputFiles({ name: 'reel.webm', mimeType: 'video/webm', buffer: await film(page) });
  const picture = documents.getByRole('img', { name: 'Shown for reel.webm until it plays' });
  await expect(picture).toBeVisible({ timeout: 30_000 });
  await picture.scrollIntoViewIfNeeded();
  // It is a picture of the film: green is what most of it is.
  await expect.poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const [red = 0, green = 0] = await picture.evaluate((img) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
    const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
    brush.drawImage(img as HTMLImageElement, 0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  });
  expect(green).toBeGreaterThan(red + 60);

  // What this browser cannot play keeps what stood for it, and says so.
  await page.getByLabel('Document file').setInputFiles({ name: 'other.mov', mimeType: 'video/quicktime', buffer: Buffer.concat([Buffer.from('\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'latin1'), Buffer.alloc(5000, 1)]) });
  const row = documents.getByRole('listitem').filter({ hasText: 'other.mov' });
  await row.getByRole('button', { name: 'Take a picture out of other.mov' }).click();
  await expect(row.getByText('This browser cannot play it, so no picture was taken.')).toBeVisible({ timeout: 30_000 });
  await row.getByRole('button', { name: 'Delete other.mov' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row).toHaveCount(0);

  const stills = page.getByRole('group', { name: 'Stills' });
  await stills.getByLabel('Still files').setInputFiles(await Promise.all(['#a33', '#33a', '#333'].map(async (colour, index) => ({ name: `still-${index}.png`, mimeType: 'image/png', buffer: await still(page, colour) }))));
  await expect(stills.getByRole('img')).toHaveCount(3, { timeout: 30_000 });
  await stills.getByLabel('Gate for still 2').selectOption('nda');
  await expect(stills.getByLabel('Gate for still 2')).toBeEnabled();
  await stills.getByRole('button', { name: 'Delete still 3' }).click();
  await expect(stills.getByRole('img')).toHaveCount(2);
  await expectSoundPage(page, 'the media of the editor');

  await page.getByRole('link', { name: 'Preview' }).click();
  const video = page.getByLabel('Trailer of The Green Second');
  await expect(video).toHaveAttribute('poster', /^\/api\/files\/[^?]+\?w=960$/);
  await expect(page.getByRole('img', { name: /^Still 1 of 1 from The Green Second/ })).toBeVisible();
  const address = await video.locator('source').getAttribute('src');
  const piece = await context.request.get(address ?? '', { headers: { range: 'bytes=0-99' } });
  expect([piece.status(), (await piece.body()).byteLength]).toEqual([206, 100]);
  await video.evaluate((element) => { (element as HTMLVideoElement).muted = true; return (element as HTMLVideoElement).play(); });
  await expect.poll(() => video.evaluate((element) => (element as HTMLVideoElement).currentTime)).toBeGreaterThan(0);
  noErrors();
});
