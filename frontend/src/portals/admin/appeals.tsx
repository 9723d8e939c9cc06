import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { appealsQuery, type AppealStatus } from '../../features/moderation/api.ts';
import { AppealRow } from '../../features/moderation/appeal-row.tsx';
import { formatCount } from '../../lib/format.ts';
import { usePage } from '../../lib/use-page.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Segment } from '../../ui/segment.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/moderation/moderation.css';

const statuses: readonly { value: AppealStatus; word: string }[] = [{ value: 'open', word: 'Open' }, { value: 'granted', word: 'Put back' }, { value: 'declined', word: 'Declined' }];
const empty: Record<AppealStatus, { title: string; text: string }> = {
  open: { title: 'Nobody waits for an answer', text: 'What owners say about a takedown appears here, what waits longest first.' },
  granted: { title: 'Nothing was put back yet', text: 'Pitches that were put back after their owner answered are kept here, with why.' },
  declined: { title: 'Nothing was declined yet', text: 'Answers that changed nothing are kept here, with why.' },
};

/** What owners say against takedowns, and what was answered. */
export default function AppealsPage() {
  usePage({ title: 'Appeals' });
  const [params, setParams] = useSearchParams();
  const status = statuses.find(({ value }) => value === params.get('status'))?.value ?? 'open';
  const { data, error, refetch, isFetching } = useQuery({ ...appealsQuery(status), placeholderData: keepPreviousData });
  const counted = (value: AppealStatus, word: string) => (data === undefined ? word : `${word} ${formatCount(data.counts[value])}`);
  return (
    <div className="page">
      <div className="page__head">
        <h1 className="t-h1">Appeals</h1>
        <div className="row"><Segment label="Which appeals" options={statuses.map(({ value, word }) => ({ value, label: counted(value, word) }))} value={status} onChange={(value) => setParams(value === 'open' ? {} : { status: value }, { replace: true })} /></div>
      </div>
      {error && !data && <ErrorPanel title="The appeals didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data?.items.length === 0 && <Empty title={empty[status].title}>{empty[status].text}</Empty>}
      {data && data.items.length > 0 && <ul className="list">{data.items.map((appeal) => <AppealRow key={appeal.id} appeal={appeal} />)}</ul>}
      {data && data.counts[status] > data.items.length && <p className="t-2 mt-4">{formatCount(data.items.length)} of {formatCount(data.counts[status])} are shown.</p>}
    </div>
  );
}
