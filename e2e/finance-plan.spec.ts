// The finance plan: written source by source, added up while typing, and open from its gate on.
import { expect, test } from '@playwright/test';
import { expectSoundPage, watchErrors } from './page-checks.ts';
import { joinAs } from './people.ts';

test('a plan is written, adds up, and is behind the members’ gate', async ({ browser }) => {
  test.slow();
  const { page } = await joinAs(browser, 'creator', 'Tove Lindqvist');
  const noErrors = watchErrors(page);
  await page.goto('/creator/pitches/new');
  await page.getByLabel('Title').fill('The Sum of It');
  await page.getByLabel('Logline').fill('An accountant who adds up everything but herself is asked for the total.');
  await page.getByLabel('Genres').selectOption('drama');
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByText('Version 1, draft')).toBeVisible();

  const plan = page.getByRole('group', { name: 'Finance plan' });
  await plan.getByLabel('Budget').fill('2499840');
  const sources: [kind: string, amount: string, status: string, name: string][] = [
    ['senior_loan', '900000', 'secured', 'Presales and credit'], ['grant', '300000', 'committed', 'Screen agency'], ['gap', '200000', 'committed', ''], ['deferment', '100000', 'sought', ''],
  ];
  for (const [kind, amount, status, name] of sources) {
    await plan.getByRole('button', { name: 'Add a source' }).click();
    const row = plan.getByRole('listitem').filter({ has: page.getByLabel('Amount') }).last();
    await row.getByLabel('Source').selectOption(kind);
    await row.getByLabel('Amount').fill(amount);
    await row.getByLabel('Status').selectOption(status);
    await row.getByLabel('Who or what').fill(name);
  }
  await expect(plan.getByText('The sources are $999,840 short of the budget. Add what is missing as sought.')).toBeVisible();
  await plan.getByRole('button', { name: 'Add a source' }).click();
  await plan.getByRole('listitem').filter({ has: page.getByLabel('Amount') }).last().getByLabel('Amount').fill('1000000');
  await expect(plan.getByText('$2,499,840 budget. $1,400,000 is secured or committed, $1,100,000 is sought.')).toBeVisible();
  await expect(plan.getByText('Headroom $160')).toBeVisible();
  await expect(plan.getByText(/short of the budget/)).toHaveCount(0);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  // As it is now on the server: what was typed is there after a reload.
  await page.reload();
  await expect(plan.getByText('Headroom $160')).toBeVisible();
  await expect(plan.getByLabel('Amount')).toHaveCount(5);
  await expectSoundPage(page, 'the finance plan of the editor');

  await page.getByRole('link', { name: 'Preview' }).click();
  const money = page.getByRole('region', { name: 'Finance plan, source by source' });
  await expect(page.getByRole('complementary', { name: 'Behind the gate' }).getByText('Finance plan')).toBeVisible();
  await expect(money).toHaveCount(0);
  await page.getByRole('button', { name: 'Members' }).click();
  await expect(money.getByRole('row', { name: 'Total $2,500,000 100%' })).toBeVisible();
  await expectSoundPage(page, 'the money of a pitch');
  noErrors();
});
