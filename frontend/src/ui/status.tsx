import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

/** A state in words; the dot before it only repeats them. */
export function Status({ tone, children }: { tone?: 'positive' | 'caution' | 'negative' | 'notice' | 'accent' | 'open'; children: ReactNode }) {
  return <span className={cx('dot', tone && `dot--${tone}`)}>{children}</span>;
}
