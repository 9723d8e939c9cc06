// Writing in depth: two devices on one pitch lose nothing, versions come back, and one page leaves the house.
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { linkFromMail } from './inbox.ts';
import { draftOf, logline } from './new-draft.ts';
import { joinAs } from './people.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';

const synopsis = 'Ines keeps a light that no chart lists any more. For eleven years nothing has passed. On the night the lamp dies a container ship loses its instruments in the strait, and the only thing left between forty people and the reef is her voice.';

const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

test('two devices write the same sentence: both texts are kept, and every version comes back', async ({ browser }) => {
  const creator = await joinAs(browser, 'creator', 'Ada Quill');
  const noErrors = watchErrors(creator.page);
  const { page } = creator;
  const id = await draftOf(creator, 'Paper Weather');
  const elsewhere = await (await browser.newContext({ storageState: await creator.context.storageState() })).newPage();
  await elsewhere.goto(`/creator/pitches/${id}/edit`);
  await expect(elsewhere.getByText('Version 1, draft')).toBeVisible();

  await creator.context.setOffline(true);
  await elsewhere.getByRole('textbox', { name: 'Logline' }).fill('Words from the other device.');
  await elsewhere.getByRole('textbox', { name: 'Tone' }).fill('Dry, from the other device.');
  await saved(elsewhere);

  // This one has not seen it. A field that only one side changed is joined; the one that both changed waits, with both texts.
  await page.getByRole('textbox', { name: 'Audience' }).fill('People who stay up for weather.');
  await page.getByRole('textbox', { name: 'Logline' }).fill('Words from this device.');
  await expect(page.getByText('Offline, 2 changes kept on this device')).toBeVisible({ timeout: 40_000 });
  await creator.context.setOffline(false);
  await expect(page.getByText('Changed elsewhere: logline')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByRole('textbox', { name: 'Tone' })).toHaveValue('Dry, from the other device.');
  const conflict = page.locator('#conflicts');
  await expect(conflict).toContainText('Words from this device.');
  await expect(conflict).toContainText('Words from the other device.');
  await expectSoundPage(page, 'editor with a conflict');
  await page.reload();
  await expect(page.locator('#conflicts')).toContainText('Words from the other device.');
  await expect(page.getByRole('textbox', { name: 'Logline' })).toHaveValue('Words from this device.');
  await page.getByRole('button', { name: 'Keep both to edit' }).click();
  await expect(page.getByRole('textbox', { name: 'Logline' })).toHaveValue('Words from this device.\n\nWords from the other device.');
  await expect(page.getByRole('textbox', { name: 'Audience' })).toHaveValue('People who stay up for weather.');
  await saved(page);

  await page.getByRole('button', { name: 'Versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions' });
  await expect(dialog.getByText('Created the draft')).toBeVisible();
  await dialog.locator('summary').first().click();
  await expect(dialog.getByRole('region', { name: 'Logline' })).toContainText(logline.slice(0, 30));
  await expectSoundPage(page, 'versions');
  await dialog.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(dialog.getByText('Brought back version 1')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('textbox', { name: 'Logline' })).toHaveValue(logline);
  await expect(page.getByRole('textbox', { name: 'Tone' })).toHaveValue('');
  noErrors();
});

test('a pitch with comps, characters and a confirmed attachment leaves as a one-sheet of public words', async ({ browser }) => {
  const creator = await joinAs(browser, 'creator', 'Ines Valderrama');
  const noErrors = watchErrors(creator.page);
  const { page } = creator;
  const secret = `canary ${randomUUID()}`;
  const id = await draftOf(creator, 'The Last Keeper');
  await page.getByRole('textbox', { name: 'Synopsis' }).fill(synopsis);
  await page.getByLabel('Stage').selectOption('financing');
  await page.getByLabel('Budget band').selectOption('mid');
  await page.getByLabel('Running time').fill('96');
  await page.getByRole('button', { name: 'Add a character' }).click();
  const character = page.locator('#characters');
  await character.getByLabel('Name').fill('Ines');
  await character.getByLabel('Who it is').fill('Keeps a light that no chart lists.');
  await page.getByRole('button', { name: 'Add a comp' }).click();
  const comps = page.locator('#comps');
  await comps.getByRole('combobox', { name: 'Title' }).pressSequentially('Whale Rid');
  await page.getByRole('option', { name: /Whale Rider/ }).click();
  await expect(comps.getByLabel('Year')).toHaveValue('2003');
  await expect(comps.getByText(/^Base rate: of \d+ dramas in this band/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a person' }).click();
  const team = page.locator('#team');
  await team.getByLabel('Name').fill('Petra Lindemarsh');
  await team.getByLabel('Role').fill('Ines');
  await team.getByLabel('Status').selectOption('signed');
  await team.getByLabel('Proof file for Petra Lindemarsh').setInputFiles({ name: 'deal-memo.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.7\n${'x'.repeat(600)}\n%%EOF\n`) });
  await expect(team.getByText('The document is on file.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Contact details' }).fill(secret);
  await saved(page);
  const address = `petra.${randomUUID().slice(0, 8)}@stage.example`;
  await team.getByLabel('E-mail of Petra Lindemarsh').fill(address);
  await team.getByRole('button', { name: 'Ask to confirm' }).click();
  await expect(team.getByText(/^Asked on .*, not answered yet\.$/)).toBeVisible();
  await expectSoundPage(page, 'editor in depth');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/published$/).first()).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(await linkFromMail(address, /confirm-attachment/));
  await expect(stranger.getByText('The Last Keeper')).toBeVisible();
  await expectSoundPage(stranger, 'confirm an attachment');
  await stranger.getByRole('button', { name: 'Confirm my attachment' }).click();
  await expect(stranger.getByRole('heading', { name: 'You are confirmed' })).toBeVisible();
  await stranger.goto(`/pitches/${id}`);
  await expect(stranger.getByText('Signed, proof on file, confirmed')).toBeVisible();
  await expect(stranger.getByText(/took 9 times that/)).toBeVisible();

  await page.getByRole('link', { name: 'Preview' }).click();
  const switchTo = (name: string) => page.getByRole('group', { name: 'Look as' }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByText(secret)).toHaveCount(0);
  await switchTo('NDA');
  await expect(page.getByText(secret)).toBeVisible();
  await switchTo('Members');
  await expect(page.getByRole('button', { name: 'Members', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(secret)).toHaveCount(0);
  await expectSoundPage(page, 'a pitch as members see it');
  await switchTo('You');
  await expect(page.getByText(secret)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'One-sheet' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^the-last-keeper-.*one-sheet\.pdf$/);
  const pdf = await readFile(await download.path());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.includes(secret)).toBe(false);
  noErrors();
});
