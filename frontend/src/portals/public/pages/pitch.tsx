import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import type { Pitch as PitchData } from '../../../../../worker/features/pitches/schema.ts';
import { useVisit } from '../../../features/counting/use-visit.ts';
import { pitchQuery } from '../../../features/pitches/api.ts';
import { GatePanel } from '../../../features/pitches/gate-panel.tsx';
import { OneSheetButton } from '../../../features/one-sheet/one-sheet-button.tsx';
import { HeroStep } from '../../../features/pitches/hero-step.tsx';
import { PitchActions } from '../../../features/pitches/pitch-actions.tsx';
import { PitchHero } from '../../../features/pitches/pitch-hero.tsx';
import { ReadingNow } from '../../../features/reading/reading-now.tsx';
import { PitchSkeleton } from '../../../features/pitches/pitch-skeleton.tsx';
import { SectionNav } from '../../../features/pitches/section-nav.tsx';
import { sectionsOf, type PitchSection } from '../../../features/pitches/sections.tsx';
import { TierPreview, useLookAs } from '../../../features/pitches/tier-preview.tsx';
import { seenShort } from '../../../features/pitches/seen-sentence.ts';
import { ApiError } from '../../../lib/http.ts';
import { usePage } from '../../../lib/use-page.ts';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PanelBoundary } from '../../../ui/panel-boundary.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import NotFound from './not-found.tsx';
import './pitch.css';

const CommentsSection = lazy(() => import('../../../features/comments/comments-section.tsx'));

const isMissing = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 400);

/** Under a published pitch only; an owner's draft has none. */
const commentsOf = (pitch: PitchData): PitchSection => ({
  id: 'comments', title: 'Comments', ...(pitch.stats.comments > 0 && { count: pitch.stats.comments }),
  body: <Suspense fallback={<Skeleton shape="lines" count={3} />}><CommentsSection pitch={pitch} /></Suspense>,
});

export default function Pitch() {
  const { slug = '' } = useParams();
  const as = useLookAs();
  const { data: pitch, error, refetch, isFetching } = useQuery(pitchQuery(slug, as));
  useVisit(pitch && pitch.publishedAt !== null && pitch.tier !== 'owner' && as === undefined ? pitch.id : undefined);
  usePage(pitch ? { title: pitch.title, description: pitch.logline } : { title: undefined });
  if (pitch === undefined) {
    if (isMissing(error)) return <NotFound />;
    if (error) return <div className="wrap py-16"><ErrorPanel headingLevel={1} title="The pitch didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>;
    return <PitchSkeleton />;
  }
  // Whoever signed keeps what they were given; the public side of it is gone.
  const isOffMarket = pitch.publishedAt === null && pitch.tier !== 'owner' && as === undefined;
  const sections = [...sectionsOf(pitch), ...(pitch.publishedAt !== null ? [commentsOf(pitch)] : [])];
  return (
    <>
      {(pitch.tier === 'owner' || as !== undefined) && <TierPreview as={as} />}
      <PitchHero pitch={pitch} actions={<>{as === undefined && !isOffMarket && pitch.tier !== 'owner' && <HeroStep pitch={pitch} />}{as === undefined && !isOffMarket && <PitchActions pitch={pitch} />}{as === undefined && !isOffMarket && <ReadingNow pitch={pitch} />}{!isOffMarket && <OneSheetButton pitch={pitch} />}</>} />
      <div className="pitch">
        {isOffMarket && <div className="mb-6"><Notice tone="caution">This pitch is off the market. It is still open to you because you signed, until your agreement ends or {pitch.creator.name} closes it.</Notice></div>}
        <p className="seen only-phone between"><span>{seenShort(pitch)}</span><Link className="link" to="#gate" replace>Behind the gate</Link></p>
        <div className="pitch__cols">
          <div>
            {sections.length > 1 && <SectionNav sections={sections} />}
            {sections.map(({ id, title, body }) => (
              <section key={id} className="part" id={id} aria-labelledby={`${id}-heading`}>
                <h2 className="t-title" id={`${id}-heading`}>{title}</h2>
                <PanelBoundary title={`${title} can’t be shown`}>{body}</PanelBoundary>
              </section>
            ))}
          </div>
          <GatePanel pitch={pitch} />
        </div>
      </div>
    </>
  );
}
