import { ENOUGH_REQUESTS } from '../../../../worker/features/people/lists.ts';
import type { Answers } from '../../../../worker/features/people/schema.ts';
import { countOf, formatCount } from '../../lib/format.ts';

/** "3 hours", "2 days". */
function span(hours: number): string {
  if (hours < 1) return 'less than an hour';
  return hours < 48 ? countOf(Math.round(hours), 'hour') : countOf(Math.round(hours / 24), 'day');
}

/** How somebody answers requests, or that there were too few to say. */
export function answerSentence({ requests, answered, medianHours }: Answers): string {
  if (requests < ENOUGH_REQUESTS) return requests === 0 ? 'No requests for access in the last year yet.' : `${countOf(requests, 'request')} for access in the last year: too few to tell a response time.`;
  if (medianHours === null) return `None of ${formatCount(requests)} requests for access in the last year was answered.`;
  return `Answers requests for access in ${span(medianHours)}, as a median; ${formatCount(answered)} of ${formatCount(requests)} in the last year were answered.`;
}
