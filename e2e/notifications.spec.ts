// What people are told: an asked-for agreement appears in the bell while the page is open, a preference stops the mail, quiet hours hold it.
import { expect, test, type Page } from '@playwright/test';
import { mailsTo } from './inbox.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

interface Answer { status: number; body: unknown }

/** A request as the page itself would send it, with the person's own session. */
const call = (page: Page, method: string, path: string, body?: unknown): Promise<Answer> => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(where as string, { method: how as string, headers: { 'content-type': 'application/json' }, ...(what !== null && { body: JSON.stringify(what) }) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) as unknown };
}, [method, path, body ?? null] as const);

async function publish(page: Page, title: string): Promise<string> {
  const made = await call(page, 'POST', '/api/pitches', {
    title, logline: 'A ferrywoman has one winter to talk eleven holdouts off the island before the last boat goes.', format: 'feature', genres: ['drama'],
    synopsis: 'Hesk has one road, and for nine hours a day it is under the sea. The council stops the ferry on the thirty-first, and the only person who can talk the last eleven across is the one who runs the boat.',
    stage: 'script', budgetBand: 'low', protected: { budgetBreakdown: 'canary' },
  });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  expect((await call(page, 'POST', `/api/pitches/${id}/publish`)).status).toBe(200);
  return id;
}

const ask = async (page: Page, pitchId: string): Promise<void> => expect((await call(page, 'POST', '/api/ndas/request', { pitchId })).status).toBe(201);
const requestMails = async (address: string): Promise<number> => (await mailsTo(address)).filter(({ subject }) => subject === 'Somebody asks to read your project').length;

test('a request is in the bell at once, and the mail keeps to what the person chose', async ({ browser }) => {
  test.setTimeout(240_000);
  const owner = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const reader = await joinAs(browser, 'investor', 'Harriet Lund');
  const noErrors = watchErrors(owner.page);
  const { page } = owner;
  const [first, second, third] = [await publish(page, 'Salt Year'), await publish(page, 'Kestrel'), await publish(page, 'Glasshouse')];

  // Nobody reloads this page. A second tab of the same person is open beside it.
  await page.goto('/creator');
  const tab = await owner.context.newPage();
  await tab.goto('/creator/pitches');
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await ask(reader.page, first);
  await expect(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();
  await expect.poll(() => requestMails(owner.email), { timeout: 20_000 }).toBe(1);

  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  const panel = page.getByRole('dialog', { name: 'Notifications' });
  await expect(panel.getByText('Harriet Lund asks to read “Salt Year”')).toBeVisible();
  await expectSoundPage(page, 'the bell');
  await panel.getByRole('link', { name: /Harriet Lund asks to read/ }).click();
  await expect(page).toHaveURL(/\/ndas\//);
  // Read here, read there.
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
  await tab.close();

  await page.goto('/notifications');
  await expect(page.getByRole('link', { name: /Harriet Lund asks to read “Salt Year”/ })).toBeVisible();
  await expectSoundPage(page, 'the notifications');
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('1 of 20 mails this week')).toBeVisible();
  await page.getByRole('combobox', { name: 'Mail: Somebody asks to read' }).selectOption('Never');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await expectSoundPage(page, 'the notification settings');

  await ask(reader.page, second);
  await expect(page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible();

  // Quiet hours round the clock but for one minute, far from now.
  await page.getByRole('combobox', { name: 'Mail: Somebody asks to read' }).selectOption('At once');
  await page.getByRole('switch').check();
  const away = new Date(Date.now() - 2 * 3_600_000).toISOString().slice(11, 16);
  const end = new Date(Date.now() - 2 * 3_600_000 - 60_000).toISOString().slice(11, 16);
  await page.getByLabel('From').fill(away);
  await page.getByLabel('To', { exact: true }).fill(end);
  await expect.poll(async () => (await call(page, 'GET', '/api/notifications/preferences')).body).toMatchObject({ quietHours: { from: away, to: end } });
  await ask(reader.page, third);
  await expect(page.getByRole('button', { name: 'Notifications, 2 unread' })).toBeVisible();

  // Whatever was to be mailed by now went through the same queue before this one, which nothing holds.
  const { body: list } = await call(page, 'GET', '/api/ndas?role=owner');
  const [nda] = (list as { items: { id: string; pitch: { title: string } }[] }).items.filter(({ pitch }) => pitch.title === 'Salt Year');
  expect((await call(page, 'POST', `/api/ndas/${nda?.id}/reject`, { reason: 'Not this time.' })).status).toBe(200);
  await expect.poll(async () => (await mailsTo(reader.email)).some(({ subject }) => subject === 'Your request was declined'), { timeout: 20_000 }).toBe(true);
  expect(await requestMails(owner.email)).toBe(1);
  await expect(page.getByText('1 of 20 mails this week')).toBeVisible();
  noErrors();
  await Promise.all([owner.context.close(), reader.context.close()]);
});
