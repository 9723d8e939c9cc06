// The vault's journey: ask, offer other terms, accept, sign on a phone, read the words, and lose access while the document is open.
import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

const lines = ['The harbour office holds nine people in a room for four.', 'Ada has not taken off her coat.', 'A hand goes up. It is her daughter.', 'The rope goes slack and the knocking stops.'];

async function script(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Courier);
  for (const [index, line] of lines.entries()) {
    const page = pdf.addPage([612, 792]);
    page.drawText(`${index + 1}.`, { x: 520, y: 750, size: 12, font });
    page.drawText(line, { x: 108, y: 690, size: 12, font });
  }
  return Buffer.from(await pdf.save());
}

interface Answer { status: number; body: unknown }

/** A request as the page itself would send it, with the person's own session. */
const call = (page: Page, method: string, path: string, body?: unknown): Promise<Answer> => page.evaluate(async ([how, where, what]) => {
  const response = await fetch(where as string, { method: how as string, headers: { 'content-type': 'application/json' }, ...(what !== null && { body: JSON.stringify(what) }) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) as unknown };
}, [method, path, body ?? null] as const);

async function publish(page: Page, title: string, secret: string): Promise<string> {
  const made = await call(page, 'POST', '/api/pitches', {
    title, logline: 'A ferrywoman has one winter to talk eleven holdouts off the island before the last boat goes.', format: 'feature', genres: ['drama'],
    synopsis: 'Hesk has one road, and for nine hours a day it is under the sea. The council stops the ferry on the thirty-first, and the only person who can talk the last eleven across is the one who runs the boat.',
    stage: 'script', budgetBand: 'low', protected: { budgetBreakdown: secret },
  });
  expect(made.status).toBe(201);
  const { id } = made.body as { id: string };
  const bytes = await script();
  const ticket = await call(page, 'POST', '/api/uploads', { pitchId: id, kind: 'script', fileName: 'Salt Year, script.pdf', size: bytes.length, contentType: 'application/pdf' });
  const { uploadId } = ticket.body as { uploadId: string };
  const sent = await page.evaluate(async ([to, encoded]) => {
    const part = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
    return (await fetch(`/api/uploads/${to}/parts/1`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: part })).status;
  }, [uploadId, bytes.toString('base64')] as const);
  expect(sent).toBe(200);
  expect((await call(page, 'POST', `/api/uploads/${uploadId}/complete`)).status).toBe(201);
  expect((await call(page, 'POST', `/api/pitches/${id}/publish`)).status).toBe(200);
  return id;
}

test('a request is countered, accepted and signed on a phone, read, and revoked while the document is open', async ({ browser }) => {
  test.setTimeout(300_000);
  const owner = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const reader = await joinAs(browser, 'investor', 'Harriet Lund');
  const [noErrors, noErrorsEither] = [watchErrors(owner.page), watchErrors(reader.page)];
  const secret = `canary ${randomUUID()}`;
  const pitchId = await publish(owner.page, 'Salt Year', secret);

  await reader.page.setViewportSize({ width: 390, height: 844 });
  await reader.page.goto(`/pitches/${pitchId}`);
  await expect(reader.page.getByRole('button', { name: 'Request access' })).toBeVisible();
  expect(await reader.page.content()).not.toContain('Salt Year, script.pdf');
  await reader.page.getByRole('button', { name: 'Request access' }).click();
  const dialog = reader.page.getByRole('dialog');
  await dialog.getByText('Read it first').click();
  await expect(dialog.getByRole('heading', { name: /What is confidential/ })).toBeVisible();
  await dialog.getByLabel(/A word to/).fill('We finance two films a year from this coast.');
  await dialog.getByRole('button', { name: 'Send the request' }).click();
  await expect(dialog).toBeHidden();
  await expect(reader.page.getByText('Requested', { exact: true })).toBeVisible();
  await reader.page.waitForLoadState('networkidle');
  await expectSoundPage(reader.page, 'pitch, requested');

  await owner.page.goto('/creator');
  await expect(owner.page.getByRole('region', { name: 'Requests that wait for you' })).toContainText('Harriet Lund');
  await expect(owner.page.getByRole('link', { name: /Requests.*1 request/ }).first()).toBeVisible();
  await owner.page.getByRole('link', { name: 'Answer Harriet Lund' }).click();
  await owner.page.getByText('Message, and who this is').click();
  await expect(owner.page.getByText('We finance two films a year')).toBeVisible();
  await expect(owner.page.getByText('Company not verified')).toBeVisible();
  await expectSoundPage(owner.page, 'requests');
  await owner.page.getByRole('button', { name: /^Change terms/ }).click();
  await owner.page.getByLabel('Months of secrecy').fill('36');
  await owner.page.getByLabel('Note').fill('Three years, as for everyone.');
  await owner.page.getByRole('button', { name: 'Send the offer' }).click();
  await expect(owner.page.getByText('Every request has been answered.')).toBeVisible();

  await reader.page.setViewportSize({ width: 390, height: 844 });
  await reader.page.goto('/ndas');
  await reader.page.getByRole('link', { name: 'Read the new terms: Salt Year' }).click();
  await expect(reader.page.getByText('Where it differs from the form')).toBeVisible();
  await expect(reader.page.getByText('Three years, as for everyone.').first()).toBeVisible();
  await reader.page.getByRole('button', { name: 'Accept these terms' }).click();
  await expect(reader.page.getByRole('button', { name: 'Sign and open' })).toBeVisible();
  await reader.page.waitForLoadState('networkidle');
  await expectSoundPage(reader.page, 'signing room');

  await reader.page.setViewportSize({ width: 390, height: 844 });
  await reader.page.getByLabel('Full name').fill('Harriet Lund');
  await reader.page.getByLabel('Title', { exact: false }).fill('Partner');
  await reader.page.getByRole('button', { name: 'Draw', exact: true }).click();
  const pad = reader.page.getByRole('application', { name: 'Drawn signature' });
  await pad.focus();
  await pad.press(' ');
  for (let step = 0; step < 12; step += 1) await pad.press(step % 2 ? 'ArrowRight' : 'ArrowDown');
  await pad.press(' ');
  await reader.page.getByRole('button', { name: 'Sign and open' }).click();
  await expect(reader.page.getByText('Tick that you have read it and agree.')).toBeVisible();
  await reader.page.getByLabel(/I have read the document/).check();
  await reader.page.getByRole('button', { name: 'Sign and open' }).click();
  await expect(reader.page.getByText(/^Signed\. Access is open until/)).toBeVisible();
  await reader.page.getByRole('button', { name: 'Verify now' }).click();
  await expect(reader.page.getByText(/entries hold/)).toBeVisible();
  const paper = await reader.page.request.get((await reader.page.getByRole('link', { name: 'Signed PDF' }).getAttribute('href')) ?? '');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await reader.page.getByRole('link', { name: 'Open Salt Year' }).click();
  await expect(reader.page.getByText(secret)).toBeVisible();
  await reader.page.getByRole('link', { name: 'Salt Year, script.pdf' }).click();
  await expect(reader.page.getByRole('article', { name: 'Page 1' })).toContainText(lines[0] ?? '');
  await reader.page.getByRole('button', { name: 'Next' }).click();
  await expect(reader.page.getByRole('article', { name: 'Page 2' })).toContainText(lines[1] ?? '');

  await reader.page.setViewportSize({ width: 1280, height: 900 });
  await reader.page.getByRole('button', { name: 'Show the page' }).click();
  const leaf = reader.page.getByRole('article', { name: 'Page 2' });
  await expect(leaf).toContainText(lines[1] ?? '');
  await expect.poll(() => leaf.getByRole('presentation').or(leaf.locator('img')).evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(500);
  await reader.page.keyboard.press('/');
  await reader.page.getByLabel('Words').fill('daughter');
  await reader.page.getByRole('button', { name: /Page 3/ }).last().click();
  await expect(reader.page.getByRole('article', { name: 'Page 3' })).toContainText(lines[2] ?? '');
  await reader.page.keyboard.press('Escape');
  await reader.page.getByRole('button', { name: 'Close the search' }).click();
  await expect(reader.page.getByText('Shared reading log')).toBeVisible();
  await expectSoundPage(reader.page, 'viewer');
  await reader.page.reload();
  await expect(reader.page.getByRole('article', { name: 'Page 3' })).toBeVisible();

  await owner.page.goto(`/creator/pitches/${pitchId}/interest`);
  await expect(owner.page.getByText('Most interested first')).toBeVisible();
  await expect(owner.page.getByText('Harriet Lund').first()).toBeVisible();
  await expectSoundPage(owner.page, 'readers');
  await owner.page.goto('/creator/requests?show=signed');
  await owner.page.getByRole('button', { name: /^Revoke access/ }).click();
  await owner.page.getByRole('dialog').getByLabel('Reason').fill('The film has found its money.');
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Revoke access' }).click();
  await expect(owner.page.getByText('Nothing here now')).toBeVisible();

  await reader.page.keyboard.press('ArrowRight');
  await expect(reader.page.getByText('Access was closed')).toBeVisible();
  await expect(reader.page.getByText(lines[3] ?? '')).toHaveCount(0);
  await expect(reader.page.locator('img[src^="blob:"]')).toHaveCount(0);
  await reader.page.getByRole('link', { name: 'Back to the pitch' }).click();
  await expect(reader.page.getByText('Revoked', { exact: true })).toBeVisible();
  await expect(reader.page.getByText(secret)).toHaveCount(0);
  await reader.page.goto('/obligations');
  await expect(reader.page.getByRole('link', { name: 'Keep the material confidential' })).toBeVisible();
  await expectSoundPage(reader.page, 'ledger');

  noErrors();
  noErrorsEither();
});

/** An agreement of two pages, as somebody's lawyer would send it. */
async function paper(words: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const number of [1, 2]) pdf.addPage([595, 842]).drawText(`${number}. ${words}`, { x: 72, y: 740, size: 12, font });
  return Buffer.from(await pdf.save());
}

test('a PDF of one’s own is brought, read by whoever asks, signed as the bytes it is, and locked', async ({ browser }) => {
  test.setTimeout(300_000);
  const owner = await joinAs(browser, 'creator', 'Una Halcrow');
  const reader = await joinAs(browser, 'investor', 'Imke Norrgate');
  const [noErrors, noErrorsEither] = [watchErrors(owner.page), watchErrors(reader.page)];
  const pitchId = await publish(owner.page, 'Paper Trail', `canary ${randomUUID()}`);
  const words = `The reader keeps it to themself ${randomUUID().slice(0, 8)}`;

  await owner.page.goto('/creator/templates');
  await owner.page.getByRole('button', { name: 'Use your own PDF' }).click();
  const dialog = owner.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Save the template' }).click();
  await expect(dialog.getByText('Choose the PDF first.')).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'Not a paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') });
  await expect(dialog.getByText(/cannot be an agreement/)).toBeVisible();
  await dialog.locator('input[type=file]').setInputFiles({ name: 'House agreement.pdf', mimeType: 'application/pdf', buffer: await paper(words) });
  const preview = dialog.getByRole('region', { name: /House agreement\.pdf/ });
  await expect(preview.getByText('2 pages. These bytes are what is signed.')).toBeVisible();
  await expect.poll(() => preview.getByRole('img').first().evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(500);
  await expectSoundPage(owner.page, 'own PDF');
  await dialog.getByLabel('Days of access').fill('90');
  await dialog.getByRole('button', { name: 'Save the template' }).click();
  await expect(dialog).toBeHidden();
  await expect(owner.page.getByText('Your PDF')).toBeVisible();
  await owner.page.getByLabel('Pitch', { exact: true }).selectOption({ label: 'Paper Trail' });
  await owner.page.getByLabel('Form', { exact: true }).selectOption({ label: 'House agreement' });
  await expect(owner.page.getByText('Saved.')).toBeVisible();
  await expectSoundPage(owner.page, 'templates');

  await reader.page.setViewportSize({ width: 390, height: 844 });
  await reader.page.goto(`/pitches/${pitchId}`);
  await reader.page.getByRole('button', { name: 'Request access' }).click();
  const asking = reader.page.getByRole('dialog');
  await asking.getByText('Read it first').click();
  await asking.getByText('Page 2 of 2 as text').click();
  await expect(asking.getByText(`2. ${words}`)).toBeVisible();
  await expectSoundPage(reader.page, 'request with a PDF');
  await reader.page.setViewportSize({ width: 390, height: 844 });
  await asking.getByRole('button', { name: 'Send the request' }).click();
  await expect(asking).toBeHidden();

  const { items: [waiting] } = (await call(owner.page, 'GET', '/api/ndas?role=owner')).body as { items: { id: string }[] };
  expect((await call(owner.page, 'POST', `/api/ndas/${waiting?.id}/approve`, {})).status).toBe(200);
  await reader.page.goto(`/ndas/${waiting?.id}`);
  await expect(reader.page.getByRole('region', { name: /House agreement\.pdf/ })).toBeVisible();
  await reader.page.getByLabel('Full name').fill('Imke Norrgate');
  await reader.page.getByLabel(/I have read the document/).check();
  await reader.page.getByRole('button', { name: 'Sign and open' }).click();
  await expect(reader.page.getByText(/^Signed\. Access is open until/)).toBeVisible();
  const signed = await reader.page.request.get((await reader.page.getByRole('link', { name: 'Signed PDF' }).getAttribute('href')) ?? '');
  expect((await PDFDocument.load(await signed.body())).getPageCount()).toBeGreaterThan(2);

  await owner.page.reload();
  await expect(owner.page.getByText(/Locked as it was used/)).toBeVisible();
  await owner.page.goto(`/ndas/${waiting?.id}#questions`);
  await expect(owner.page.getByRole('region', { name: 'Questions' })).toBeInViewport();
  await reader.page.goto('/passport');
  await expect(reader.page.getByLabel('Full name')).toBeVisible();
  await expectSoundPage(reader.page, 'passport');
  noErrors();
  noErrorsEither();
});

test('a script is opened where its reader stopped, on another device, also when the pitch has left the market', async ({ browser }) => {
  test.setTimeout(300_000);
  const owner = await joinAs(browser, 'creator', 'Joss Arkwright');
  const reader = await joinAs(browser, 'investor', 'Ekow Vandersloot');
  const pitchId = await publish(owner.page, 'Second Sitting', `canary ${randomUUID()}`);
  const { id, document } = (await call(reader.page, 'POST', '/api/ndas/request', { pitchId })).body as { id: string; document: { hash: string } };
  expect((await call(owner.page, 'POST', `/api/ndas/${id}/approve`, {})).status).toBe(200);
  expect((await call(reader.page, 'POST', `/api/ndas/${id}/sign`, { name: reader.name, signature: { kind: 'typed', value: reader.name }, accepted: true, documentHash: document.hash })).status).toBe(200);
  const { items: [file] } = (await call(reader.page, 'GET', `/api/pitches/${pitchId}/documents`)).body as { items: { id: string }[] };
  await reader.page.goto(`/pitches/${pitchId}/documents/${file?.id}`);
  await expect(reader.page.getByRole('article', { name: 'Page 1' })).toContainText(lines[0] ?? '');
  await reader.page.keyboard.press('ArrowRight');
  await reader.page.keyboard.press('ArrowRight');
  await expect(reader.page.getByRole('article', { name: 'Page 3' })).toContainText(lines[2] ?? '');
  await expect(reader.page.getByText('Position kept', { exact: true })).toBeVisible();
  expect((await call(owner.page, 'POST', `/api/pitches/${pitchId}/unpublish`)).status).toBe(200);

  const elsewhere = await browser.newContext({ storageState: { cookies: await reader.context.cookies(), origins: [] } });
  const there = await elsewhere.newPage();
  const noErrors = watchErrors(there);
  await there.goto(`/pitches/${pitchId}/documents/${file?.id}`);
  await expect(there.getByRole('article', { name: 'Page 3' })).toContainText(lines[2] ?? '');
  await there.getByRole('link', { name: /Close, back to/ }).click();
  await expect(there.getByText('This pitch is off the market.')).toBeVisible();
  await there.waitForLoadState('networkidle');
  await expectSoundPage(there, 'pitch off the market');
  noErrors();
});
