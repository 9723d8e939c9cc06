// From a misspelt word to a mail and out again: an investor finds a pitch, watches it, keeps the search, hears of the next one, and stops the mails
// signed out.
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { linkFromMail, mailsTo } from './inbox.ts';
import { joinAs } from './people.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';

const synopsis = 'Hesk has one road, and for nine hours a day it is under the sea. When an October storm takes the road for good, the council gives the island a date.';

async function publish(page: Page, title: string): Promise<{ id: string; slug: string }> {
  return page.evaluate(async (body) => {
    const post = async (path: string, payload?: unknown): Promise<{ id: string; slug: string }> => {
      const response = await fetch(path, { method: 'POST', ...(payload !== undefined && { body: JSON.stringify(payload), headers: { 'content-type': 'application/json' } }) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return await response.json() as { id: string; slug: string };
    };
    const { id } = await post('/api/pitches', body);
    return post(`/api/pitches/${id}/publish`);
  }, {
    title, synopsis, logline: 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.', format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'low',
    protected: { budgetBreakdown: 'canary behind the gate' },
  });
}

test('a misspelt word finds a pitch; the search that is kept writes, and stops with one press', async ({ browser }) => {
  test.slow(); // six pages in both themes and widths on the way
  const creator = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const word = `Strandby${randomUUID().replace(/[^a-f]/g, '').slice(0, 5)}n`;
  const first = await publish(creator.page, `The ${word}`);

  const investor = await joinAs(browser, 'investor', 'Noor Aldous');
  const noErrors = watchErrors(investor.page);
  const { page } = investor;
  await page.goto('/browse');
  const search = page.getByRole('searchbox');
  await search.fill(`${word.slice(0, 4)}${word.slice(5)}`);
  await expect(page.getByRole('group', { name: 'Suggestions' }).getByRole('link', { name: `The ${word}` })).toBeVisible();
  await search.press('Enter');
  const found = page.getByRole('link', { name: `The ${word}` });
  await expect(found.locator('mark')).toHaveText(word);
  await page.getByRole('button', { name: `Why The ${word} is here` }).click();
  await expect(page.getByText('Your words were found in its title.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Save search' }).click();
  await page.getByLabel('Mail me new pitches').selectOption('instant');
  await page.getByRole('button', { name: 'Save the search' }).click();
  await expect(page.getByRole('heading', { name: 'Saved', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();

  await found.click();
  await page.getByRole('button', { name: `Watch The ${word}` }).click();
  await expect(page.getByRole('button', { name: `Watching The ${word}` })).toBeVisible();
  await page.getByRole('button', { name: `Follow ${creator.name}` }).click();
  await expect(page.getByRole('button', { name: `Following ${creator.name}` })).toBeVisible();
  await page.getByLabel('Say something about this pitch').fill('Why eleven?');
  await page.getByRole('button', { name: 'Post the comment' }).click();
  await expect(page.getByRole('article', { name: `Comment of ${investor.name}` })).toContainText('Why eleven?');
  await expectSoundPage(page, 'pitch with comments');

  await page.getByRole('link', { name: 'Watchlist' }).first().click();
  await page.getByRole('button', { name: `Add a note on The ${word}` }).click();
  await page.getByLabel('Private note').fill('Ask about the island.');
  await page.getByRole('combobox', { name: 'Folder' }).fill('Sea');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Ask about the island.')).toBeVisible();
  await expectSoundPage(page, 'watchlist');

  const second = await publish(creator.page, `Beyond ${word}`);
  const link = await linkFromMail(investor.email, /\/pitches\/beyond-/);
  expect(link).toContain(second.slug);
  const mail = (await mailsTo(investor.email)).find(({ subject }) => subject === 'New in the market for a search of yours');
  expect(mail?.text).toContain(`Beyond ${word}`);
  expect(JSON.stringify(mail)).not.toContain('canary');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1, name: `Beyond ${word}` })).toBeVisible();
  await page.goto('/feed');
  await expect(page.getByRole('link', { name: `Beyond ${word}` })).toBeVisible();
  await expectSoundPage(page, 'feed');

  const stranger = await browser.newContext();
  const signedOut = await stranger.newPage();
  await signedOut.goto(await linkFromMail(investor.email, /\/unsubscribe\?token=/));
  await expect(signedOut.getByRole('heading', { name: 'Stop these mails?' })).toBeVisible();
  await expectSoundPage(signedOut, 'unsubscribe');
  await signedOut.getByRole('button', { name: 'Stop these mails' }).click();
  await expect(signedOut.getByRole('heading', { name: /^No more mails for/ })).toBeVisible();
  await page.goto('/saved-searches');
  await expect(page.getByRole('combobox', { name: /^Mails for/ })).toHaveValue('off');
  await expectSoundPage(page, 'saved searches');

  await page.goto(`/compare?ids=${first.id},${second.id}`);
  await expect(page.getByRole('columnheader', { name: new RegExp(`Beyond ${word}`) })).toBeVisible();
  await expectSoundPage(page, 'compare');
  noErrors();
});

test('a shared link shows what it leads to, and nothing of a draft', async ({ browser, request }) => {
  const { page } = await joinAs(browser, 'creator', 'Idris Vale');
  const { id, slug } = await publish(page, 'Salt "Year" & <more>');
  const response = await request.get(`/pitches/${slug}`);
  const html = await response.text();
  expect(html).toContain('<meta property="og:title" content="Salt &quot;Year&quot; &amp; &lt;more&gt;" />');
  expect(html).toMatch(new RegExp(`<meta property="og:url" content="https?://[^"]+/pitches/${slug}" />`));
  expect(html).toContain('<title>Salt &quot;Year&quot; &amp; &lt;more&gt; · Pitchey</title>');
  expect(html).not.toContain('canary');
  expect(response.headers()['content-security-policy']).toContain("default-src 'none'");
  await page.evaluate(async (path) => fetch(path, { method: 'POST' }), `/api/pitches/${id}/unpublish`);
  await expect.poll(async () => (await request.get(`/pitches/${slug}`)).text(), { timeout: 5000 }).not.toContain('og:title');
});

for (const portal of ['creator', 'investor', 'production'] as const) {
  test(`watchlist, feed and saved searches of the ${portal} portal are sound while they are empty`, async ({ browser }) => {
    const { page } = await joinAs(browser, portal, 'Noor Aldous');
    for (const [path, heading] of [['/watchlist', 'You watch nothing yet'], ['/feed', 'You follow nobody yet'], ['/saved-searches', 'No saved searches yet']] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await expectSoundPage(page, `${portal} ${path}, empty`);
    }
  });
}
