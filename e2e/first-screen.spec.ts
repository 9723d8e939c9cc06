// The landing is there before the application is, and nowhere else.
import { expect, test } from '@playwright/test';

test('the landing is drawn without the application, and gives way to it', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'The page before the film' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Browse pitches' })).toHaveAttribute('href', '/browse');
  await page.goto('/browse');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0);
  await expect(page.locator('#first-screen')).toBeHidden();

  await page.unroute('**/assets/*.js');
  await page.goto('/');
  await expect(page.locator('#first-screen')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'The page before the film' })).toBeVisible();
  await page.getByRole('link', { name: 'Browse', exact: true }).click();
  await expect(page).toHaveURL('/browse');
  await expect(page.getByRole('banner')).toBeVisible();
});
