import type { Overview } from '../../../../worker/features/operations/schema.ts';
import { formatAgo, formatBytes, formatCount, formatDay } from '../../lib/format.ts';
import { Table } from '../../ui/table.tsx';
import { percent } from './sentences.ts';

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const tiers = ['memory', 'kv', 'redis', 'db'] as const;
const tierNames = { memory: 'Memory', kv: 'KV', redis: 'Redis', db: 'Database' } as const;

export function RoutesTable({ routes }: { routes: Overview['requests']['routes'] }) {
  return (
    <Table
      caption="Routes with most requests" dense rows={routes} rowKey={({ method, route }) => `${method} ${route}`}
      columns={[
        { id: 'route', head: 'Route', cell: ({ method, route }) => <span className="num">{method} {route}</span>, rowHead: true },
        { id: 'requests', head: 'Requests', cell: (row) => formatCount(row.requests), figures: true },
        { id: 'failed', head: 'Failed', cell: (row) => formatCount(row.serverErrors), figures: true },
        { id: 'refused', head: 'Refused', cell: (row) => formatCount(row.clientErrors), figures: true },
        { id: 'ms', head: 'Average', cell: (row) => ms(row.ms), figures: true },
        { id: 'db', head: 'Database', cell: (row) => `${row.dbCount.toFixed(1)} in ${ms(row.dbMs)}`, figures: true },
      ]}
    />
  );
}

export function CacheTable({ cache }: { cache: Overview['cache'] }) {
  return (
    <Table
      caption="Cache by namespace and tier" dense rows={cache} rowKey={({ namespace }) => namespace}
      columns={[
        { id: 'namespace', head: 'Namespace', cell: ({ namespace }) => namespace, rowHead: true },
        ...tiers.map((tier) => ({ id: tier, head: tierNames[tier], cell: (row: Overview['cache'][number]) => formatCount(row.tiers[tier] ?? 0), figures: true })),
        { id: 'hits', head: 'Hits', cell: ({ hitShare }) => percent(hitShare, 1), figures: true },
      ]}
    />
  );
}

function span(first: string | null, last: string | null): string {
  if (first === null || last === null) return 'none yet';
  return first === last ? formatDay(first) : `${formatDay(first)} to ${formatDay(last)}`;
}

export function DaysTable({ days }: { days: Overview['days'] }) {
  return (
    <Table
      caption="Tables kept by the day" dense rows={days} rowKey={({ table }) => table}
      columns={[
        { id: 'table', head: 'Table', cell: ({ table }) => table, rowHead: true },
        { id: 'days', head: 'Days', cell: (row) => formatCount(row.days), figures: true },
        { id: 'span', head: 'From, to', cell: ({ first, last }) => <span className="nowrap">{span(first, last)}</span> },
        { id: 'bytes', head: 'Size', cell: (row) => formatBytes(row.bytes), figures: true },
        { id: 'strays', head: 'Strays', cell: (row) => formatCount(row.strays), figures: true },
      ]}
    />
  );
}

export function MissesTable({ misses }: { misses: Overview['misses'] }) {
  return (
    <Table
      caption="Words of these searches" dense rows={misses} rowKey={({ words }) => words}
      columns={[{ id: 'words', head: 'Words', cell: ({ words }) => words, rowHead: true }, { id: 'searches', head: 'Searches', cell: (row) => formatCount(row.searches), figures: true }]}
    />
  );
}

/** "4 waiting, the oldest for 2 minutes." */
export const outboxSentence = ({ pending, oldestPendingAt }: Overview['outbox']): string =>
  pending === 0 ? 'Nothing waits to be sent.' : `${formatCount(pending)} waiting${oldestPendingAt === null ? '' : `, the oldest due ${formatAgo(oldestPendingAt)}`}.`;
