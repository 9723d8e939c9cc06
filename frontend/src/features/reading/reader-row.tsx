import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReaderInterest } from '../../../../worker/features/reading/schema.ts';
import { countOf, formatAgo } from '../../lib/format.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { readerRecordQuery } from './api.ts';
import { ReadingLog } from './reading-log.tsx';
import { readingTime } from './words.ts';

function Record({ pitchId, userId }: { pitchId: string; userId: string }) {
  const { data, error, refetch, isFetching } = useQuery(readerRecordQuery(pitchId, userId));
  if (error && data === undefined) return <ErrorPanel title="The record didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  if (data === undefined) return <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>;
  return data.length === 0 ? <p className="t-2">Nothing was opened: every attempt was refused.</p> : <ReadingLog copies={data} withFile />;
}

/** One reader in the ranking. */
export function ReaderRow({ pitchId, rank, reader }: { pitchId: string; rank: number; reader: ReaderInterest }) {
  const [isOpen, setOpen] = useState(false);
  const { userId, name, company, pages, ms, depth, days, denied, lastAt } = reader;
  return (
    <li className="readerrow">
      <div className="readerrow__top">
        <span className="t-h2 num t-3">{rank}</span>
        <div>
          <p className="t-medium">{name}{company ? `, ${company}` : ''}</p>
          <p className="t-xs t-2 num">{pages > 0 ? `${countOf(pages, 'page')}, ${readingTime(ms)}, ${Math.round(depth * 100)}% of each seen, on ${countOf(days, 'day')}` : 'Nothing read'}{lastAt === null ? '' : `, last ${formatAgo(lastAt)}`}</p>
        </div>
        <p className={denied > 0 ? 't-xs t-caution num' : 't-xs t-3 num'}>{denied > 0 ? `${countOf(denied, 'attempt')} refused` : 'No refused attempts'}</p>
      </div>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="link t-sm">What {name} read</summary>
        {isOpen && <div className="mt-3"><Record pitchId={pitchId} userId={userId} /></div>}
      </details>
    </li>
  );
}
