import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { HomeViews } from '../../features/analytics/home-views.tsx';
import { mineQuery } from '../../features/editor/api.ts';
import { FirstSteps } from '../../features/editor/first-steps.tsx';
import { useMaker } from '../../features/editor/maker.ts';
import { OwnPitchesTable } from '../../features/editor/own-pitches-table.tsx';
import { waitingQuery } from '../../features/ndas/api.ts';
import { WaitingRequests } from '../../features/ndas/waiting-requests.tsx';
import { HomeReaders } from '../../features/reading/home-readers.tsx';
import { countOf, countWord } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NeedsYou } from '../../features/editor/needs-you.tsx';
import './makers.css';

/** The news is the heading; then what needs a hand, then the pitches. */
export default function MakerHome() {
  usePage({ title: 'Home' });
  const maker = useMaker();
  const { user } = useSession();
  const { data, error, refetch, isFetching } = useQuery(mineQuery);
  const drafts = data?.counts.draft ?? 0;
  const published = data?.counts.published ?? 0;
  const isEmpty = data !== undefined && data.items.length === 0;
  const requests = useQuery(waitingQuery);
  const waiting = requests.data?.counts.requested ?? 0;
  const inMarket = published > 0 ? `${countOf(published, 'pitch', 'pitches')} in the market` : 'Nothing in the market yet';
  // What is known last would push the heading aside while it is read: it waits for both answers.
  const isKnown = data !== undefined && !requests.isPending;
  const heading = !isKnown ? 'Home' : isEmpty ? `Welcome, ${user?.name.split(' ')[0] ?? ''}` : waiting > 0 ? `${countWord(waiting)} ${waiting === 1 ? 'request waits' : 'requests wait'} for you` : inMarket;
  const rest = [waiting > 0 && `${inMarket}.`, drafts > 0 ? `${countOf(drafts, 'draft')} waiting to be finished.` : 'No unfinished drafts.'].filter(Boolean).join(' ');
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">{heading}</h1>
          {isKnown && !isEmpty && <p className="t-2 num">{rest}</p>}
        </div>
        {!isEmpty && <div className="row"><ButtonLink to={paths.newPitch.href(maker)}>New pitch</ButtonLink></div>}
      </div>
      {error && <ErrorPanel title="Your pitches didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {isEmpty && <FirstSteps />}
      {data && !isEmpty && (
        <>
          <HomeReaders pitches={data.items.filter(({ status }) => status === 'published').toSorted((a, b) => b.stats.views - a.stats.views)} />
          <WaitingRequests maker={maker} />
          <NeedsYou pitches={data.items} />
          {published > 0 && <HomeViews />}
          <div className="section">
            <div className="section__head">
              <h2 className="t-h3">Your pitches</h2>
              <ButtonLink kind="quiet" size="sm" className="push" to={paths.ownPitches.href(maker)}>All {countOf(data.items.length, 'pitch', 'pitches')}</ButtonLink>
            </div>
            <OwnPitchesTable pitches={data.items.slice(0, 5)} />
          </div>
        </>
      )}
    </div>
  );
}
