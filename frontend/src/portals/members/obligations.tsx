import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Obligation } from '../../../../worker/features/obligations/schema.ts';
import { paths } from '../../app/paths.ts';
import { ledgerQuery, stateWords } from '../../features/obligations/api.ts';
import { formatDay } from '../../lib/format.ts';
import { usePage } from '../../lib/use-page.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Status } from '../../ui/status.tsx';
import { Table, type Column } from '../../ui/table.tsx';

const columns: Column<Obligation>[] = [
  { id: 'what', head: 'What', rowHead: true, cell: ({ summary, ndaId }) => <Link className="link" to={paths.nda.href(ndaId)}>{summary}</Link> },
  { id: 'project', head: 'Project', cell: ({ project }) => <span className="t-serif">{project}</span> },
  { id: 'to', head: 'Towards', cell: ({ otherSide }) => otherSide },
  { id: 'from', head: 'From', figures: true, cell: ({ startsAt }) => formatDay(startsAt) },
  { id: 'until', head: 'Until', figures: true, cell: ({ endsAt }) => (endsAt === null ? 'Without end' : formatDay(endsAt)) },
  { id: 'state', head: 'State', cell: ({ state }) => <Status tone={stateWords[state].tone}>{stateWords[state].label}</Status> },
];

/** Every promise of one's agreements, with its end. */
export default function ObligationsPage() {
  usePage({ title: 'Ledger of obligations' });
  const { data, error, refetch, isFetching } = useQuery(ledgerQuery);
  const next = data?.filter(({ state, endsAt }) => state === 'in_force' && endsAt !== null).toSorted((a, b) => (a.endsAt ?? '').localeCompare(b.endsAt ?? ''))[0];
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Ledger of obligations</h1>
          <p className="t-2">{next?.endsAt ? `Next to end: “${next.summary}” for ${next.project}, on ${formatDay(next.endsAt)}.` : 'What you and others promised by signing, and until when.'}</p>
        </div>
        {data && data.length > 0 && (
          <div className="row row--wrap push">
            <a className={buttonClass({ kind: 'secondary' })} href="/api/obligations/export.csv" download><Icon name="download" />Table (CSV)</a>
            <a className={buttonClass({ kind: 'secondary' })} href="/api/obligations/export.ics" download><Icon name="calendar" />Calendar</a>
          </div>
        )}
      </div>
      {error && data === undefined && <ErrorPanel title="The ledger didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data?.length === 0 && <Empty title="You have promised nothing yet" action={<ButtonLink to={paths.ndas.href()}>Your agreements</ButtonLink>}>With each agreement you sign, its duties and their end dates stand here.</Empty>}
      {data && data.length > 0 && <Table stack caption="Obligations" columns={columns} rows={data} rowKey={({ id }) => id} />}
    </div>
  );
}
