import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { appealsQuery, reportsQuery } from '../../features/moderation/api.ts';
import { countOf, formatAgo, formatList } from '../../lib/format.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/moderation/moderation.css';

/** What waits for an operator. */
export default function AdminHome() {
  usePage({ title: 'Admin' });
  const { data, error, refetch, isFetching } = useQuery(reportsQuery('open'));
  const oldest = data?.items[0];
  const appeals = useQuery(appealsQuery('open'));
  const waiting = appeals.data?.counts.open ?? 0;
  const reported = data?.counts.open ?? 0;
  const open = [reported > 0 && countOf(reported, 'report'), waiting > 0 && countOf(waiting, 'appeal')].filter((part) => part !== false);
  const news = data === undefined || appeals.data === undefined ? 'Admin' : open.length === 0 ? 'Nothing waits for you' : `${formatList(open)} ${reported + waiting === 1 ? 'waits' : 'wait'} for you`;
  return (
    <div className="page">
      <div className="page__head"><h1 className="t-h1">{news}</h1></div>
      <div className="adminhome">
        <section className="section" aria-labelledby="reports-heading">
          <h2 className="t-h2 mb-3" id="reports-heading">Reports</h2>
          {error && !data && <ErrorPanel title="The reports didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
          {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
          {data && <p className="t-2 mb-4">{data.counts.open === 0 ? 'Nothing is open.' : `${countOf(data.counts.open, 'report')} ${data.counts.open === 1 ? 'is' : 'are'} open${oldest ? `; what waits longest came ${formatAgo(oldest.createdAt)}` : ''}.`}</p>}
          {data && <ButtonLink kind={data.counts.open > 0 ? 'primary' : 'secondary'} to={paths.reports.href()}>Open the reports</ButtonLink>}
        </section>
        <section className="section" aria-labelledby="appeals-heading">
          <h2 className="t-h2 mb-3" id="appeals-heading">Appeals</h2>
          {appeals.error && !appeals.data && <ErrorPanel title="The appeals didn’t load" error={appeals.error} onRetry={() => void appeals.refetch()} retrying={appeals.isFetching} />}
          {appeals.data === undefined && !appeals.error && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
          {appeals.data && <p className="t-2 mb-4">{waiting === 0 ? 'Nobody waits for an answer about a takedown.' : `${countOf(waiting, 'owner')} ${waiting === 1 ? 'waits' : 'wait'} for an answer about a takedown.`}</p>}
          {appeals.data && <ButtonLink kind={waiting > 0 ? 'primary' : 'secondary'} to={paths.appeals.href()}>Open the appeals</ButtonLink>}
        </section>
        <section className="section" aria-labelledby="operations-heading">
          <h2 className="t-h2 mb-3" id="operations-heading">Operations</h2>
          <p className="t-2 mb-4">Requests, cache, outbox and queues of the last day and week.</p>
          <ButtonLink to={paths.operations.href()}>Open operations</ButtonLink>
        </section>
      </div>
    </div>
  );
}
