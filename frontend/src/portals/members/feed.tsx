import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import type { Feed } from '../../../../worker/features/feed/schema.ts';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useTrail } from '../../features/counting/use-trail.ts';
import { CardTools } from '../../features/market/card-tools.tsx';
import { MarketCard } from '../../features/market/market-card.tsx';
import { useMarks } from '../../features/marks/use-marks.ts';
import { countOf, formatAgo } from '../../lib/format.ts';
import { http } from '../../lib/http.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { PosterGridSkeleton } from '../../ui/poster-grid-skeleton.tsx';
import '../public/pages/browse.css';
import './members.css';

const feedQuery = infiniteQueryOptions({
  queryKey: ['feed'],
  queryFn: ({ pageParam, signal }) => http.get<Feed>('/api/feed', { query: { cursor: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

/** What the people and companies one follows have published, newest first. */
export default function FeedPage() {
  usePage({ title: 'Feed' });
  useTrail('feed');
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(feedQuery);
  const pitches = data?.pages.flatMap(({ items }) => items);
  const following = data?.pages[0]?.following ?? 0;
  const marks = useMarks(pitches?.map(({ id }) => id) ?? []);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Feed</h1>
          {following > 0 && <p className="t-2 num">New pitches of {countOf(following, 'person or company', 'people and companies')} you follow</p>}
        </div>
      </div>
      {error && pitches === undefined && <ErrorPanel title="Your feed didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {pitches === undefined && !error && <div aria-busy="true" className="feedgrid"><PosterGridSkeleton count={8} className="posters" /></div>}
      {pitches?.length === 0 && following === 0 && <Empty title="You follow nobody yet" action={<ButtonLink kind="primary" to={paths.browse.href()}>Browse the market</ButtonLink>}>Follow the people behind a pitch on its page; what they publish next appears here.</Empty>}
      {pitches?.length === 0 && following > 0 && <Empty title="Nothing published yet" action={<ButtonLink to={paths.browse.href()}>Browse the market</ButtonLink>}>Whoever you follow has no pitch in the market just now.</Empty>}
      {pitches !== undefined && pitches.length > 0 && (
        <div className="feedgrid">
          <ul className="posters">
            {pitches.map((pitch, index) => (
              <li key={pitch.id}>
                <p className="feedgrid__by"><Link className="link" to={paths.person.href(pitch.creator.handle)}>{pitch.creator.name}</Link>{pitch.publishedAt !== null && <span className="num">{formatAgo(pitch.publishedAt)}</span>}</p>
                <MarketCard pitch={pitch} sizes="(max-width: 760px) 50vw, 220px" load={index < 4 ? 'first' : 'lazy'} tools={<CardTools pitch={pitch} mark={marks.get(pitch.id)} />} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {hasNextPage && <div className="more"><Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button></div>}
    </div>
  );
}
