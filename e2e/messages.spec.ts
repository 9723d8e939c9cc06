// Three people in three browsers: an agreement opens a conversation on both sides, they talk, and what is written offline arrives once and in order.
import { expect, test, type Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { findChromium } from './chromium.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs, type Person } from './people.ts';

const { args, executablePath, env } = await findChromium();
// A microphone that hums, and nobody to ask whether it may be used.
test.use({
  actionTimeout: 20_000,
  launchOptions: { args: [...args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'], ...(executablePath && { executablePath }), ...(env && { env: { ...(process.env as Record<string, string>), ...env } }) },
});

/** A request as the page itself would send it, with the person's own session. */
const call = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(where as string, { method: how as string, headers: { 'content-type': 'application/json' }, ...(what !== null && { body: JSON.stringify(what) }) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${how as string} ${where as string}: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}, [method, path, body ?? null] as const);

async function paper(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([612, 792]);
  return Buffer.from(await pdf.save());
}

async function publish(page: Page, title: string): Promise<string> {
  const { id } = await call<{ id: string }>(page, 'POST', '/api/pitches', {
    title, logline: 'A ferrywoman has one winter to talk eleven holdouts off the island before the last boat goes.', format: 'feature', genres: ['drama'],
    synopsis: 'Hesk has one road, and for nine hours a day it is under the sea. The council stops the ferry on the thirty-first, and the only person who can talk the last eleven across is the one who runs the boat.',
    stage: 'script', budgetBand: 'low', protected: { budgetBreakdown: 'Two million.' },
  });
  await call(page, 'POST', `/api/pitches/${id}/publish`);
  return id;
}

/** Asks, is let in and signs, by the calls that the pages make. */
async function sign(owner: Page, reader: Page, pitchId: string): Promise<void> {
  const { id } = await call<{ id: string }>(reader, 'POST', '/api/ndas/request', { pitchId });
  await call(owner, 'POST', `/api/ndas/${id}/approve`, {});
  const { document } = await call<{ document: { hash: string } }>(reader, 'GET', `/api/ndas/${id}`);
  await call(reader, 'POST', `/api/ndas/${id}/sign`, { name: 'Harriet Lund', signature: { kind: 'typed', value: 'Harriet Lund' }, accepted: true, documentHash: document.hash });
}

const row = (page: Page, name: string) => page.getByRole('region', { name: 'Conversations' }).getByRole('link', { name: new RegExp(name) });
const log = (page: Page) => page.getByRole('log', { name: 'What was said' });
const field = (page: Page) => page.getByLabel(/^Message to/);

async function say(page: Page, words: string): Promise<void> {
  await field(page).fill(words);
  await field(page).press('Enter');
  await expect(field(page)).toHaveValue('');
}

/** The words of what was said, in the order on the page. */
const said = (page: Page): Promise<string[]> => log(page).getByRole('article').locator('.msg__body').allInnerTexts();

test('an agreement opens a conversation, and it is lively: typing, receipts, answers, files and voice', async ({ browser }) => {
  test.setTimeout(480_000);
  const owner = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const reader = await joinAs(browser, 'investor', 'Harriet Lund');
  const [noErrors, noErrorsEither] = [watchErrors(owner.page), watchErrors(reader.page)];
  await reader.context.grantPermissions(['microphone']);
  const pitchId = await publish(owner.page, 'Salt Year');
  for (const { page } of [owner, reader]) {
    await page.goto('/messages');
    await expect(page.getByText(/No conversations yet/)).toBeVisible();
  }
  await expectSoundPage(reader.page, 'messages, empty');

  // Signed in another tab: the conversation is there on both sides, and nobody has reloaded.
  const elsewhere = await reader.context.newPage();
  await elsewhere.goto('/ndas');
  await sign(owner.page, elsewhere, pitchId);
  await elsewhere.close();
  await expect(row(owner.page, 'Harriet Lund')).toBeVisible();
  await expect(row(reader.page, 'Maren Oyelaran')).toBeVisible();
  await expect(owner.page.getByRole('link', { name: /Messages 1 unread/ })).toBeVisible();
  await expect(owner.page).toHaveTitle(/^\(1\) Messages/);

  await row(owner.page, 'Harriet Lund').click();
  await row(reader.page, 'Maren Oyelaran').click();
  await expect(reader.page.getByText('here now')).toBeVisible();
  await field(reader.page).pressSequentially('Read to 61 this morning.');
  await expect(owner.page.getByText('Harriet is writing')).toBeVisible();
  await field(reader.page).press('Shift+Enter');
  await field(reader.page).pressSequentially('The vote is the best scene in it.');
  await field(reader.page).press('Enter');
  await expect(log(owner.page).getByText('The vote is the best scene in it.')).toBeVisible();
  await expect(owner.page.getByText('Harriet is writing')).toHaveCount(0);
  await expect(reader.page.getByText(/^Read by Maren/)).toBeVisible();
  await expect(owner.page).toHaveTitle(/^Harriet Lund/);

  await owner.page.getByRole('article', { name: /^Harriet Lund/ }).hover();
  await owner.page.getByRole('button', { name: 'More about the message of Harriet Lund' }).click();
  await owner.page.getByRole('menuitem', { name: 'Agreed' }).click();
  await expect(reader.page.getByRole('button', { name: /^Agreed , from Maren/ }).or(reader.page.getByRole('button', { name: /^Agreed, from Maren/ }))).toBeVisible();

  await reader.page.locator('input[type=file]').setInputFiles({ name: 'week-1.pdf', mimeType: 'application/pdf', buffer: await paper() });
  await say(reader.page, 'First week is attached.');
  await expect(log(owner.page).getByRole('link', { name: /week-1\.pdf/ })).toBeVisible();

  await reader.page.getByRole('button', { name: 'Record a voice note' }).click();
  await expect(reader.page.getByRole('timer')).toHaveText('0:02');
  await reader.page.getByRole('button', { name: 'Stop recording' }).click();
  await expect(reader.page.getByRole('group', { name: /^Voice note, 0:0/ })).toBeVisible();
  await reader.page.getByRole('button', { name: 'Send', exact: true }).click();
  const voice = log(owner.page).getByRole('group', { name: /^Voice note, 0:0/ });
  await expect(voice).toBeVisible();
  await voice.getByRole('button', { name: /^Play/ }).click();
  await expect(voice.getByText(/of 0:0/)).toBeVisible();

  await reader.page.waitForLoadState('networkidle');
  await expectSoundPage(reader.page, 'conversation');

  // A block is the end of it on both sides, at once, and nobody is shown any more who is there.
  await owner.page.getByRole('button', { name: 'More about this conversation' }).click();
  await owner.page.getByRole('menuitem', { name: 'Block Harriet Lund' }).click();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
  for (const { page } of [owner, reader]) {
    await expect(page.getByText(/^Nobody can write in this conversation now/)).toBeVisible();
    await expect(page.getByText(/here now|online/)).toHaveCount(0);
  }
  noErrors();
  noErrorsEither();
});

test('what is written offline survives the tab, arrives once and in the same order for everybody', async ({ browser }) => {
  test.setTimeout(480_000);
  const maren = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const harriet = await joinAs(browser, 'investor', 'Harriet Lund');
  const callum = await joinAs(browser, 'production', 'Callum Ofori');
  const pitchId = await publish(maren.page, 'Salt Year');
  for (const person of [harriet, callum]) {
    await person.page.goto(`/pitches/${pitchId}`);
    await person.page.getByRole('button', { name: /^Message Maren/ }).click();
    await say(person.page, `This is ${person.name}.`);
  }

  // People without an agreement ask first.
  await maren.page.goto('/messages');
  await maren.page.getByRole('link', { name: 'Requests 2' }).last().click();
  for (const { name } of [harriet, callum]) {
    await row(maren.page, name).click();
    await expectSoundPageOnce(maren.page);
    await maren.page.getByRole('button', { name: 'Accept' }).click();
    await expect(field(maren.page)).toBeVisible();
    await maren.page.getByRole('link', { name: /^Requests/ }).last().click();
  }
  await maren.page.getByRole('link', { name: 'Inbox' }).click();
  await maren.page.getByRole('button', { name: 'New group' }).click();
  await maren.page.getByLabel('Name of the group').fill('Salt Year, finance');
  for (const { name } of [harriet, callum]) await maren.page.getByLabel(name, { exact: true }).check();
  await maren.page.getByRole('button', { name: 'Open the group' }).click();
  await say(maren.page, 'Everybody here?');
  for (const { page } of [harriet, callum]) {
    await row(page, 'Salt Year, finance').click();
    await expect(log(page).getByText('Everybody here?')).toBeVisible();
  }

  // One goes offline, writes, changes a mind, and the tab dies.
  await callum.context.setOffline(true);
  await expect(callum.page.getByText(/^Offline\./)).toBeVisible();
  for (const words of ['Twenty-four days is firm.', 'Seven of them are nights.', 'Scrap that.']) await say(callum.page, words);
  await expect(callum.page.getByText(/3 messages are kept on this device/).first()).toBeVisible();
  await expectSoundPage(callum.page, 'offline');
  await callum.page.getByRole('article', { name: 'Queued message' }).last().getByRole('button', { name: 'Discard' }).click();
  await say(harriet.page, 'And the grant?');
  const address = callum.page.url();
  await callum.page.close();
  await callum.context.setOffline(false);
  callum.page = await callum.context.newPage();
  await callum.page.goto(address);

  const first = ['Everybody here?', 'And the grant?', 'Twenty-four days is firm.', 'Seven of them are nights.'];
  for (const { page } of [maren, harriet, callum]) await expect.poll(() => said(page), { timeout: 30_000 }).toEqual(first);

  // Signing out would throw away what is kept: it asks.
  await callum.context.setOffline(true);
  await expect(callum.page.getByText(/^Offline\./)).toBeVisible();
  await say(callum.page, 'Not yet.');
  await callum.page.getByRole('button', { name: 'Account: Callum Ofori' }).click();
  await callum.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await callum.page.getByRole('dialog', { name: 'One message has not left this device' }).getByRole('button', { name: 'Stay signed in' }).click();
  await callum.page.getByRole('article', { name: 'Queued message' }).getByRole('button', { name: 'Discard' }).click();
  await expect(callum.page.getByRole('article', { name: 'Queued message' })).toHaveCount(0);
  await callum.context.setOffline(false);
  await expect(callum.page.getByText(/^Offline\./)).toHaveCount(0);

  // Two at once, back in either order.
  const away: Person[] = [harriet, callum];
  for (const { context, page } of away) {
    await context.setOffline(true);
    await expect(page.getByText(/^Offline\./)).toBeVisible();
  }
  for (let turn = 1; turn <= 3; turn += 1) for (const { page, name } of away) await say(page, `${name}, ${turn}`);
  for (const { context } of away.toReversed()) await context.setOffline(false);
  await expect.poll(async () => (await said(maren.page)).length, { timeout: 30_000 }).toBe(first.length + 6);
  const order = await said(maren.page);
  for (const { name } of away) expect(order.filter((words) => words.startsWith(name))).toEqual([1, 2, 3].map((turn) => `${name}, ${turn}`));
  for (const { page } of away) await expect.poll(() => said(page), { timeout: 30_000 }).toEqual(order);
  for (const { page } of [maren, harriet, callum]) {
    await page.reload();
    await expect.poll(() => said(page), { timeout: 30_000 }).toEqual(order);
    await expect(page.getByRole('article', { name: 'Queued message' })).toHaveCount(0);
  }

  // Whoever is taken out is out on the open page as well.
  await maren.page.getByRole('button', { name: 'More about this conversation' }).click();
  await maren.page.getByRole('menuitem', { name: 'People and name' }).click();
  const dialog = maren.page.getByRole('dialog', { name: 'People and name' });
  await dialog.getByRole('button', { name: 'Take out Callum Ofori' }).click();
  await dialog.getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(callum.page.getByRole('heading', { name: 'There is no such conversation' })).toBeVisible();
  await expect(callum.page.getByText('Everybody here?')).toHaveCount(0);
  await expect(log(harriet.page).getByText('Maren Oyelaran took Callum Ofori out of the group.')).toBeVisible();
});

let isRequestChecked = false;
/** The page of a request, looked at once. */
async function expectSoundPageOnce(page: Page): Promise<void> {
  if (isRequestChecked) return;
  isRequestChecked = true;
  await expect(page.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expectSoundPage(page, 'request');
}
