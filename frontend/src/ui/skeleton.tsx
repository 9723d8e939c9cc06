import { cx } from '../lib/class-names.ts';

const lineWidths = ['w-full', 'w-11/12', 'w-2/3', 'w-4/5'];

function Line({ className }: { className: string | undefined }) {
  return <span className={cx('skel skel--line', className)} />;
}

interface SkeletonProps {
  shape: 'lines' | 'table' | 'panel';
  count?: number;
}

/** The shape of what is coming. Hidden from screen readers: the region around it says that it is busy. */
export function Skeleton({ shape, count = 3 }: SkeletonProps) {
  const rows = Array.from({ length: count }, (_, index) => index);
  if (shape === 'lines') return <div className="stack gap-3" aria-hidden="true">{rows.map((row) => <Line key={row} className={cx('mt-3', lineWidths[row % lineWidths.length])} />)}</div>;
  if (shape === 'panel') return <div className="stack" aria-hidden="true"><Line className="h-5 w-2/5" /><Line className="w-full" /><Line className="w-11/12" /><Line className="w-2/3" /></div>;
  return (
    <table className="table" aria-hidden="true">
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <td><Line className="w-3/5" /></td>
            <td><Line className="ml-auto w-1/2" /></td>
            <td><Line className="ml-auto w-2/5" /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
