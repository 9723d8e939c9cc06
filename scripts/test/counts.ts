import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[] };

/** More files than these in one run are not unsteady: something is broken. */
const MOST_UNSTEADY = 3;

/** Counts of a vitest JSON report. A file that could not be loaded, or no report at all, counts as one failure. */
export function vitestCounts(file: string, exitCode: number | null): Counts {
  const report = read<Report>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests }, exitCode);
}

/**
 * What may be run a second time, alone: the files and names of the tests that failed, if they are few. Empty when nothing failed, when too
 * much did, or when a file did not even load, which no second run makes better.
 */
export function unsteady(file: string): { files: string[]; tests: string[] } {
  const failed = (read<Report>(file)?.testResults ?? []).filter((result) => result.status === 'failed');
  if (failed.length > MOST_UNSTEADY || failed.some((result) => result.assertionResults.length === 0)) return { files: [], tests: [] };
  return { files: failed.map((result) => result.name), tests: failed.flatMap((result) => result.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName)) };
}

/** Counts of the whole run once its failed files ran again: what failed twice is failed. */
export function secondCounts(first: Counts, second: Counts): Counts {
  return second.failed > 0 ? first : { passed: first.passed + first.failed, failed: 0, skipped: first.skipped };
}

/** Counts of a Playwright JSON report; the same rules. Playwright itself runs a failed journey a second time and calls it flaky. */
export function playwrightCounts(file: string, exitCode: number | null): Counts {
  const report = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return settle({ passed: expected + flaky, failed: unexpected, skipped }, exitCode);
}

// A runner that ended badly without a failed test, or that ran nothing, must not look like success.
function settle(counts: Counts, exitCode: number | null): Counts {
  return (exitCode !== 0 || counts.passed === 0) && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
}
