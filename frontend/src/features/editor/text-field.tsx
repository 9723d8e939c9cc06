import { wordCount } from '../../lib/format.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useEditor } from './editor-context.ts';
import { fieldLabels, type FieldName, type Fields } from './fields.ts';
import { FieldGate } from './field-gate.tsx';

type TextName = { [Name in FieldName]: Fields[Name] extends string ? (string extends Fields[Name] ? Name : never) : never }[FieldName];

interface TextFieldProps {
  name: TextName;
  hint?: string;
  rows?: number;
  /** Advised words; the count is shown, and more than that is said, never refused. */
  words?: number;
  maxLength: number;
  display?: boolean;
  /** Figures in columns. */
  mono?: boolean;
  optional?: boolean;
}

/** One text of the pitch, with its gate at the label and its words counted. */
export function TextField({ name, hint, rows, words, maxLength, display = false, mono = false, optional = false }: TextFieldProps) {
  const { draft, state } = useEditor();
  const value = state.fields[name];
  const used = wordCount(value);
  const counted = words === undefined ? undefined : used > words ? `${used} words, ${words} are advised.` : `${used} of ${words} advised words.`;
  const control = { value, maxLength, onChange: (event: { target: { value: string } }) => draft.edit({ [name]: event.target.value }) };
  return (
    <Field label={fieldLabels[name]} optional={optional} hint={[hint, counted].filter(Boolean).join(' ') || undefined} error={state.refusals[name]} aside={<FieldGate name={name} />}>
      {rows === undefined ? <Input {...control} look={display ? 'display' : undefined} /> : <Textarea {...control} rows={rows} className={mono ? 'mono' : undefined} />}
    </Field>
  );
}
