import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

export function Radio({ label, className, ...rest }: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode }) {
  return (
    <label className={cx('check', className)}>
      <input {...rest} type="radio" />
      <span>{label}</span>
    </label>
  );
}
