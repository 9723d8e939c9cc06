import { formatCount } from '../../lib/format.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { bestDay, dayLabel, viewsSentence } from './sentences.ts';

interface ViewsChartProps {
  days: readonly { day: string; views: number }[];
  views: number;
  viewsBefore: number;
}

/** Views by day, with the day that stands out. */
export function ViewsChart({ days, views, viewsBefore }: ViewsChartProps) {
  const best = bestDay(days);
  const top = best === undefined ? undefined : days[best];
  const sentence = viewsSentence(views, viewsBefore, days.length);
  return (
    <Chart
      title={`Views, last ${days.length} days`} headingLevel={2} kind="line" heads={['Day', 'Views']}
      summary={top ? `${sentence} Most on ${dayLabel(top.day)}: ${formatCount(top.views)}.` : sentence}
      points={days.map(({ day, views: value }) => ({ label: dayLabel(day), value }))}
      {...(top && best !== undefined && { mark: { index: best, text: `${formatCount(top.views)} on ${dayLabel(top.day)}` } })}
    />
  );
}
