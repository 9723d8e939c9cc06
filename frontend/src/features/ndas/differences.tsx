import type { Reading } from './api.ts';
import { describeTerm } from './words.ts';

/** Where the terms leave the form they were made with. */
export function Differences({ differences }: { differences: Reading['differences'] }) {
  if (differences.length === 0) return null;
  return (
    <section className="nda__notice" aria-labelledby="differs-title">
      <h2 className="t-h3" id="differs-title">Where it differs from the form</h2>
      <ul className="list mt-3">
        {differences.map(({ term, form, here }) => {
          const [there, now] = [describeTerm(term, form), describeTerm(term, here)];
          return (
            <li key={term} className="nda__differs">
              <span className="t-medium">{now.label}</span>
              <span className="t-2"><span className="visually-hidden">The form says: </span><s>{there.value}</s></span>
              <span><span className="visually-hidden">Here: </span>{now.value}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
