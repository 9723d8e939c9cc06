// What most journeys of makers begin with.
import { expect } from '@playwright/test';
import type { Person } from './people.ts';

export const logline = 'A lighthouse keeper who has stopped believing in ships must guide one home by voice when the lamp she swore by fails.';

/** A fresh draft; gives its id. */
export async function draftOf({ page }: Person, title: string): Promise<string> {
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Logline').fill(logline);
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-2) as string;
}
