import { expect, it } from 'vitest';
import { createTestClock, createTestEpochSource } from '../testing/test-ports.ts';
import { createEpochs } from './epochs.ts';

function twoIsolates() {
  const source = createTestEpochSource();
  const clock = createTestClock();
  return { clock, here: createEpochs(source, clock, new Map()), there: createEpochs(source, clock, new Map()) };
}

it('a bump is seen here at once, and elsewhere within the age a reader allows', async () => {
  const { clock, here, there } = twoIsolates();
  expect(await there.current('market', 1000)).toBe(0);
  await here.bump('market');
  expect(await here.current('market', 1000)).toBe(1);
  clock.advance(1001);
  expect(await there.current('market', 1000)).toBe(1);
});

it('never goes backwards when an older answer arrives late', async () => {
  const clock = createTestClock();
  const answers = [5, 3];
  const epochs = createEpochs({ current: async () => answers.shift() ?? 0, bump: async () => 0 }, clock, new Map());
  expect(await epochs.current('x', 0)).toBe(5);
  clock.advance(1);
  expect(await epochs.current('x', 0)).toBe(5);
});

it('rejects rather than guesses when nobody can tell', async () => {
  const epochs = createEpochs({ current: async () => { throw new Error('away'); }, bump: async () => 0 }, createTestClock(), new Map());
  await expect(epochs.current('x', 1000)).rejects.toThrow('away');
});
