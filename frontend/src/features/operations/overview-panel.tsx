import type { Overview } from '../../../../worker/features/operations/schema.ts';
import { countOf, formatAgo, formatCount } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { Definitions } from '../../ui/definitions.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Figures } from '../analytics/figures.tsx';
import { CacheTable, DaysTable, MissesTable, outboxSentence, RoutesTable } from './overview-tables.tsx';
import { percent, requestsSentence, worries } from './sentences.ts';
import '../analytics/analytics.css';

const hours = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false });

/** How the house is running, from the hourly roll-ups. */
export function OverviewPanel({ overview }: { overview: Overview }) {
  const { requests, cache, outbox, events, days, misses, range, archives } = overview;
  const found = worries(overview);
  const reads = cache.reduce((sum, row) => sum + row.reads, 0);
  const missed = cache.reduce((sum, row) => sum + (row.tiers.db ?? 0), 0);
  return (
    <>
      {found.length > 0 && <div className="mb-6"><Notice tone="negative"><ul>{found.map((worry) => <li key={worry}>{worry}</li>)}</ul></Notice></div>}
      <Chart
        title={`Requests, last ${range.hours === 24 ? '24 hours' : '7 days'}`} headingLevel={2} kind="line" heads={['Hour', 'Requests']} summary={requestsSentence(requests)}
        points={requests.hours.map(({ hour, requests: value }) => ({ label: hours.format(new Date(hour)), value }))}
      />
      <div className="section mt-8"><Figures title="By route" summary="Those with most requests.">{requests.routes.length > 0 && <div className="mt-4"><RoutesTable routes={requests.routes} /></div>}</Figures></div>
      <div className="section mt-8">
        <Figures title="Cache" summary={reads === 0 ? 'Nothing was read through the cache in this time.' : `${countOf(reads, 'read')}; ${percent(reads - missed, reads)} never reached the database.`}>
          {cache.length > 0 && <div className="mt-4"><CacheTable cache={cache} /></div>}
        </Figures>
      </div>
      <div className="figures-band">
        <Figures title="Outbox" summary={outboxSentence(outbox)}>
          <div className="mt-4">
            <Definitions facts={[{ term: 'Waiting', value: formatCount(outbox.pending) }, { term: 'Given up', value: formatCount(outbox.dead) }, ...outbox.topics.map(({ topic, dead }) => ({ term: topic, value: `${formatCount(dead)} given up` }))]} />
          </div>
        </Figures>
        <Figures title="Events" summary={events.lastAt === null ? 'No event was counted in this time.' : `The last batch was counted ${formatAgo(events.lastAt)}.`}>
          <div className="mt-4">
            <Definitions facts={[
              { term: 'Batches', value: `${formatCount(events.batches)}, ${countOf(events.events, 'event')}` }, { term: 'Views', value: `${formatCount(events.views)}, ${countOf(events.reads, 'read')}` },
              { term: 'Searches', value: `${formatCount(events.searches)}, ${formatCount(events.misses)} without a result` },
            ]} />
          </div>
        </Figures>
        <Figures title="Searches that found nothing" summary={misses.length === 0 ? 'Every search found something.' : 'What people look for and the market does not have.'}>
          {misses.length > 0 && <div className="mt-4"><MissesTable misses={misses} /></div>}
        </Figures>
        <Figures title="Kept by the day" summary={archives[0] ? `Request logs are put away up to ${archives[0].day}: ${countOf(archives[0].lines, 'line')} on that day.` : 'No day of request logs has been put away yet.'}>
          <div className="mt-4"><DaysTable days={days} /></div>
        </Figures>
      </div>
    </>
  );
}
