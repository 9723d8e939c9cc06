import { BaseRate } from '../comps/base-rate.tsx';
import { measureOf } from '../comps/api.ts';
import { TitleField } from '../comps/title-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { useEditor } from './editor-context.ts';
import type { Fields } from './fields.ts';
import { LongLine } from './long-line.tsx';

/** Titles this one stands beside, each with a reason, and what became of all films like it. */
export function SectionComps() {
  const { draft, state } = useEditor();
  const { comps } = state.fields;
  const change = (at: number, changes: Partial<Fields['comps'][number]>) => draft.edit({ comps: comps.map((comp, index) => (index === at ? { ...comp, ...changes } : comp)) });
  /** Another title or year is another film. */
  const rename = (at: number, changes: { title?: string; year?: number }) => draft.edit({ comps: comps.map((comp, index) => {
    const { titleId: _titleId, ...rest } = comp;
    return index === at ? { ...rest, ...changes } : comp;
  }) });
  const measure = measureOf(state.fields);
  return (
    <section id="comps" className="section editor__section" aria-labelledby="comps-title">
      <div className="section__head">
        <h2 className="t-title" id="comps-title">Comps</h2>
        <p className="t-xs t-3">Two or three, with what each one proves.</p>
      </div>
      <ul className="list">
        {comps.map((comp, index) => (
          <li key={index} className="editor__row"> {/* the position is the row's identity: rows are only added at the end and removed by position */}
            <TitleField value={comp.title} error={state.refusals[`comps.${index}.title`]} hint={comp.titleId === undefined ? undefined : 'On record: cost and box office are shown beside it.'} onChange={(title) => rename(index, { title })} onPick={({ id, title, year }) => change(index, { title, year, titleId: id })} />
            <Field label="Year" error={state.refusals[`comps.${index}.year`]}><Input look="number" inputMode="numeric" value={comp.year || ''} maxLength={4} onChange={(event) => rename(index, { year: Number(event.target.value.replace(/\D/g, '')) })} /></Field>
            <Field label="Why it compares" className="editor__wide"><LongLine value={comp.note} maxLength={400} onChange={(note) => change(index, { note })} /></Field>
            <IconButton icon="close" label={`Remove ${comp.title || 'this comp'}`} onClick={() => draft.edit({ comps: comps.filter((_, at) => at !== index) })} />
          </li>
        ))}
      </ul>
      <div><Button disabled={comps.length >= 10} onClick={() => draft.edit({ comps: [...comps, { title: '', year: 0, note: '' }] })}>Add a comp</Button></div>
      {measure === null
        ? <p className="t-xs t-3">Films with a genre and a budget band are shown beside their base rate. For series there is no open record of what they earned.</p>
        : <div aria-live="polite"><BaseRate measure={measure} /></div>}
    </section>
  );
}
