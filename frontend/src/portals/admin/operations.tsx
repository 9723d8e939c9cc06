import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { overviewQuery, type Span } from '../../features/operations/api.ts';
import { OverviewPanel } from '../../features/operations/overview-panel.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const options = [{ value: '24', label: '24 hours' }, { value: '168', label: '7 days' }] as const;

export default function Operations() {
  usePage({ title: 'Operations' });
  const [params, setParams] = useSearchParams();
  const span: Span = params.get('hours') === '168' ? 168 : 24;
  const { data, error, refetch, isFetching } = useQuery({ ...overviewQuery(span), placeholderData: keepPreviousData });
  return (
    <div className="page">
      <div className="page__head">
        <h1 className="t-h1">Operations</h1>
        <Segment label="Range" options={options} value={span === 168 ? '168' : '24'} onChange={(value) => setParams(value === '24' ? {} : { hours: value }, { replace: true })} />
      </div>
      {error && !data && <ErrorPanel title="The overview didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true" className="grid gap-8"><Skeleton shape="chart" /><Skeleton shape="table" count={6} /></div>}
      {data && <OverviewPanel overview={data} />}
    </div>
  );
}
