import type { Format } from '../../../../worker/features/catalogue/lists.ts';
import { templates } from '../../../../worker/features/pitches/lists.ts';
import { lowerFirst } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { formatLabel } from '../catalogue/labels.ts';
import { useEditor } from './editor-context.ts';
import { TextField } from './text-field.tsx';
import { ThemesField } from './themes-field.tsx';

/** "a short", "an unscripted format", "a TV movie". */
function withArticle(format: Format): string {
  const name = format === 'unscripted' ? 'unscripted format' : lowerFirst(formatLabel(format));
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

export function SectionStory() {
  const { draft, state: { fields } } = useEditor();
  const { synopsis, outline } = templates[fields.format];
  return (
    <section id="story" className="section editor__section" aria-labelledby="story-title">
      <h2 className="t-title" id="story-title">Story</h2>
      <TextField name="synopsis" rows={9} words={450} maxLength={6000} hint={fields.synopsis.length < 100 ? `${synopsis} At least 100 characters to publish.` : synopsis} />
      {fields.synopsis.trim() === '' && (
        <div><Button size="sm" onClick={() => draft.edit({ synopsis: outline.join('\n\n') })}>Start along the outline of {withArticle(fields.format)}</Button></div>
      )}
      <TextField name="tone" rows={3} maxLength={1000} optional hint="How it feels to watch." />
      <ThemesField />
      <TextField name="audience" rows={3} maxLength={4000} optional />
      <TextField name="whyNow" rows={3} maxLength={4000} optional />
      <TextField name="productionPlan" rows={4} maxLength={4000} optional hint="Where, when, how many days, with whom." />
    </section>
  );
}
