// Two people write one draft: one asks the other in, each sees where the other is and what they write, and what is written offline comes back.
import { expect, test, type Page } from '@playwright/test';
import { draftOf, logline } from './new-draft.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs, type Person } from './people.ts';

const box = (page: Page, name: string) => page.getByRole('textbox', { name });
const saved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
const handleOf = ({ page }: Person): Promise<string> => page.evaluate(async () => ((await (await fetch('/api/me')).json()) as { handle: string }).handle);

test('an editor is asked in, both write at once, one of them in a tunnel, and nothing is lost', async ({ browser }) => {
  test.setTimeout(300_000);
  const owner = await joinAs(browser, 'creator', 'Ada Quill');
  const editor = await joinAs(browser, 'production', 'Ben Ostrow');
  const noErrors = [owner, editor].map(({ page }) => watchErrors(page));
  const id = await draftOf(owner, 'Paper Weather');

  await test.step('an invitation opens nothing before it is accepted', async () => {
    await box(owner.page, 'Invite by handle').fill(`@${await handleOf(editor)}`);
    await owner.page.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(owner.page.locator('#editors')).toContainText('has not answered');
    await editor.page.goto(`/production/pitches/${id}/edit`);
    await expect(editor.page.getByText('This pitch isn’t yours to edit')).toBeVisible();
    await editor.page.goto('/production/pitches');
    await expect(editor.page.getByText('Ada Quill asks you to edit it.')).toBeVisible();
    await expectSoundPage(editor.page, 'pitches with an invitation');
    await editor.page.getByRole('button', { name: 'Accept editing Paper Weather' }).click();
    await editor.page.getByRole('link', { name: 'Edit', exact: true }).click();
    await expect(box(editor.page, 'Logline')).toHaveValue(logline);
    await expect(editor.page.getByRole('button', { name: 'Publish' })).toHaveCount(0);
    await expect(owner.page.locator('#editors')).toContainText('In the draft now');
  });

  await test.step('each sees where the other is and what they write', async () => {
    await box(editor.page, 'Tone').fill('Dry, and slow to anger.');
    await expect(owner.page.getByRole('navigation', { name: 'Sections' }).getByText('Ben Ostrow is here')).toBeAttached();
    await box(owner.page, 'Audience').fill('People who stay up for weather.');
    await expect(box(owner.page, 'Tone')).toHaveValue('Dry, and slow to anger.');
    await expect(box(editor.page, 'Audience')).toHaveValue('People who stay up for weather.');
    for (const { page } of [owner, editor]) await saved(page);
    await expectSoundPage(editor.page, 'an editor’s editor');
  });

  await test.step('of one text, changes that lie apart are joined', async () => {
    await box(owner.page, 'Logline').fill(logline.replace('A lighthouse', 'The lighthouse'));
    await box(editor.page, 'Logline').fill(logline.replace('fails', 'dies'));
    const both = logline.replace('A lighthouse', 'The lighthouse').replace('fails', 'dies');
    for (const { page } of [owner, editor]) {
      await page.getByRole('heading', { level: 1 }).click();
      await expect(box(page, 'Logline')).toHaveValue(both);
    }
  });

  await test.step('offline words are kept over a reload of nothing, said when it is over, and the same words are a question', async () => {
    await editor.context.setOffline(true);
    await box(editor.page, 'Why now').fill('Written in a tunnel.');
    await box(editor.page, 'Tone').fill('Wet.');
    await expect(editor.page.getByText('Offline, 2 changes kept on this device')).toBeVisible({ timeout: 40_000 });
    await box(owner.page, 'Tone').fill('Bright.');
    await box(owner.page, 'Production plan').fill('Twelve days on the strait.');
    await saved(owner.page);
    await editor.context.setOffline(false);
    await expect(editor.page.getByText('Changed elsewhere: tone')).toBeVisible({ timeout: 40_000 });
    await expect(editor.page.locator('#conflicts')).toContainText('Bright.');
    await expect(editor.page.locator('#conflicts')).toContainText('Wet.');
    await expect(box(editor.page, 'Production plan')).toHaveValue('Twelve days on the strait.');
    await expectSoundPage(editor.page, 'a conflict between two people');
    await editor.page.getByRole('button', { name: 'Keep mine' }).click();
    await expect(box(owner.page, 'Tone')).toHaveValue('Wet.');
    await expect(box(owner.page, 'Why now')).toHaveValue('Written in a tunnel.');
    await saved(editor.page);
  });

  await test.step('all of it reaches the pitch, and an editor who is removed is out at once', async () => {
    await expect.poll(async () => owner.page.evaluate(async (pitch) => {
      const { tone, whyNow, audience, productionPlan } = await (await fetch(`/api/pitches/${pitch}`)).json() as Record<string, string>;
      return { tone, whyNow, audience, productionPlan };
    }, id), { timeout: 40_000 }).toEqual({ tone: 'Wet.', whyNow: 'Written in a tunnel.', audience: 'People who stay up for weather.', productionPlan: 'Twelve days on the strait.' });
    await owner.page.getByRole('button', { name: 'Remove Ben Ostrow' }).click();
    await expect(owner.page.locator('#editors').getByText('Ben Ostrow')).toHaveCount(0);
    await box(editor.page, 'Tone').fill('Said from outside.');
    await editor.page.getByRole('heading', { level: 1 }).click();
    await expect(editor.page.getByText('You may no longer edit this pitch', { exact: false })).toBeVisible();
    await expect(box(owner.page, 'Tone')).toHaveValue('Wet.');
  });
  for (const check of noErrors) check();
});
