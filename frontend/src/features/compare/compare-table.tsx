import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { cx } from '../../lib/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Poster } from '../../ui/poster.tsx';
import { compareRows } from './rows.ts';

interface CompareTableProps {
  pitches: readonly Pitch[];
  /** Leaves out the rows in which all are alike. */
  onlyDifferences: boolean;
  onRemove: (id: string) => void;
}

export function CompareTable({ pitches, onlyDifferences, onRemove }: CompareTableProps) {
  const rows = compareRows(pitches).filter(({ differs }) => differs || !onlyDifferences);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Pitches side by side">
      <table className="table compare" style={{ '--compared': pitches.length } as CSSProperties}>
        <caption className="visually-hidden">Public facts of {pitches.length} pitches side by side</caption>
        <thead>
          <tr>
            <td />
            {pitches.map(({ id, slug, title, poster }) => (
              <th key={id} scope="col">
                <Poster title={title} image={poster} size="md" decorative />
                <Link className="t-film-md" to={paths.pitch.href(slug)}>{title}</Link>
                <IconButton icon="close" label={`Take ${title} out`} onClick={() => onRemove(id)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ term, values, figures, differs }) => (
            <tr key={term} className={cx(differs && 'compare__differs')}>
              <th scope="row"><span>{term}</span>{differs && <span className="visually-hidden">, differs</span>}</th>
              {values.map((value, index) => <td key={pitches[index]?.id} className={cx(figures && 'num', value === null && 't-3')}>{value ?? 'Not said'}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
