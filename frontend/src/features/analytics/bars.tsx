import { formatCount } from '../../lib/format.ts';

interface Bar {
  label: string;
  value: number;
}

/** Amounts as bars with their names and numbers beside them: readable without the bars. Relative to the largest, or to `of`. */
export function Bars({ bars, of }: { bars: readonly Bar[]; of?: number }) {
  const whole = Math.max(1, of ?? 0, ...bars.map(({ value }) => value));
  return (
    <ol className="bars">
      {bars.map(({ label, value }) => (
        <li key={label}>
          <span>{label}</span>
          <span className="bars__bar" aria-hidden="true">{value > 0 && <i style={{ width: `${(value / whole) * 100}%` }} />}</span>
          <span className="num bars__n">{formatCount(value)}</span>
        </li>
      ))}
    </ol>
  );
}
