import { useState } from 'react';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { useEditor } from './editor-context.ts';

/** Free words, added with Enter or a comma. */
export function ThemesField() {
  const { draft, state } = useEditor();
  const { themes } = state.fields;
  const [word, setWord] = useState('');

  function add(): void {
    const next = word.trim();
    setWord('');
    if (next !== '' && !themes.includes(next)) draft.edit({ themes: [...themes, next] });
  }

  return (
    <Field label="Themes" optional hint="Press Enter after each. Twelve at most." error={state.refusals.themes}>
      <Input
        value={word}
        maxLength={40}
        disabled={themes.length >= 12}
        onChange={(event) => setWord(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ',') return;
          event.preventDefault();
          add();
        }}
      />
      {themes.length > 0 && (
        <div className="row row--wrap" role="group" aria-label="Chosen themes">
          {themes.map((theme) => <Chip key={theme} label={theme} onRemove={() => draft.edit({ themes: themes.filter((other) => other !== theme) })} />)}
        </div>
      )}
    </Field>
  );
}
