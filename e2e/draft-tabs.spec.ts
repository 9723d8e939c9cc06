// One person, one pitch, two tabs, no network: what each tab holds is kept by itself, and a later visit has all of it.
import { expect, test } from '@playwright/test';
import { draftOf } from './new-draft.ts';
import { watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

test('words of two tabs that were closed offline are both there on the next visit, and the same field is a question', async ({ browser }) => {
  test.setTimeout(240_000);
  const person = await joinAs(browser, 'creator', 'Ada Quill');
  const noErrors = watchErrors(person.page);
  const id = await draftOf(person, 'Paper Weather');
  const [first, second] = [person.page, await person.context.newPage()];
  await second.goto(`/creator/pitches/${id}/edit`);
  await expect(second.getByText('Version 1, draft')).toBeVisible();

  await person.context.setOffline(true);
  await first.getByRole('textbox', { name: 'Tone' }).fill('Dry, from the first tab.');
  await first.getByRole('textbox', { name: 'Logline' }).fill('Words from the first tab.');
  await second.getByRole('textbox', { name: 'Audience' }).fill('Everybody, from the second tab.');
  await second.getByRole('textbox', { name: 'Logline' }).fill('Words from the second tab.');
  for (const page of [first, second]) await expect(page.getByText('Offline, 2 changes kept on this device')).toBeVisible({ timeout: 40_000 });
  noErrors();
  const third = await person.context.newPage();
  await Promise.all([first.close(), second.close()]);
  await person.context.setOffline(false);

  await third.goto(`/creator/pitches/${id}/edit`);
  await expect(third.getByText('Changed elsewhere: logline')).toBeVisible({ timeout: 40_000 });
  await expect(third.getByRole('textbox', { name: 'Tone' })).toHaveValue('Dry, from the first tab.');
  await expect(third.getByRole('textbox', { name: 'Audience' })).toHaveValue('Everybody, from the second tab.');
  const conflict = third.locator('#conflicts');
  for (const words of ['Words from the first tab.', 'Words from the second tab.']) await expect(conflict).toContainText(words);
  // What waits for an answer is kept over a reload as well.
  await third.reload();
  for (const words of ['Words from the first tab.', 'Words from the second tab.']) await expect(conflict).toContainText(words);
  await third.getByRole('button', { name: 'Keep both to edit' }).click();
  await expect(third.getByRole('textbox', { name: 'Logline' })).toHaveValue('Words from the second tab.\n\nWords from the first tab.');
  await expect(third.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await third.reload();
  await expect(third.getByRole('textbox', { name: 'Logline' })).toHaveValue('Words from the second tab.\n\nWords from the first tab.');
  await expect(third.getByRole('textbox', { name: 'Tone' })).toHaveValue('Dry, from the first tab.');
  await person.context.close();
});
