import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  hideLabel?: boolean;
  /** How many things this choice stands for, at the end of the row. */
  count?: string | undefined;
  indeterminate?: boolean;
}

export function Checkbox({ label, hideLabel = false, count, indeterminate = false, className, ...rest }: CheckboxProps) {
  return (
    <label className={cx('check', className)}>
      <input
        {...rest}
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = indeterminate; // no attribute exists for it
        }}
      />
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
      {count !== undefined && <span className="check__n"><span className="visually-hidden">, </span>{count}</span>}
    </label>
  );
}
