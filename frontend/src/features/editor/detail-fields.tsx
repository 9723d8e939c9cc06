import { detailFields, templates, type DetailName } from '../../../../worker/features/pitches/lists.ts';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useEditor } from './editor-context.ts';

type Details = NonNullable<PitchOwner['details']>;

/** What the chosen format asks for, each with the reason. Details of another format are kept aside until it comes back. */
export function DetailFields() {
  const { draft, state } = useEditor();
  const { format, details } = state.fields;
  const current: Details = details?.format === format ? details : { format };
  const set = (name: DetailName, value: string | number | null | undefined) => {
    const { [name]: _former, ...rest } = current;
    draft.edit({ details: (value === undefined ? rest : { ...rest, [name]: value }) as Details });
  };
  const names = templates[format].details;
  const short = names.filter((name) => detailFields[name].kind !== 'text');
  return (
    <>
      <div className="editor__pair">
        {short.map((name) => {
          const { label, hint, kind, max } = detailFields[name];
          return (
            <Field key={name} label={label} optional hint={hint} error={state.refusals[`details.${name}`]}>
              {kind === 'number'
                ? <Input look="number" inputMode="numeric" maxLength={String(max).length} value={current[name] ?? ''} onChange={(event) => { const digits = event.target.value.replace(/\D/g, ''); set(name, digits === '' ? undefined : Number(digits)); }} />
                : <Input maxLength={max} value={current[name] ?? ''} onChange={(event) => set(name, event.target.value)} />}
            </Field>
          );
        })}
      </div>
      {names.filter((name) => detailFields[name].kind === 'text').map((name) => {
        const { label, hint, why, max } = detailFields[name];
        return (
          <Field key={name} label={label} optional hint={`${hint} ${why}`} error={state.refusals[`details.${name}`]}>
            <Textarea rows={4} maxLength={max} value={current[name] ?? ''} onChange={(event) => set(name, event.target.value)} />
          </Field>
        );
      })}
    </>
  );
}
