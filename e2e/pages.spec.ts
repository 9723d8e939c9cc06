// Every page of the foundation, in both themes and at both widths: axe finds nothing, nothing scrolls sideways.
import { expect, test } from '@playwright/test';
import { joinAs } from './people.ts';
import { expectSoundPage } from './page-checks.ts';

const open = [
  ['landing', '/'], ['browse', '/browse'], ['browse without a match', '/browse?q=zzzzqqqq'], ['sign in', '/sign-in'], ['join', '/join'], ['confirm', '/verify-email?token=x'],
  ['forgotten password', '/forgot-password'], ['new password', '/reset-password?token=x'], ['terms', '/terms'], ['privacy', '/privacy'], ['accessibility', '/accessibility'],
  ['compare', '/compare'], ['stop mails', '/unsubscribe?token=x'], ['kit', '/__kit'], ['not found', '/nowhere'],
] as const;

for (const [name, path] of open) {
  test(`the page "${name}" is sound`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectSoundPage(page, name);
  });
}

test('a pitch page is sound for a visitor', async ({ page, request }) => {
  const { items } = (await (await request.get('/api/pitches?limit=1')).json()) as { items: { id: string; title: string }[] };
  await page.goto(`/pitches/${items[0]?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: items[0]?.title ?? '' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expectSoundPage(page, 'pitch');
});

test('a question mark lists the shortcuts', async ({ page }) => {
  await page.goto('/browse');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectSoundPage(page, 'shortcuts');
});

test('the pages of a creator are sound, empty and filled', async ({ browser }) => {
  const { page } = await joinAs(browser, 'creator', 'Ada Quill');
  await expectSoundPage(page, 'creator home, empty');
  await page.goto('/creator/pitches');
  await expect(page.getByText('No pitches yet')).toBeVisible();
  await expectSoundPage(page, 'own pitches, empty');
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill('Paper Weather');
  await page.getByLabel('Logline').fill('A forecaster who is always wrong is hired by people who need the weather to be someone’s fault.');
  await page.getByLabel('Genres').selectOption('satire');
  await expectSoundPage(page, 'new pitch');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  await page.getByRole('button', { name: 'Add a comp' }).click();
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expectSoundPage(page, 'editor');
  await page.goto('/creator');
  await expect(page.getByText('is not ready to publish')).toBeVisible();
  await expectSoundPage(page, 'creator home');
});

for (const portal of ['investor', 'production'] as const) {
  test(`the first page of the ${portal} portal is sound`, async ({ browser }) => {
    const { page } = await joinAs(browser, portal, portal === 'investor' ? 'Noor Aldous' : 'Bram Keller');
    await page.goto(`/${portal}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expectSoundPage(page, `${portal} home`);
    await page.goto('/browse');
    await page.waitForLoadState('networkidle');
    await expectSoundPage(page, `${portal} browse`);
  });
}
