import type { PitchAnalytics } from '../../../../worker/features/analytics/schema.ts';
import { audiences, sources } from '../../../../worker/features/counting/lists.ts';
import { countOf, formatCount, lowerFirst } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Table } from '../../ui/table.tsx';
import { Bars } from './bars.tsx';
import { Figures } from './figures.tsx';
import { duration, funnelSentence } from './sentences.ts';
import { ViewsChart } from './views-chart.tsx';
import './analytics.css';

const nameOf = (list: readonly { value: string; label: string }[], value: string): string => list.find((item) => item.value === value)?.label ?? value;
const share = (part: number, whole: number): string => `${Math.round((part / Math.max(1, whole)) * 100)}%`;

/** Everything that is known about a pitch's visits. */
export function PitchFigures({ analytics }: { analytics: PitchAnalytics }) {
  const { totals, days, funnel, words, range } = analytics;
  const bySource = analytics.sources.map(({ source, views }) => ({ label: nameOf(sources, source), value: views }));
  const byAudience = analytics.audiences.map(({ audience, views }) => ({ label: nameOf(audiences, audience), value: views }));
  const [first] = bySource;
  const [most] = byAudience;
  const told = bySource.reduce((sum, { value }) => sum + value, 0);
  return (
    <>
      <ViewsChart days={days} views={totals.views} viewsBefore={totals.viewsBefore} />
      <Facts
        className="mt-6"
        facts={[
          { term: 'Reads', value: formatCount(totals.reads) },
          ...(totals.medianSeconds === null ? [] : [{ term: 'Typical time on the page', value: duration(totals.medianSeconds) }]),
          ...([['Likes', totals.likes], ['Watchers gained', totals.watchers], ['Comments', totals.comments]] as const).flatMap(([term, value]) => (value === 0 ? [] : [{ term, value: formatCount(value) }])),
        ]}
      />
      <p className="t-xs t-2 mt-2">Each person counts once a day, by UTC; your own visits and known crawlers don’t. A read is 15 seconds or more and half of the page.</p>
      <div className="figures-band">
        <Figures title="From view to request" summary={funnelSentence(funnel)}>
          <Bars of={funnel.viewed} shareOf={funnel.viewed} bars={[{ label: 'Opened it', value: funnel.viewed }, { label: 'Watch it', value: funnel.watched }, { label: 'Asked for access', value: funnel.requested }]} />
        </Figures>
        <Figures title="Where they came from" summary={first ? `${first.label}: ${share(first.value, told)} of the views.` : `No views in the last ${range.days} days.`}>
          {first && <Bars bars={bySource} shareOf={told} />}
        </Figures>
        <Figures title="Who they are" summary={most ? `Mostly ${lowerFirst(most.label)}: ${share(most.value, told)} of the views.` : `No views in the last ${range.days} days.`}>
          {most && <Bars bars={byAudience} shareOf={told} />}
        </Figures>
        <Figures title="Searches that found it" summary={words.length > 0 ? `${countOf(words.length, 'search', 'searches')} ended here.` : 'Nobody has opened it from a search in this time.'}>
          {words.length > 0 && (
            <div className="mt-4">
              <Table
                caption="Words of these searches" dense rows={words} rowKey={(row) => row.words}
                columns={[{ id: 'words', head: 'Words', cell: (row) => row.words, rowHead: true }, { id: 'clicks', head: 'Opened', cell: (row) => formatCount(row.clicks), figures: true }]}
              />
            </div>
          )}
        </Figures>
      </div>
    </>
  );
}
