import { expect, it } from 'vitest';
import { uuidv7 } from './ids.ts';

it('is a version 7 UUID whose order is the order of time', () => {
  const ids = [0, 1, 1_700_000_000_000, 1_800_000_000_000].map(uuidv7);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
});

it('does not repeat within one millisecond', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => uuidv7(1))).size).toBe(10_000);
});
