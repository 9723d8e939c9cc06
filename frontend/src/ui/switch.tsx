import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';

/** For a setting that takes effect at once; a choice that waits for a button is a Checkbox. */
export function Switch({ label, className, ...rest }: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode }) {
  return (
    <label className={cx('switch', className)}>
      <input {...rest} type="checkbox" role="switch" />
      <span>{label}</span>
    </label>
  );
}
