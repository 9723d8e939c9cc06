import type { Pitch } from '../../../../worker/features/pitches/schema.ts';

export function PitchComps({ comps }: { comps: Pitch['comps'] }) {
  return (
    <ul className="comps">
      {comps.map(({ title, year, note }) => (
        <li key={`${title}/${year}`}>
          <p className="t-film-md">{title}</p>
          <p className="t-xs t-2 num">{year}</p>
          {note !== '' && <p className="t-sm t-2 mt-1.5">{note}</p>}
        </li>
      ))}
    </ul>
  );
}
