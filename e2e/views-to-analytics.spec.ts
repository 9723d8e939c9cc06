// A view by an investor, found by a search, appears in the creator's numbers; the creator's own visit does not.
import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

const synopsis = 'Every spring the ferry brings a piano to an island that has no road to carry it up. Nobody ordered it, nobody can send it back, and each year one of the eleven who still live there learns to play before the salt takes the strings.';

test('an investor’s visit is counted, with where it came from and by which words', async ({ browser }) => {
  const creator = await joinAs(browser, 'creator', 'Marit Holloway');
  const noErrors = watchErrors(creator.page);
  const { page } = creator;
  const word = `Klavier${randomUUID().replace(/[^a-z]/g, '').slice(0, 6)}`;
  const title = `The ${word}`;

  await page.getByRole('link', { name: 'Start the first pitch' }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Logline').fill('An island without a road is sent a piano every spring, and somebody has to carry it.');
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await page.getByLabel('Synopsis').fill(synopsis);
  await page.getByLabel('Stage').selectOption('script');
  await page.getByLabel('Budget band').selectOption('low');
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/, published$/)).toBeVisible();
  const id = page.url().split('/').at(-2) as string;

  await page.goto(`/creator/pitches/${id}/views`);
  await expect(page.getByText('No views in the last 30 days.').first()).toBeVisible();
  await page.goto('/creator');
  await expect(page.getByRole('heading', { name: '1 pitch in the market' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Views, last 30 days' })).toHaveCount(0);

  const investor = await joinAs(browser, 'investor', 'Piet Sandoval');
  const noErrorsEither = watchErrors(investor.page);
  const reader = investor.page;
  await reader.goto('/browse');
  await reader.getByRole('searchbox').fill(word);
  await expect(reader.getByText('1 pitch', { exact: true })).toBeVisible();
  const counted = reader.waitForResponse((response) => response.url().endsWith(`/api/pitches/${id}/views`) && response.request().method() === 'POST');
  await reader.getByRole('region', { name: 'Results' }).getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1, name: title })).toBeVisible();
  expect((await counted).status()).toBe(202);
  const at = Date.now();

  // The creator looks too, which counts for nothing.
  const slug = reader.url().split('/').at(-1) as string;
  await page.goto(`/pitches/${slug}`);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  const numbers = async () => (await (await page.request.get(`/api/pitches/${id}/analytics`)).json()) as { totals: { views: number } };
  await expect.poll(async () => (await numbers()).totals.views, { timeout: 10_000, message: 'the view is counted within ten seconds' }).toBe(1);
  expect(Date.now() - at).toBeLessThan(10_000);
  expect(await (await page.request.get(`/api/pitches/${id}`)).json()).toMatchObject({ stats: { views: 1 } });

  await page.goto('/creator');
  await expect(page.getByText('1 view, and none in the 30 days before.')).toBeVisible();
  await page.getByRole('link', { name: `1 view of ${title}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Views of ${title}` })).toBeVisible();
  await expect(page.getByText('Search: 100% of the views.')).toBeVisible();
  await expect(page.getByText('Mostly investors: 100% of the views.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: word.toLowerCase() })).toBeVisible();
  await page.getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('table', { name: 'Views, last 30 days: table' }).getByRole('row').last()).toContainText('1');
  await page.getByRole('button', { name: 'Chart' }).click();
  await expectSoundPage(page, 'the views of a pitch');

  noErrors();
  noErrorsEither();
});
