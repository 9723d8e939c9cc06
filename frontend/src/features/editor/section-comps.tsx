import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { useEditor } from './editor-context.ts';
import type { Fields } from './fields.ts';

/** Titles this one stands beside, each with a reason. */
export function SectionComps() {
  const { draft, state } = useEditor();
  const { comps } = state.fields;
  const change = (at: number, changes: Partial<Fields['comps'][number]>) => draft.edit({ comps: comps.map((comp, index) => (index === at ? { ...comp, ...changes } : comp)) });
  return (
    <section id="comps" className="section editor__section" aria-labelledby="comps-title">
      <div className="section__head">
        <h2 className="t-title" id="comps-title">Comps</h2>
        <p className="t-xs t-3">Two or three, with what each one proves.</p>
      </div>
      <ul className="list">
        {comps.map((comp, index) => (
          <li key={index} className="editor__row"> {/* the position is the row's identity: rows are only added at the end and removed by position */}
            <Field label="Title" error={state.refusals[`comps.${index}.title`]}><Input value={comp.title} maxLength={120} onChange={(event) => change(index, { title: event.target.value })} /></Field>
            <Field label="Year" error={state.refusals[`comps.${index}.year`]}><Input look="number" inputMode="numeric" value={comp.year || ''} maxLength={4} onChange={(event) => change(index, { year: Number(event.target.value.replace(/\D/g, '')) })} /></Field>
            <Field label="Why it compares" className="editor__wide"><Input value={comp.note} maxLength={400} onChange={(event) => change(index, { note: event.target.value })} /></Field>
            <IconButton icon="close" label={`Remove ${comp.title || 'this comp'}`} onClick={() => draft.edit({ comps: comps.filter((_, at) => at !== index) })} />
          </li>
        ))}
      </ul>
      <div><Button disabled={comps.length >= 10} onClick={() => draft.edit({ comps: [...comps, { title: '', year: 0, note: '' }] })}>Add a comp</Button></div>
    </section>
  );
}
