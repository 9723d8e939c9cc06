import { useId, useState } from 'react';
import { formatCount } from '../../lib/format.ts';
import { Segment } from '../segment.tsx';
import { Table } from '../table.tsx';
import { Plot, type Point } from './plot.tsx';

interface ChartProps {
  title: string;
  /** A sentence that says what the numbers show. */
  summary: string;
  kind: 'line' | 'bar';
  points: readonly Point[];
  /** Heads of the table's two columns: "Day", "Views". */
  heads: readonly [string, string];
  mark?: { index: number; text: string };
  strong?: ReadonlySet<number>;
  format?: (value: number) => string;
  headingLevel?: 2 | 3;
}

const views = [{ value: 'chart', label: 'Chart' }, { value: 'table', label: 'Table' }] as const;

/** A title, a sentence, the plot, and the same numbers as a table. */
export function Chart({ title, summary, kind, points, heads, mark, strong, format = formatCount, headingLevel = 3 }: ChartProps) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const id = useId();
  const Heading = `h${headingLevel}` as const;
  const total = points.reduce((sum, { value }) => sum + value, 0);
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart__head">
        <div>
          <Heading className="chart__title" id={id}>{title}</Heading>
          <p className="chart__sum">{summary}</p>
        </div>
        <Segment label="View" options={views} value={view} onChange={setView} />
      </div>
      <div className="chart__plot">
        {view === 'chart' ? (
          <Plot kind={kind} points={points} mark={mark} strong={strong} summary={summary} format={format} />
        ) : (
          <Table
            caption={`${title}: table`} dense rows={points} rowKey={({ label }) => label}
            columns={[
              { id: 'label', head: heads[0], cell: ({ label }) => label, rowHead: true, foot: 'Total' },
              { id: 'value', head: heads[1], cell: ({ value }) => format(value), figures: true, foot: format(total) },
            ]}
          />
        )}
      </div>
    </section>
  );
}
