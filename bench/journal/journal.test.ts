// The journal, short: npm run journal plays a thousand kills.
import { expect, it } from 'vitest';
import { runDeploy } from './deploy.ts';
import { runJournal } from './run.ts';

it('thirty kills lose nothing, double nothing and turn nothing around', async () => {
  const verdict = await runJournal(30, () => undefined);
  expect(Object.values(verdict.kills).reduce((sum, times) => sum + times, 0)).toBe(30);
  expect(verdict.written).toBeGreaterThan(100);
  expect(verdict).toMatchObject({ missing: 0, duplicate: 0, misordered: 0, resets: 0, refused: 0 });
}, 300_000);

it('a deploy under sixty sockets brings everybody back, spread out, and shows nobody twice', async () => {
  const { back, peak, mean, resets, unseen, doubles } = await runDeploy(60);
  // How fast is what npm run journal asks, on a machine of its own.
  expect(back).toBeLessThan(Infinity);
  expect(peak).toBeLessThanOrEqual(5 * mean);
  expect({ resets, unseen, doubles }).toEqual({ resets: 0, unseen: 0, doubles: 0 });
}, 300_000);
