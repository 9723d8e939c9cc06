import type { ComponentProps } from 'react';
import { cx } from '../lib/class-names.ts';
import { useFieldAttributes } from './field-context.ts';

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...useFieldAttributes()} {...rest} rows={rows} className={cx('textarea', className)} />;
}
