import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { MarketCard } from '../../../features/market/market-card.tsx';
import { formatTotal, type Total } from '../../../features/market/total.ts';
import type { PitchCard } from '../../../../../worker/features/pitches/schema.ts';
import { Empty } from '../../../ui/empty.tsx';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { PosterGridSkeleton } from '../../../ui/poster-grid-skeleton.tsx';

interface NewestProps {
  pitches: readonly PitchCard[] | undefined;
  total: Total | undefined;
  error: Error | null;
  onRetry: () => void;
}

export function Newest({ pitches, total, error, onRetry }: NewestProps) {
  return (
    <section aria-labelledby="newest-heading" aria-busy={pitches === undefined && error === null}>
      <div className="section__head">
        <h2 className="t-title" id="newest-heading">New on the market</h2>
        <Link className="link push" to={paths.browse.href('?sort=newest')}>All{total !== undefined && ` ${formatTotal(total)}`}<span className="visually-hidden"> pitches</span></Link>
      </div>
      {pitches === undefined && (error ? <ErrorPanel title="The newest pitches didn’t load" error={error} onRetry={onRetry} /> : <PosterGridSkeleton count={6} className="newest" />)}
      {pitches?.length === 0 && (
        <Empty title="The market is empty" action={<ButtonLink kind="primary" to={paths.join.href('creator')}>Put up a project</ButtonLink>}>
          The first pitch that is published appears here.
        </Empty>
      )}
      {pitches !== undefined && pitches.length > 0 && (
        <ul className="newest">
          {pitches.slice(0, 6).map((pitch) => (
            <li key={pitch.id}>
              <MarketCard pitch={pitch} sizes="(max-width: 760px) 50vw, (max-width: 1000px) 33vw, 180px" headingLevel={3} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
