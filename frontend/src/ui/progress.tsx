import { cx } from '../lib/class-names.ts';

interface ProgressProps {
  /** What is under way: the accessible name. */
  label: string;
  value: number;
  max: number;
  /** The real number in words: "page 41 of 92". */
  text?: string;
  thin?: boolean;
  tone?: 'positive' | 'caution';
}

export function Progress({ label, value, max, text, thin = false, tone }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={cx('progress', thin && 'progress--thin', tone && `progress--${tone}`)} role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={max} aria-valuenow={value} aria-valuetext={text}>
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
