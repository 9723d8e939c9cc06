import { labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { billings } from '../../../../worker/features/pitches/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';

export function PitchCharacters({ characters }: { characters: Pitch['characters'] }) {
  return (
    <ul className="list">
      {characters.map(({ name, line, ageRange, billing }, index) => (
        <li key={`${name}/${index}`} className="py-3">
          <p><span className="t-film-md">{name}</span> <span className="t-xs t-2">{[labelOf(billings, billing), ageRange].filter(Boolean).join(', ')}</span></p>
          {line !== '' && <p className="t-2 mt-1">{line}</p>}
        </li>
      ))}
    </ul>
  );
}
