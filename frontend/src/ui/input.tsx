import type { ComponentProps } from 'react';
import { cx } from '../lib/class-names.ts';
import { useFieldAttributes } from './field-context.ts';

interface InputProps extends ComponentProps<'input'> {
  /** `display` sets a film title, `number` aligns figures right, `large` is the search box. */
  look?: 'display' | 'number' | 'large' | undefined;
}

const looks = { display: 'input--display', number: 'input--num', large: 'input--lg' };

export function Input({ look, className, ...rest }: InputProps) {
  return <input {...useFieldAttributes()} {...rest} className={cx('input', look && looks[look], className)} />;
}
