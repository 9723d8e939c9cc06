import type { ComponentProps } from 'react';
import { cx } from '../lib/class-names.ts';
import { useFieldAttributes } from './field-context.ts';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  options: readonly Option[];
  /** The first, empty choice: "Choose a stage". */
  placeholder?: string;
  /** Without a box, for a toolbar. */
  plain?: boolean;
}

/** The platform's own select: its list is the best one on every phone. */
export function Select({ options, placeholder, plain = false, className, ...rest }: SelectProps) {
  return (
    <select {...useFieldAttributes()} {...rest} className={cx('select', plain && 'select--plain', className)}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>{label}</option>
      ))}
    </select>
  );
}
