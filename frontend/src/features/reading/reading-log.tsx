import type { OpenedFile } from '../../../../worker/features/reading/schema.ts';
import { formatDay } from '../../lib/format.ts';
import { logOf, readingTime } from './words.ts';
import './reading.css';

/** Visits with the pages and the time of each. Owner and reader are shown the same. */
export function ReadingLog({ copies, withFile = false }: { copies: readonly OpenedFile[]; withFile?: boolean }) {
  return (
    <ul className="readlog t-xs">
      {logOf(copies).map(({ copyId, openedAt, fileName, pages, ms, code }) => (
        <li key={copyId}>
          <span>{formatDay(openedAt)}{withFile && `, ${fileName}`}<span className="t-3"> {code}</span></span>
          <span>{pages === '' ? 'no page yet' : `pp ${pages}`}, {readingTime(ms)}</span>
        </li>
      ))}
    </ul>
  );
}
