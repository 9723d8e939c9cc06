import type { Overview } from '../../../../worker/features/operations/schema.ts';
import { countOf, formatCount } from '../../lib/format.ts';

/** A share as percent: one decimal below ten, so that a few errors in many requests are not "0%". */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const value = (part / whole) * 100;
  return `${value > 0 && value < 10 ? Math.max(0.1, Math.round(value * 10) / 10) : Math.round(value)}%`;
}

export function requestsSentence({ total, serverErrors, clientErrors, slow }: Overview['requests']): string {
  if (total === 0) return 'No requests were logged in this time.';
  const failed = serverErrors === 0 ? 'none failed' : `${formatCount(serverErrors)} failed (${percent(serverErrors, total)})`;
  return `${countOf(total, 'request')}; ${failed}, ${formatCount(clientErrors)} refused, ${formatCount(slow)} took half a second or more.`;
}

/** What somebody should look at, in sentences; nothing when all is well. */
export function worries({ outbox, days, requests }: Overview): string[] {
  const found: string[] = [];
  if (outbox.dead > 0) found.push(`${countOf(outbox.dead, 'message')} could not be delivered and ${outbox.dead === 1 ? 'waits' : 'wait'} for somebody to look.`);
  for (const { table, strays } of days) if (strays > 0) found.push(`${countOf(strays, 'row')} of ${table} came for a day without a partition.`);
  if (requests.total >= 100 && requests.serverErrors / requests.total > 0.01) found.push(`${percent(requests.serverErrors, requests.total)} of the requests failed.`);
  return found;
}
