import { cx } from '../../lib/class-names.ts';
import { formatCount } from '../../lib/format.ts';

interface Bar {
  label: string;
  value: number;
}

interface BarsProps {
  bars: readonly Bar[];
  /** What the bars are drawn against, where that is not the largest of them. */
  of?: number;
  /** What each is a share of, written beside its number. */
  shareOf?: number;
}

const percent = (part: number, whole: number): string => {
  const share = (part / whole) * 100;
  return `${share > 0 && share < 1 ? Math.max(0.1, share).toFixed(1) : Math.round(share)}%`;
};

/** Amounts as bars with their names and numbers beside them: readable without the bars. */
export function Bars({ bars, of, shareOf }: BarsProps) {
  const whole = Math.max(1, of ?? 0, ...bars.map(({ value }) => value));
  return (
    <ol className={cx('bars', shareOf !== undefined && 'bars--shares')}>
      {bars.map(({ label, value }) => (
        <li key={label}>
          <span>{label}</span>
          <span className="bars__bar" aria-hidden="true">{value > 0 && <i style={{ width: `${(value / whole) * 100}%` }} />}</span>
          <span className="num bars__n">{formatCount(value)}</span>
          {shareOf !== undefined && <span className="num bars__n t-3">{shareOf > 0 ? percent(value, shareOf) : ''}</span>}
        </li>
      ))}
    </ol>
  );
}
