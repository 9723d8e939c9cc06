import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { MOST_COMPARED, useCompare } from './store.ts';

/** At the foot of the market while something is chosen. */
export function CompareTray() {
  const chosen = useCompare((state) => state.chosen);
  const clear = useCompare((state) => state.clear);
  if (chosen.length === 0) return null;
  return (
    <aside className="tray" aria-label="Chosen to compare">
      <p className="grow" role="status">
        <b className="t-strong num">{countOf(chosen.length, 'pitch', 'pitches')} to compare</b>
        <span className="t-2 only-wide">, {chosen.length < 2 ? 'choose at least one more' : `of at most ${MOST_COMPARED}`}</span>
      </p>
      <Button kind="quiet" size="sm" onClick={clear}>Clear</Button>
      {chosen.length > 1 && <ButtonLink kind="primary" size="sm" to={paths.compare.href(chosen.map(({ id }) => id))}>Compare them</ButtonLink>}
    </aside>
  );
}
