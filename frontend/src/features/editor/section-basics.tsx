import { budgetBands, formats, stages } from '../../../../worker/features/catalogue/lists.ts';
import { ChoiceField } from './choice-field.tsx';
import { DetailFields } from './detail-fields.tsx';
import { useEditor } from './editor-context.ts';
import { GenreField } from './genre-field.tsx';
import { TextField } from './text-field.tsx';

export function SectionBasics() {
  const { draft, state } = useEditor();
  return (
    <section id="basics" className="editor__section" aria-labelledby="basics-title">
      <h2 className="t-title" id="basics-title">Basics</h2>
      <TextField name="title" maxLength={120} display />
      <TextField name="logline" rows={4} words={60} maxLength={600} hint="One sentence: protagonist, conflict, stakes." />
      <div className="editor__pair">
        <ChoiceField name="format" choices={formats} />
        <ChoiceField name="stage" choices={stages} placeholder="Choose a stage" />
        <GenreField value={state.fields.genres} onChange={(genres) => draft.edit({ genres })} error={state.refusals.genres} keepOne />
        <ChoiceField name="budgetBand" choices={budgetBands} placeholder="Choose a band" />
      </div>
      <DetailFields />
    </section>
  );
}
