import type { ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Terms over values, in a row that wraps. */
export function Facts({ facts, className }: { facts: readonly Fact[]; className?: string | undefined }) {
  return (
    <dl className={cx('facts', className)}>
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
