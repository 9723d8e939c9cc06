import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { playwrightCounts, secondCounts, unsteady, vitestCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'pitchey counts '));
afterAll(() => rmSync(folder, { recursive: true }));
const report = (value: unknown) => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const vitest = (changes: object = {}) => report({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [], ...changes });

it('counts what vitest reports, and a file that could not be loaded as a failure', () => {
  expect(vitestCounts(vitest(), 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  expect(vitestCounts(vitest({ numFailedTests: 2 }), 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  expect(vitestCounts(vitest({ testResults: [{ status: 'failed', assertionResults: [] }] }), 1)).toMatchObject({ failed: 1 });
});

it('counts what Playwright reports', () => {
  expect(playwrightCounts(report({ stats: { expected: 3, unexpected: 1, flaky: 0, skipped: 0 } }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

it('never takes a run that went wrong, or ran nothing, for a success', () => {
  expect(vitestCounts(vitest(), 1)).toMatchObject({ failed: 1 });
  expect(vitestCounts(vitest({ numPassedTests: 0 }), 0)).toMatchObject({ failed: 1 });
  expect(vitestCounts(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightCounts(join(folder, 'none.json'), 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightCounts(report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 4 } }), 0)).toMatchObject({ failed: 1 });
});

it('runs a few failed files again, never many and never one that does not load, and believes only a second run that is whole', () => {
  const failing = (name: string) => ({ name, status: 'failed', assertionResults: [{ status: 'failed', fullName: `${name} breaks` }, { status: 'passed', fullName: `${name} works` }] });
  const passing = { name: 'b.test.ts', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'fine' }] };
  expect(unsteady(vitest({ testResults: [failing('a.test.ts'), passing] }))).toEqual({ files: ['a.test.ts'], tests: ['a.test.ts breaks'] });
  const nothing = { files: [], tests: [] };
  expect(unsteady(vitest({ testResults: [passing] }))).toEqual(nothing);
  expect(unsteady(vitest({ testResults: ['a', 'b', 'c', 'd'].map(failing) }))).toEqual(nothing);
  expect(unsteady(vitest({ testResults: [failing('a'), { name: 'c', status: 'failed', assertionResults: [] }] }))).toEqual(nothing);
  expect(unsteady(join(folder, 'none.json'))).toEqual(nothing);
  const first = { passed: 9, failed: 2, skipped: 0 };
  expect(secondCounts(first, { passed: 5, failed: 0, skipped: 0 })).toEqual({ passed: 11, failed: 0, skipped: 0 });
  expect(secondCounts(first, { passed: 4, failed: 1, skipped: 0 })).toEqual(first);
  expect(secondCounts(first, vitestCounts(join(folder, 'none.json'), 0))).toEqual(first);
});
