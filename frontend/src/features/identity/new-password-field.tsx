import { useState } from 'react';
import { countOf } from '../../lib/format.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { lengthOf, passwordMin } from './checks.ts';

/** Counts as one types: length is what makes a password good. */
export function NewPasswordField({ label, error }: { label: string; error: string | undefined }) {
  const [length, setLength] = useState(0);
  const hint = length === 0 ? `${passwordMin} characters or more.` : `${countOf(length, 'character')}. ${length < passwordMin ? `${passwordMin - length} to go.` : 'Long enough.'}`;
  return (
    <Field label={label} hint={hint} error={error} required>
      <Input name="password" type="password" autoComplete="new-password" onChange={(event) => setLength(lengthOf(event.target.value))} />
    </Field>
  );
}
