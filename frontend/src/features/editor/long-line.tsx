import type { ComponentProps } from 'react';
import { cx } from '../../lib/class-names.ts';
import { Textarea } from '../../ui/textarea.tsx';

interface LongLineProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  value: string;
  onChange: (line: string) => void;
}

/** One line of text that may be longer than its box is wide: it wraps and grows, and holds no line breaks. */
export function LongLine({ value, onChange, className, ...rest }: LongLineProps) {
  return (
    <Textarea
      {...rest} rows={1} className={cx('editor__line', className)} value={value}
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
    />
  );
}
