// People who sign up through the pages, as anyone does: a mail is read from the inbox, its link opened, its button pressed.
import { randomUUID } from 'node:crypto';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { linkFromMail } from './inbox.ts';

export type Portal = 'creator' | 'investor' | 'production';

export interface Person {
  portal: Portal;
  name: string;
  email: string;
  password: string;
  context: BrowserContext;
  page: Page;
}

const joins = { creator: 'Join as a creator', investor: 'Join as an investor', production: 'Join as a company' } as const;
const doors = { creator: /Creator/, investor: /Investor/, production: /Production/ } as const;

/** Walks landing, join, mail, confirmation and sign-in in a browser context of its own. */
export const joinAs = async (browser: Browser, portal: Portal, name: string): Promise<Person> => joinIn(await browser.newContext(), portal, name);

/** The same in a context that is there already. */
export async function joinIn(context: BrowserContext, portal: Portal, name: string): Promise<Person> {
  const page = await context.newPage();
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 8)}@journey.example`;
  const password = `Tidal causeway ${randomUUID().slice(0, 8)}`;
  await page.goto('/');
  await page.getByRole('link', { name: 'Join', exact: true }).first().click();
  await page.getByRole('radio', { name: doors[portal] }).check();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: joins[portal] }).click();
  await expect(page.getByText(email)).toBeVisible();
  await page.goto(await linkFromMail(email, /verify-email/));
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).last().click();
  await signIn(page, email, password);
  await expect(page.getByRole('button', { name: `Account: ${name}` })).toBeVisible();
  return { portal, name, email, password, context, page };
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
