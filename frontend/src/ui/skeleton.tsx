import { cx } from '../lib/class-names.ts';

const lineWidths = ['w-full', 'w-11/12', 'w-2/3', 'w-4/5'];

function Line({ className }: { className: string | undefined }) {
  return <span className={cx('skel skel--line', className)} />;
}

interface SkeletonProps {
  /** `form`: labels over boxes; `chart`: a title over a plot; `posters`: rows that begin with a small poster. */
  shape: 'lines' | 'table' | 'panel' | 'form' | 'chart' | 'posters';
  count?: number;
}

/** The shape of what is coming. Hidden from screen readers: the region around it says that it is busy. */
export function Skeleton({ shape, count = 3 }: SkeletonProps) {
  const rows = Array.from({ length: count }, (_, index) => index);
  if (shape === 'lines') return <div className="stack gap-3" aria-hidden="true">{rows.map((row) => <Line key={row} className={cx('mt-3', lineWidths[row % lineWidths.length])} />)}</div>;
  if (shape === 'form') return <div className="grid gap-6" aria-hidden="true">{rows.map((row) => <div key={row} className="grid gap-2"><Line className="w-24" /><span className={cx('skel', row % 3 === 1 ? 'h-24' : 'h-9')} /></div>)}</div>;
  if (shape === 'chart') return <div className="grid gap-3" aria-hidden="true"><Line className="h-4 w-40" /><Line className="w-2/3 max-w-96" /><span className="skel mt-2 h-48" /></div>;
  if (shape === 'posters') {
    return (
      <ul className="list" aria-hidden="true">
        {rows.map((row) => <li key={row} className="flex gap-4 py-5"><span className="skel skel--poster w-14 flex-none self-start" /><div className="grow grid gap-3 content-start"><Line className="h-4 w-48" /><Line className="w-2/5" /><Line className="w-4/5 max-w-120" /></div></li>)}
      </ul>
    );
  }
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
