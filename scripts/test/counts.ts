import { existsSync, readFileSync } from 'node:fs';

export type Counts = { passed: number; failed: number; skipped: number };

/** Counts of a vitest JSON report. A file that could not be loaded, or no report at all, counts as one failure. */
export function vitestCounts(file: string, exitCode: number | null): Counts {
  const report = read<{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; testResults: { status: string; assertionResults: unknown[] }[] }>(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter((result) => result.status === 'failed' && result.assertionResults.length === 0).length;
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped: report.numPendingTests + report.numTodoTests }, exitCode);
}

/** Counts of a Playwright JSON report; the same rules. */
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
