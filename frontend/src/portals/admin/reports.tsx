import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { reportsQuery, type ReportStatus } from '../../features/moderation/api.ts';
import { ReportRow } from '../../features/moderation/report-row.tsx';
import { formatCount } from '../../lib/format.ts';
import { usePage } from '../../lib/use-page.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/moderation/moderation.css';

const statuses: readonly { value: ReportStatus; word: string }[] = [{ value: 'open', word: 'Open' }, { value: 'upheld', word: 'Upheld' }, { value: 'dismissed', word: 'Dismissed' }];
const empty: Record<ReportStatus, { title: string; text: string }> = {
  open: { title: 'Nothing is reported', text: 'What people report appears here, what waits longest first.' },
  upheld: { title: 'Nothing was upheld yet', text: 'Reports that were found justified are kept here, with what was done.' },
  dismissed: { title: 'Nothing was dismissed yet', text: 'Reports that were found unjustified are kept here, with why.' },
};

/** What people say is wrong, and what was decided. */
export default function ReportsPage() {
  usePage({ title: 'Reports' });
  const [params, setParams] = useSearchParams();
  const status = statuses.find(({ value }) => value === params.get('status'))?.value ?? 'open';
  const { data, error, refetch, isFetching } = useQuery({ ...reportsQuery(status), placeholderData: keepPreviousData });
  const counted = (value: ReportStatus, word: string) => (data === undefined ? word : `${word} ${formatCount(data.counts[value])}`);
  return (
    <div className="page">
      <div className="page__head">
        <h1 className="t-h1">Reports</h1>
        <div className="row"><Segment label="Which reports" options={statuses.map(({ value, word }) => ({ value, label: counted(value, word) }))} value={status} onChange={(value) => setParams(value === 'open' ? {} : { status: value }, { replace: true })} /></div>
      </div>
      {error && !data && <ErrorPanel title="The reports didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data?.items.length === 0 && <Empty title={empty[status].title}>{empty[status].text}</Empty>}
      {data && data.items.length > 0 && <ul className="list">{data.items.map((report) => <ReportRow key={report.id} report={report} />)}</ul>}
      {data && data.counts[status] > data.items.length && <p className="t-2 mt-4">{formatCount(data.items.length)} of {formatCount(data.counts[status])} are shown.</p>}
    </div>
  );
}
