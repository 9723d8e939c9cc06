// An unexpected console.error fails the test that caused it: errors are asserted on, not scrolled past.
import { afterEach, beforeEach, expect, vi } from 'vitest';

const allowed = new Set<string>();

/** Lets the running test expect `console.error` lines that hold this text. */
export function expectErrorLog(text: string): void {
  allowed.add(text);
}

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  allowed.clear();
  vi.spyOn(console, 'error').mockImplementation((...args: unknown[]) => { lines.push(args.map(String).join(' ')); });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => {
  const surprises = lines.filter((line) => ![...allowed].some((text) => line.includes(text)));
  vi.restoreAllMocks();
  expect(surprises, 'console.error lines').toEqual([]);
});
