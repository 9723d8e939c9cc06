// Which part of a picture the poster shows: chosen by keys, served cut, and leaving again before a pitch is deleted.
import { expect, test, type Page } from '@playwright/test';
import { draftOf } from './new-draft.ts';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

/** 900 x 600: a red, a green and a blue third. */
async function thirds(page: Page): Promise<Buffer> {
  const dataUrl = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 });
    const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
    ['#f00', '#0f0', '#00f'].forEach((colour, index) => {
      brush.fillStyle = colour;
      brush.fillRect(index * 300, 0, 300, 600);
    });
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

/** Shape, roughly (the browser rounds to the density it chose), and middle colour of the poster as the page shows it. */
const shown = (page: Page) => page.getByRole('region', { name: 'Media' }).getByRole('img', { name: /^Poster: / }).evaluate(async (node) => {
  const image = node as HTMLImageElement;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
  const brush = canvas.getContext('2d') as CanvasRenderingContext2D;
  brush.drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = brush.getImageData(Math.floor(image.naturalWidth / 2), Math.floor(image.naturalHeight / 2), 1, 1).data;
  return { ratio: Math.round((image.naturalHeight / image.naturalWidth) * 10) / 10, colour: red > 150 ? 'red' : green > 150 ? 'green' : blue > 150 ? 'blue' : 'none' };
});

test('the part of a picture that shows is chosen by keys, and the draft is archived, restored and deleted', async ({ browser }) => {
  test.slow();
  const person = await joinAs(browser, 'creator', 'Iva Brandt');
  const { page, context } = person;
  const noErrors = watchErrors(page);
  await draftOf(person, 'Three Thirds');
  await page.getByLabel('Poster file').setInputFiles({ name: 'thirds.png', mimeType: 'image/png', buffer: await thirds(page) });
  await page.getByRole('button', { name: 'Choose what shows' }).click();
  const dialog = page.getByRole('dialog', { name: 'What the poster shows' });
  const across = dialog.getByRole('slider', { name: 'Left to right' });
  await across.focus();
  await page.keyboard.press('End');
  await expect(across).toHaveAttribute('aria-valuetext', '100 %');
  await expectSoundPage(page, 'choosing the part of a poster');
  await dialog.getByRole('button', { name: 'Show this part' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => shown(page)).toEqual({ ratio: 1.5, colour: 'blue' });

  await page.getByRole('button', { name: 'Choose what shows' }).click();
  await expect(across).toHaveAttribute('aria-valuetext', '100 %');
  await dialog.getByRole('button', { name: 'Use the whole picture' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => shown(page)).toEqual({ ratio: 0.7, colour: 'green' });

  await page.getByRole('button', { name: 'More about this pitch' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Version 1, archived')).toBeVisible();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();
  await page.getByRole('button', { name: 'More about this pitch' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your pitches' })).toBeVisible();
  await expect(page.getByText('No pitches yet')).toBeVisible();
  noErrors();
  await context.close();
});
