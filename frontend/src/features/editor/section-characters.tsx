import { billings, type Billing } from '../../../../worker/features/pitches/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { useEditor } from './editor-context.ts';
import type { Fields } from './fields.ts';
import { LongLine } from './long-line.tsx';

/** The parts, from the lead down: what an actor reads first. */
export function SectionCharacters() {
  const { draft, state } = useEditor();
  const { characters } = state.fields;
  const change = (at: number, changes: Partial<Fields['characters'][number]>) => draft.edit({ characters: characters.map((row, index) => (index === at ? { ...row, ...changes } : row)) });
  const refusal = (index: number, field: string) => state.refusals[`characters.${index}.${field}`];
  return (
    <section id="characters" className="section editor__section" aria-labelledby="characters-title">
      <div className="section__head">
        <h2 className="t-title" id="characters-title">Characters</h2>
        <p className="t-xs t-3">A sentence each; the rest is in the script.</p>
      </div>
      <ul className="list">
        {characters.map((row, index) => (
          <li key={index} className="editor__row editor__row--part"> {/* as with comps: the position is the identity */}
            <Field label="Name" error={refusal(index, 'name')}><Input value={row.name} maxLength={120} onChange={(event) => change(index, { name: event.target.value })} /></Field>
            <Field label="Age range" error={refusal(index, 'ageRange')}><Input value={row.ageRange} maxLength={20} placeholder="40s" onChange={(event) => change(index, { ageRange: event.target.value })} /></Field>
            <Field label="Billing"><Select options={billings} value={row.billing} onChange={(event) => change(index, { billing: event.target.value as Billing })} /></Field>
            <Field label="Who it is" className="editor__wide" error={refusal(index, 'line')}><LongLine value={row.line} maxLength={300} onChange={(line) => change(index, { line })} /></Field>
            <IconButton icon="close" label={`Remove ${row.name || 'this character'}`} onClick={() => draft.edit({ characters: characters.filter((_, at) => at !== index) })} />
          </li>
        ))}
      </ul>
      <div><Button disabled={characters.length >= 30} onClick={() => draft.edit({ characters: [...characters, { name: '', line: '', ageRange: '', billing: characters.length === 0 ? 'lead' : 'supporting' }] })}>Add a character</Button></div>
    </section>
  );
}
