import { useQuery } from '@tanstack/react-query';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { contextQuery, measureOf } from '../comps/api.ts';
import { recordOf } from '../comps/base-rate-words.ts';
import { BaseRate } from '../comps/base-rate.tsx';

/** The comps with what is on record of each, and below them what became of all films of the genre and band. */
export function PitchComps({ pitch }: { pitch: Pitch }) {
  const measure = measureOf(pitch);
  const { data } = useQuery(contextQuery(measure));
  const records = new Map(data?.titles.map((title) => [title.id, recordOf(title)]));
  return (
    <>
      <ul className="comps">
        {pitch.comps.map(({ title, year, note, titleId }) => (
          <li key={`${title}/${year}`}>
            <p className="t-film-md">{title}</p>
            <p className="t-xs t-2 num">{[year, records.get(titleId ?? '')].filter(Boolean).join(', ')}</p>
            {note !== '' && <p className="t-sm t-2 mt-1.5">{note}</p>}
          </li>
        ))}
      </ul>
      {measure !== null && <BaseRate measure={measure} />}
    </>
  );
}
