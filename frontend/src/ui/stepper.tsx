import { cx } from '../lib/class-names.ts';

export interface Step {
  name: string;
  note: string;
}

/** Steps before `current` are done. */
export function Stepper({ steps, current }: { steps: readonly Step[]; current: number }) {
  return (
    <ol className="stepper">
      {steps.map(({ name, note }, index) => (
        <li key={name} className={cx(index < current && 'is-done')} aria-current={index === current ? 'step' : undefined}>
          <b>{name}</b>
          {note}
        </li>
      ))}
    </ol>
  );
}
