import type { CompContext } from '../../../../worker/features/comps/schema.ts';
import { formatCount } from '../../lib/format.ts';
import { ENOUGH, times } from './base-rate-words.ts';
import './multiples.css';

/** Ends of the scale; what lies beyond stands at its edge, with its number beside it. */
const LOWEST = 0.1;
const MARKS = [0.1, 1, 10, 100] as const;

/** Where a multiple stands between the ends, in per cent. Each step is ten times the one before, so that 0.5 and 2 lie equally far from 1. */
export function placeOf(multiple: number, highest: number): number {
  const share = Math.log10(Math.max(multiple, LOWEST) / LOWEST) / Math.log10(highest / LOWEST);
  return Math.round(Math.min(1, share) * 1000) / 10;
}

interface Row {
  label: string;
  film: boolean;
  value: number;
  /** The middle half, where the row is about many films. */
  half?: { lower: number; upper: number };
}

function rowsOf({ films, count, medianMultiple, quartiles, titles }: CompContext): Row[] {
  if (count < ENOUGH || medianMultiple === null || quartiles === null) return [];
  const comps = titles.flatMap(({ title, budget, gross }): Row[] => (budget === null || gross === null ? [] : [{ label: title, film: true, value: gross / budget }]));
  return [{ label: `${formatCount(count)} ${films}`, film: false, value: medianMultiple, half: quartiles }, ...comps];
}

/** What the films of the band took by what they cost, and the chosen comps on the same scale. Nothing where there are too few films. */
export function Multiples({ context }: { context: CompContext }) {
  const rows = rowsOf(context);
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ value, half }) => Math.max(value, half?.upper ?? 0)));
  const highest = most > 10 ? 100 : 10;
  const at = (multiple: number) => `${placeOf(multiple, highest)}%`;
  return (
    <figure className="multiples">
      <figcaption className="t-xs t-2">Box office by cost: the middle half of these films, their median, and the comps on record</figcaption>
      <ul>
        {rows.map(({ label, film, value, half }) => (
          <li key={label} title={half ? `Half of them took ${times(half.lower)} to ${times(half.upper)} times their cost; the median ${times(value)}` : `${label} took ${times(value)} times its cost`}>
            <span className={film ? 't-film-md' : undefined}>{label}</span>
            <span className="multiples__track" aria-hidden="true">
              <i className="multiples__even" style={{ left: at(1) }} />
              {half && <i className="multiples__half" style={{ left: at(half.lower), width: `calc(${at(half.upper)} - ${at(half.lower)})` }} />}
              <i className={half ? 'multiples__median' : 'multiples__one'} style={{ left: at(value) }} />
            </span>
            <span className="num multiples__n">{times(value)}×</span>
          </li>
        ))}
      </ul>
      <p className="multiples__scale num" aria-hidden="true">
        {MARKS.filter((mark) => mark <= highest).map((mark) => <span key={mark} style={{ left: at(mark) }}>{mark === 1 ? 'its cost' : `${mark}×`}</span>)}
      </p>
    </figure>
  );
}
