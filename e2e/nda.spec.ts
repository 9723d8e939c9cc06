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
