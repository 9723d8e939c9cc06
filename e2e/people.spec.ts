// People: a profile is followed and reported, an operator decides and takes the pitch down; an account changes its password and ends another device.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { mailsTo } from './inbox.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs, signIn } from './people.ts';

// A step that waits for what does not come says so, instead of using up the journey's time.
test.use({ actionTimeout: 20_000 });

const logline = 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.';
const synopsis = 'Hesk has one road, and for nine hours a day it is under the sea. When an October storm takes the road for good, the council gives the island a date.';

/** A published pitch, by the calls that the editor makes. Gives its id. */
const publish = (page: Page, title: string): Promise<string> => page.evaluate(async (body) => {
  const post = async (path: string, what?: unknown) => {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, ...(what !== undefined && { body: JSON.stringify(what) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return await response.json() as { id: string };
  };
  const { id } = await post('/api/pitches', body);
  await post(`/api/pitches/${id}/publish`);
  return id;
}, { title, logline, synopsis, format: 'feature', genres: ['drama'], stage: 'script', budgetBand: 'low' });

/** As on the air: whoever holds the database makes an account an operator. */
async function makeOperator(email: string): Promise<void> {
  if (!process.env.PITCHEY_DATA_DIR) throw new Error('PITCHEY_DATA_DIR is not set: the data folder of the running stack.');
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, '..', 'scripts', 'operator.ts'), 'make', email]);
}

test('a profile is found from a pitch, followed and reported; an operator takes the pitch down, settles the report and suspends the account', async ({ browser }) => {
  test.setTimeout(420_000);
  const creator = await joinAs(browser, 'creator', 'Ingrid Vale');
  const title = `The Long Tide ${creator.email.slice(12, 20)}`;
  const id = await publish(creator.page, title);
  const note = `The script is mine, ${creator.email}.`;
  await creator.page.goto('/account');
  await creator.page.getByLabel('Headline').fill('Writer and director');
  await creator.page.getByLabel('About you').fill('Films about tides.');
  await creator.page.getByRole('button', { name: 'Save the profile' }).click();
  await expect(creator.page.getByText('Saved. Others see it now.')).toBeVisible();
  await creator.page.getByRole('button', { name: 'Add a credit' }).click();
  await creator.page.getByLabel('Title').fill('Marrow');
  await creator.page.getByLabel('Your role').fill('Writer');
  await creator.page.getByLabel('Year').fill('2019');
  await expectSoundPage(creator.page, 'account');
  await creator.page.getByRole('button', { name: 'Save the credits' }).click();
  await expect(creator.page.getByText('Saved. Others see them now.')).toBeVisible();

  const reader = await joinAs(browser, 'investor', 'Tobias Renner');
  const noErrors = watchErrors(reader.page);
  const { page } = reader;
  await page.goto(`/pitches/${id}`);
  await page.getByRole('link', { name: 'Ingrid Vale' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ingrid Vale' })).toBeVisible();
  for (const words of ['Writer and director', 'Films about tides.', 'Marrow', 'No requests for access in the last year yet.']) await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Follow Ingrid Vale' }).click();
  await expect(page.getByRole('button', { name: 'Following Ingrid Vale' })).toBeVisible();
  await expect(page.getByText('1 person', { exact: true })).toBeVisible();
  await expectSoundPage(page, 'profile');
  await page.goto('/feed');
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.getByRole('link', { name: 'Ingrid Vale' }).click();
  await page.getByRole('button', { name: 'More about Ingrid Vale' }).click();
  await page.getByRole('menuitem', { name: 'Report' }).click();
  await page.getByLabel('What is wrong').selectOption({ label: 'Uses work or rights of somebody else' });
  await page.getByLabel('In your words').fill(note);
  await page.getByRole('button', { name: 'Send the report' }).click();
  await page.getByRole('dialog', { name: 'Thank you' }).getByRole('button', { name: 'Close' }).first().click();
  // The pitch itself too: that is what can be taken down.
  expect(await page.evaluate(async (pitchId) => (await fetch('/api/reports', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ subject: { kind: 'pitch', id: pitchId }, reason: 'rights' }) })).status, id)).toBe(202);

  const operator = await joinAs(browser, 'production', 'Ona Reyes');
  await makeOperator(operator.email);
  const desk = operator.page;
  await operator.context.clearCookies();
  await desk.goto('/sign-in');
  await signIn(desk, operator.email, operator.password);
  await expect(desk.getByRole('button', { name: 'Account: Ona Reyes' })).toBeVisible();
  await desk.goto('/admin');
  await expect(desk.getByText(/reports are open/)).toBeVisible();
  await expectSoundPage(desk, 'operator home');
  await desk.getByRole('link', { name: 'Open the reports' }).click();
  const ofPitch = desk.getByRole('listitem').filter({ hasText: title });
  await expectSoundPage(desk, 'reports');
  await ofPitch.getByRole('button', { name: 'Take the pitch down' }).click();
  await desk.getByLabel('Reason, as its owner will read it').fill('Somebody else wrote the script.');
  await expectSoundPage(desk, 'take down');
  await desk.getByRole('dialog').getByRole('button', { name: 'Take the pitch down' }).click();
  await expect(ofPitch.getByText('Taken down')).toBeVisible();
  await ofPitch.getByRole('button', { name: 'Uphold' }).click();
  await desk.getByLabel('What was found and done').fill('Taken down.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Uphold' }).click();
  await expect(ofPitch).toHaveCount(0);

  await expect.poll(async () => (await page.request.get(`/api/pitches/${id}`)).status(), { timeout: 2500 }).toBe(404);
  await expect.poll(async () => (await mailsTo(creator.email)).map(({ subject, text }) => subject === 'Your pitch was taken down' && text.includes('Somebody else wrote the script.')), { timeout: 20_000 }).toContain(true);
  expect(await creator.page.evaluate(async (pitchId) => (await fetch(`/api/pitches/${pitchId}/publish`, { method: 'POST' })).status, id)).toBe(403);

  // Its owner answers, an operator reads that beside the reason and answers back.
  await creator.page.goto(`/creator/pitches/${id}/edit`);
  await creator.page.getByRole('button', { name: 'Answer this' }).click();
  await creator.page.getByLabel('What is wrong about it, or what you changed').fill('The script is registered in my name.');
  await expectSoundPage(creator.page, 'answering a takedown');
  await creator.page.getByRole('button', { name: 'Send' }).click();
  await expect(creator.page.getByText('Somebody reads it and writes back.')).toBeVisible();
  await desk.goto('/admin/appeals');
  const ofAppeal = desk.getByRole('listitem').filter({ hasText: title });
  await expect(ofAppeal.getByText('The script is registered in my name.')).toBeVisible();
  await expectSoundPage(desk, 'appeals');
  await ofAppeal.getByRole('button', { name: 'It stays down' }).click();
  await desk.getByLabel('Answer, as its owner will read it').fill('The registration is younger.');
  await desk.getByRole('dialog').getByRole('button', { name: 'It stays down' }).click();
  await expect(ofAppeal).toHaveCount(0);
  await creator.page.reload();
  await expect(creator.page.getByText('The registration is younger.')).toBeVisible();

  await desk.goto('/admin/reports');
  const ofPerson = desk.getByRole('listitem').filter({ hasText: note });
  await ofPerson.getByRole('button', { name: 'Suspend Ingrid Vale' }).click();
  await desk.getByLabel('Reason, as the person will read it').fill('Twice in a week.');
  await desk.getByRole('dialog').getByRole('button', { name: 'Suspend Ingrid Vale' }).click();
  await expect(ofPerson.getByText('Suspended')).toBeVisible();
  await expect.poll(async () => (await creator.page.request.get('/api/me')).status(), { timeout: 6000 }).toBe(401);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'There is nobody here' })).toBeVisible();
  noErrors();
});

test('changing the password ends the session on another device, and a device can be ended by itself', async ({ browser }) => {
  test.setTimeout(240_000);
  const { page, email, password, name } = await joinAs(browser, 'production', 'Priya Raman');
  const elsewhere = async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto('/sign-in');
    await signIn(other, email, password);
    await expect(other.getByRole('button', { name: `Account: ${name}` })).toBeVisible();
    return other;
  };
  const other = await elsewhere();
  await page.getByRole('button', { name: `Account: ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await expect(page.getByText('This device')).toBeVisible();
  await page.getByRole('button', { name: /^End session/ }).click();
  await expect(page.getByRole('button', { name: /^End session/ })).toHaveCount(0);
  await expect.poll(async () => (await other.request.get('/api/me')).status(), { timeout: 6000 }).toBe(401);

  const again = await elsewhere();
  const fresh = `${password} and more`;
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').fill(fresh);
  await page.getByRole('button', { name: 'Change the password' }).click();
  await expect(page.getByText(/every other device was signed out/)).toBeVisible();
  await expect.poll(async () => (await again.request.get('/api/me')).status(), { timeout: 6000 }).toBe(401);
  expect((await page.request.get('/api/me')).status()).toBe(200);
  await page.getByRole('button', { name: 'Sign out of this device' }).click();
  await page.waitForURL('/');
  await page.goto('/sign-in');
  await signIn(page, email, fresh);
  await expect(page.getByRole('button', { name: `Account: ${name}` })).toBeVisible();
});
