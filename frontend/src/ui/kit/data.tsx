import { useState } from 'react';
import { formatMoney } from '../../lib/format.ts';
import { Chart } from '../chart/chart.tsx';
import { Checkbox } from '../checkbox.tsx';
import { Status } from '../status.tsx';
import { Table } from '../table.tsx';
import { KitSection } from './kit-section.tsx';

const rows = [
  { title: 'Six Hours of Daylight', late: false, paid: 260_000_00 },
  { title: 'Terminal Moraine', late: true, paid: 180_000_00 },
];
const views = [21, 24, 19, 28, 33, 30, 22, 26, 31, 29, 35, 38, 34, 27, 32, 36, 41, 118, 92, 71, 58, 49, 44, 52, 47, 55, 61, 57, 50, 56];
const points = views.map((value, index) => ({ label: index < 8 ? `${24 + index} Oct` : `${index - 7} Nov`, value }));

export function Data() {
  const [isDescending, setDescending] = useState(true);
  const [chosen, setChosen] = useState('Six Hours of Daylight');
  const sorted = rows.toSorted((a, b) => (isDescending ? b.paid - a.paid : a.paid - b.paid));
  return (
    <>
      <KitSection title="Table">
        <Table
          caption="Holdings" rows={sorted} rowKey={({ title }) => title} sort={{ by: 'paid', descending: isDescending }} onSort={() => setDescending(!isDescending)} isSelected={({ title }) => title === chosen}
          columns={[
            { id: 'choose', head: <span className="visually-hidden">Chosen</span>, cell: ({ title }) => <Checkbox label={title} hideLabel checked={title === chosen} onChange={() => setChosen(title)} /> },
            { id: 'title', head: 'Project', cell: ({ title }) => <span className="t-film-md">{title}</span>, rowHead: true, foot: 'Total' },
            { id: 'state', head: 'State', cell: ({ late }) => <Status tone={late ? 'caution' : 'positive'}>{late ? 'Overdue 3 days' : 'On time'}</Status> },
            { id: 'paid', head: 'Paid in', cell: ({ paid }) => formatMoney(paid, 'USD'), figures: true, sortable: true, foot: formatMoney(440_000_00, 'USD') },
          ]}
        />
      </KitSection>
      <KitSection title="Chart frame">
        <Chart title="Views, last 30 days" summary="A title, a sentence that says what it shows, the plot, and the same numbers as a table." kind="line" points={points} heads={['Day', 'Views']} mark={{ index: 17, text: '118, loan signed' }} />
        <Chart title="Bars, with some of them strong" summary="Between 8 and 12 November most people came." kind="bar" points={points} heads={['Day', 'Views']} strong={new Set([15, 16, 17, 18, 19])} />
      </KitSection>
    </>
  );
}
