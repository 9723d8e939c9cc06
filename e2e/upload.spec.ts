// A large file survives the tab that sent it: what arrived stays arrived, the rest goes on by itself.
import { expect, test } from '@playwright/test';
import { joinAs } from './people.ts';
import { watchErrors } from './page-checks.ts';

const MB = 1024 * 1024;

/** A PDF by its bytes, of any size: a small document followed by a long comment and its end mark. */
function lookBook(size: number): Buffer {
  const head = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj\n%');
  const tail = Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  return Buffer.concat([head, Buffer.alloc(size - head.length - tail.length, 'x'), tail]);
}

test('an upload goes on after its tab was closed in the middle', async ({ browser }) => {
  const { page, context } = await joinAs(browser, 'creator', 'Pia Holm');
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill('The Long Upload');
  await page.getByLabel('Logline').fill('A courier who never arrives is sent once more.');
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  const address = page.url();

  // The third part never leaves this tab.
  await page.route(/\/parts\/3$/, (route) => route.abort('connectionfailed'));
  const first: string[] = [];
  page.on('requestfinished', (request) => { if (request.method() === 'PUT') first.push(request.url()); });
  await page.getByRole('group', { name: 'Documents' }).getByLabel('Kind').selectOption('lookbook');
  await page.getByLabel('Document file').setInputFiles({ name: 'look-book.pdf', mimeType: 'application/pdf', buffer: lookBook(36 * MB) });
  await expect(page.getByRole('progressbar', { name: /Upload of look-book.pdf/ })).toBeVisible();
  await expect.poll(() => first.filter((url) => /\/parts\/[1245]$/.test(url)).length, { timeout: 60_000 }).toBe(4);
  await page.close();

  const again = await context.newPage();
  const noErrors = watchErrors(again);
  const second: string[] = [];
  again.on('request', (request) => { if (request.method() === 'PUT') second.push(request.url()); });
  await again.goto(address);
  await expect(again.getByRole('link', { name: /^look-book.pdf/ })).toBeVisible({ timeout: 60_000 });
  expect(second.map((url) => url.split('/').at(-1))).toEqual(['3']);
  await expect(again.getByText('37.7 MB')).toBeVisible();
  noErrors();
});

test('an upload is paused and goes on', async ({ browser }) => {
  const { page } = await joinAs(browser, 'creator', 'Rune Aas');
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill('Half Way');
  await page.getByLabel('Logline').fill('Two bridges meet in the wrong place.');
  await page.getByLabel('Genres').selectOption('comedy');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  let isOpen = false;
  await page.route(/\/parts\/2$/, (route) => (isOpen ? route.continue() : undefined));
  await page.getByRole('group', { name: 'Documents' }).getByLabel('Kind').selectOption('deck');
  await page.getByLabel('Document file').setInputFiles({ name: 'deck.pdf', mimeType: 'application/pdf', buffer: lookBook(12 * MB) });
  await page.getByRole('button', { name: 'Pause deck.pdf' }).click();
  await expect(page.getByText(/, paused$/)).toBeVisible();
  isOpen = true;
  await page.getByRole('button', { name: 'Go on with deck.pdf' }).click();
  await expect(page.getByRole('link', { name: /^deck.pdf/ })).toBeVisible({ timeout: 60_000 });
});
