import { useId, type ReactNode } from 'react';
import { cx } from '../lib/class-names.ts';
import { FieldContext } from './field-context.ts';

interface FieldProps {
  label: ReactNode;
  /** One control: Input, Textarea, Select. It takes its id and descriptions from here. */
  children: ReactNode;
  hint?: ReactNode;
  /** Says what is wrong and how to mend it. Shown instead of the hint. */
  error?: string | undefined;
  optional?: boolean;
  required?: boolean;
  counter?: { used: number; of: number } | undefined;
  /** At the far end of the label line: a link, a gate. */
  aside?: ReactNode;
  className?: string | undefined;
}

export function Field({ label, children, hint, error, optional = false, required = false, counter, aside, className }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const countId = `${id}-count`;
  const hasNote = error !== undefined || hint !== undefined;
  const describedBy = [hasNote && noteId, counter && countId].filter(Boolean).join(' ') || undefined;
  return (
    <FieldContext value={{ id, describedBy, invalid: error !== undefined, required }}>
      <div className={cx('field', className)}>
        <div className="field__label">
          <label htmlFor={id}>{label}</label>
          {optional && <span className="field__opt">optional</span>}
          {counter && (
            <span id={countId} className={cx('field__count', counter.used > counter.of && 't-negative')}>
              {counter.used} of {counter.of}
              <span className="visually-hidden"> characters used</span>
            </span>
          )}
          {aside !== undefined && <span className="push">{aside}</span>}
        </div>
        {children}
        {error !== undefined ? <p className="field__error" id={noteId}>{error}</p> : hint !== undefined && <p className="field__hint" id={noteId}>{hint}</p>}
      </div>
    </FieldContext>
  );
}
