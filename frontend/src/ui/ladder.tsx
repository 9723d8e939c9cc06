import { cx } from '../lib/class-names.ts';
import { Icon } from './icon.tsx';

export interface Rung {
  name: string;
  /** What it holds. */
  what: string;
  /** How one gets there, or how long it takes. */
  note: string;
  open: boolean;
  here?: boolean;
}

/** The disclosure ladder: which rung the reader stands on, and what each holds. */
export function Ladder({ rungs }: { rungs: readonly Rung[] }) {
  return (
    <ol className="ladder">
      {rungs.map(({ name, what, note, open, here = false }) => (
        <li key={name} className={cx(open && 'is-open', here && 'is-here')} aria-current={here ? 'step' : undefined}>
          <span className="ladder__mark">{open && <Icon name="check" />}</span>
          <p className="ladder__name">
            {name}
            <span className={cx('t-xs', here ? 't-accent' : 't-3')}>{here ? 'you are here' : note}</span>
          </p>
          <p className="ladder__what">{what}</p>
        </li>
      ))}
    </ol>
  );
}
