import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { pitchAnalyticsQuery, rangeOf, ranges } from '../../features/analytics/api.ts';
import { PitchFigures } from '../../features/analytics/pitch-figures.tsx';
import { useMaker } from '../../features/editor/maker.ts';
import { ApiError } from '../../lib/http.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const options = ranges.map((days) => ({ value: String(days), label: `${days} days` }));

export default function PitchAnalyticsPage() {
  const { id = '' } = useParams();
  const maker = useMaker();
  const [params, setParams] = useSearchParams();
  const days = rangeOf(params.get('days'));
  const { data, error, refetch, isFetching } = useQuery({ ...pitchAnalyticsQuery(id, days), placeholderData: keepPreviousData });
  usePage({ title: data ? `Views of ${data.pitch.title}` : undefined });
  if (error instanceof ApiError && error.status === 404) {
    return <div className="page"><Empty title="There are no numbers here" action={<ButtonLink to={paths.ownPitches.href(maker)}>Your pitches</ButtonLink>}>The pitch may have been deleted, or it belongs to someone else.</Empty></div>;
  }
  if (data === undefined) {
    return <div className="page">{error ? <ErrorPanel headingLevel={1} title="The numbers didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /> : <div aria-busy="true" className="grid gap-10"><span className="skel skel--line h-7 w-72 max-w-full" /><Skeleton shape="chart" /><Skeleton shape="table" count={4} /></div>}</div>;
  }
  const { pitch, totals } = data;
  const isUnseen = totals.views === 0 && totals.viewsBefore === 0 && days === 90;
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Views of <span className="t-serif">{pitch.title}</span></h1>
          <p className="t-2"><Link className="link" to={paths.editPitch.href(maker, pitch.id)}>Edit the pitch</Link></p>
        </div>
        <Segment label="Range" options={options} value={String(days)} onChange={(value) => setParams(value === '30' ? {} : { days: value }, { replace: true })} />
      </div>
      {pitch.status !== 'published' && totals.views === 0 ? (
        <Empty title="Nobody can see this pitch yet" action={<ButtonLink to={paths.editPitch.href(maker, pitch.id)}>Go on writing</ButtonLink>}>Numbers begin when it is published.</Empty>
      ) : isUnseen ? (
        <Empty title="No views yet" action={<ButtonLink to={paths.pitch.href(pitch.slug)}>Open its page</ButtonLink>}>Share its address: a visit shows here within seconds.</Empty>
      ) : (
        <div aria-busy={isFetching || undefined}><PitchFigures analytics={data} /></div>
      )}
    </div>
  );
}
