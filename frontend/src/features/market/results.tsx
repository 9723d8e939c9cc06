import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Match, PitchList } from '../../../../worker/features/market/schema.ts';
import { cx } from '../../lib/class-names.ts';
import { formatCount } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PosterGridSkeleton } from '../../ui/poster-grid-skeleton.tsx';
import { posterSizes } from '../../ui/poster-source.ts';
import { pageSize } from './api.ts';
import { CardTools } from './card-tools.tsx';
import { MarketCard } from './market-card.tsx';
import { NoResults } from './no-results.tsx';
import { useMarks } from '../marks/use-marks.ts';
import type { Filters } from './filters.ts';
import { formatTotal, type Total } from './total.ts';

const WhyDialog = lazy(() => import('./why-dialog.tsx'));

interface ResultsProps {
  query: UseInfiniteQueryResult<InfiniteData<PitchList>>;
  total: Total | undefined;
  filters: Filters;
  onChange: (next: Filters) => void;
}

const firstRow = 4;

export function Results({ query, total, filters, onChange }: ResultsProps) {
  const { data, error, isPlaceholderData, isFetchNextPageError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch, isFetching } = query;
  const [asked, setAsked] = useState<{ id: string; title: string } | null>(null);
  const pitches = data?.pages.flatMap((page) => page.items) ?? [];
  const marks = useMarks(pitches.map(({ id }) => id));
  if (data === undefined && error) {
    if (error instanceof ApiError && error.status === 400) {
      return <Empty title="This address holds a filter that doesn’t exist" action={<Button kind="primary" onClick={() => onChange({})}>Show all pitches</Button>}>It may come from an older link.</Empty>;
    }
    return <ErrorPanel title="The pitches didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  }
  if (data === undefined) return <div aria-busy="true"><PosterGridSkeleton count={12} className="posters" /></div>;

  if (pitches.length === 0) return <NoResults filters={filters} onChange={onChange} />;
  const corrected = data.pages[0]?.corrected;
  const matches: Record<string, Match> = Object.assign({}, ...data.pages.map((page) => page.matches));
  const left = total === undefined || total.hasMore ? pageSize : Math.max(1, total.total - pitches.length);
  return (
    <>
      {corrected && <p className="mb-6" role="status">Nothing matches “{corrected.from}”. These match <b className="t-strong">“{corrected.to}”</b>.</p>}
      {data.pages[0]?.unranked && <p className="t-2 mb-6" role="status">Sorting took too long just now: these match, the newest first.</p>}
      <ul className={cx('posters', isPlaceholderData && 'posters--stale')} aria-busy={isPlaceholderData || undefined}>
        {pitches.map((pitch, index) => (
          <li key={pitch.id}>
            <MarketCard
              pitch={pitch} sizes={posterSizes.result} load={index < firstRow ? 'first' : 'lazy'} match={matches[pitch.id]}
              tools={<CardTools pitch={pitch} mark={marks.get(pitch.id)} onWhy={() => setAsked(pitch)} />}
            />
          </li>
        ))}
      </ul>
      {asked && <Suspense><WhyDialog pitch={asked} filters={filters} onClose={() => setAsked(null)} /></Suspense>}
      <div className="more">
        {isFetchNextPageError && <Notice tone="negative" icon="alert" announce>The next pitches didn’t load. The ones above are complete; try again.</Notice>}
        {hasNextPage && <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show {Math.min(pageSize, left)} more</Button>}
        {total !== undefined && !isPlaceholderData && <span className="t-xs num">{hasNextPage ? `${formatCount(pitches.length)} of ${formatTotal(total)}` : pitches.length === 1 ? '' : `All ${formatCount(pitches.length)} shown`}</span>}
      </div>
    </>
  );
}
