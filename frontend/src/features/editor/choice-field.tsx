import type { Choice } from '../../../../worker/features/catalogue/lists.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { useEditor } from './editor-context.ts';
import { fieldLabels } from './fields.ts';

interface ChoiceFieldProps {
  name: 'format' | 'stage' | 'budgetBand';
  choices: readonly Choice[];
  placeholder?: string;
}

/** One value of a closed list. */
export function ChoiceField({ name, choices, placeholder }: ChoiceFieldProps) {
  const { draft, state } = useEditor();
  return (
    <Field label={fieldLabels[name]} error={state.refusals[name]}>
      <Select options={choices} {...(placeholder !== undefined && { placeholder })} value={state.fields[name] ?? ''} onChange={(event) => draft.edit({ [name]: event.target.value === '' ? null : event.target.value })} />
    </Field>
  );
}
