import type { Clause } from '../../../../worker/features/nda-documents/schema.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { OwnClause } from './clauses.ts';

interface ClausePickerProps {
  library: readonly Clause[];
  required: readonly string[];
  chosen: ReadonlySet<string>;
  own: readonly OwnClause[];
  onChoose: (chosen: ReadonlySet<string>) => void;
  onOwn: (own: OwnClause[]) => void;
}

/** The library with its notes; what no form goes without can't be unticked. */
export function ClausePicker({ library, required, chosen, own, onChoose, onOwn }: ClausePickerProps) {
  const change = (at: number, patch: Partial<OwnClause>) => onOwn(own.map((clause, index) => (index === at ? { ...clause, ...patch } : clause)));
  return (
    <>
      <fieldset>
        <legend className="t-medium">Clauses of the library</legend>
        <ul className="list mt-2">
          {library.map(({ id, title, note, usual, when }) => (
            <li key={id} className="clausepick">
              <Checkbox
                label={title} checked={chosen.has(id)} disabled={required.includes(id)}
                onChange={(event) => onChoose(new Set(event.target.checked ? [...chosen, id] : [...chosen].filter((one) => one !== id)))}
              />
              <p className="t-xs t-2">{note}{when !== null && ' Stands only where the terms ask for it.'}</p>
              {!usual && <p><Badge tone="caution">Unusual</Badge></p>}
            </li>
          ))}
        </ul>
      </fieldset>
      {own.map((clause, index) => (
        <section key={index} className="stack section" aria-label={`Your clause ${index + 1}`}>
          <div className="row between">
            <h3 className="t-h3">Your clause {index + 1}</h3>
            <IconButton icon="close" label={`Remove your clause ${index + 1}`} onClick={() => onOwn(own.filter((_, place) => place !== index))} />
          </div>
          <Field label="Title" required><Input value={clause.title} maxLength={120} onChange={(event) => change(index, { title: event.target.value })} /></Field>
          <Field label="Words" required hint="Readers are told that these are not standard words."><Textarea rows={4} value={clause.text} maxLength={6000} onChange={(event) => change(index, { text: event.target.value })} /></Field>
          <Field label="In plain words" optional><Input value={clause.note} maxLength={600} onChange={(event) => change(index, { note: event.target.value })} /></Field>
        </section>
      ))}
      <div><Button size="sm" onClick={() => onOwn([...own, { title: '', text: '', note: '' }])}>Add a clause of your own</Button></div>
    </>
  );
}
