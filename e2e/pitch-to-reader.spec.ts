// The first journey: a creator publishes a pitch with a poster; an investor who signed up too finds it by search and reads it.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { joinAs } from './people.ts';
import { watchErrors } from './page-checks.ts';

const logline = 'A lighthouse keeper who has stopped believing in ships must guide one home by voice when the lamp she swore by fails.';
const synopsis = 'Ines keeps a light that no chart lists any more. For eleven years nothing has passed. On the night the lamp dies a container ship loses its instruments in the strait, and the only thing left between forty people and the reef is her voice on a radio she has used for talking to herself.';

test('a creator publishes a pitch with a poster, an investor finds it and reads it', async ({ browser }) => {
  const creator = await joinAs(browser, 'creator', 'Ines Valderrama');
  const noErrors = watchErrors(creator.page);
  const { page } = creator;
  const word = `Farolera${randomUUID().replace(/[^a-z]/g, '').slice(0, 6)}`;
  const title = `The ${word}`;
  const secret = `canary ${randomUUID()}`;

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Welcome, Ines');
  await page.getByRole('link', { name: 'Start the first pitch' }).click();
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('A title is needed')).toBeVisible();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Logline').fill(logline);
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();

  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Not yet: a published pitch needs these')).toBeVisible();

  await page.getByLabel('Synopsis').fill(synopsis);
  await page.getByLabel('Stage').selectOption('script');
  await page.getByLabel('Budget band').selectOption('low');
  await page.getByRole('textbox', { name: 'Budget breakdown' }).fill(secret);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  const poster = await sharp({ create: { width: 1200, height: 1800, channels: 3, background: '#1d57a6' } }).png().toBuffer();
  await page.getByLabel('Poster file').setInputFiles({ name: 'poster.png', mimeType: 'image/png', buffer: poster });
  await expect(page.getByRole('img', { name: `Poster: ${title}` }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/, published$/)).toBeVisible();

  const investor = await joinAs(browser, 'investor', 'Tobias Renner');
  const noErrorsEither = watchErrors(investor.page);
  const reader = investor.page;
  await reader.goto('/browse');
  await reader.getByRole('searchbox').fill(`${word.slice(0, 3)}${word.slice(4)}`);
  // The suggestions under the box may name it too.
  await reader.getByRole('region', { name: 'Results' }).getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(reader.getByText(logline)).toBeVisible();
  await expect(reader.getByText(synopsis.slice(0, 60))).toBeVisible();
  const image = reader.getByRole('img', { name: `Poster: ${title}` });
  await expect.poll(() => image.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await reader.content()).not.toContain(secret);
  const answer = await reader.evaluate(async (url) => (await fetch(url)).text(), `/api/pitches/${reader.url().split('/').at(-1)}`);
  expect(answer).not.toContain(secret);

  await page.getByRole('button', { name: 'Unpublish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click();
  await expect(page.getByText(/, unpublished$/)).toBeVisible();
  await expect.poll(async () => (await reader.request.get(`/api/pitches?q=${word}`)).json(), { timeout: 2500 }).toMatchObject({ items: [] });
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1 })).not.toHaveText(title);

  noErrors();
  noErrorsEither();
});
