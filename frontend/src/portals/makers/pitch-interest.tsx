import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useMaker } from '../../features/editor/maker.ts';
import { ownPitchQuery } from '../../features/editor/api.ts';
import { interestQuery } from '../../features/reading/api.ts';
import { Heat } from '../../features/reading/heat.tsx';
import { ReaderRow } from '../../features/reading/reader-row.tsx';
import { readingTime } from '../../features/reading/words.ts';
import { countOf } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/reading/reading.css';

/** Who reads what of a pitch's documents: the log that each reader sees about themself. */
export default function PitchInterestPage() {
  const { id = '' } = useParams();
  const maker = useMaker();
  const { data, error, refetch, isFetching } = useQuery(interestQuery(id));
  const { data: pitch } = useQuery(ownPitchQuery(id));
  usePage({ title: pitch ? `Readers of ${pitch.title}` : 'Readers' });
  if (error instanceof ApiError && error.status === 404) {
    return <div className="page"><Empty title="There is no such pitch of yours" action={<ButtonLink to={paths.ownPitches.href(maker)}>Your pitches</ButtonLink>}>It may have been deleted, or it belongs to someone else.</Empty></div>;
  }
  const total = data?.readers.reduce((sum, { ms }) => sum + ms, 0) ?? 0;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Readers of <span className="t-serif">{pitch?.title ?? 'your pitch'}</span></h1>
          {data && data.readers.length > 0 && <p className="t-2 num">{countOf(data.readers.length, 'reader')}, {readingTime(total)} in all. Each reader sees the same record of themself.</p>}
        </div>
        <div className="row push"><ButtonLink kind="quiet" to={paths.requests.href(maker)}>Requests</ButtonLink></div>
      </div>
      {error && data === undefined && <ErrorPanel title="The readers didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data?.readers.length === 0 && <Empty title="Nobody has opened a document yet" action={<ButtonLink to={paths.requests.href(maker)}>Requests</ButtonLink>}>As soon as somebody reads behind the gate, their pages and times stand here.</Empty>}
      {data && data.readers.length > 0 && (
        <div className="interest__cols">
          <section aria-labelledby="ranking-title">
            <h2 className="t-h3" id="ranking-title">Most interested first</h2>
            <p className="t-xs t-2">By minutes read, pages reached and days come back; it fades by half in two weeks.</p>
            <ol className="list mt-3">{data.readers.map((reader, index) => <ReaderRow key={reader.userId} pitchId={id} rank={index + 1} reader={reader} />)}</ol>
          </section>
          <div className="stack">
            <h2 className="t-h3">Where they spend their time</h2>
            {data.pages.length === 0 ? <p className="t-2">No page has been opened yet.</p> : <Heat pages={data.pages} />}
          </div>
        </div>
      )}
    </div>
  );
}
