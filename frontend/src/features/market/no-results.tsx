import { countOf } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { activeValues, withoutFacets, withWords, type Filters } from './filters.ts';

export function NoResults({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const count = activeValues(filters).length;
  const { q } = filters;
  if (q === undefined && count === 0) return <Empty title="The market is empty">The first pitch that is published appears here.</Empty>;
  const what = [q !== undefined && `“${q}”`, count > 0 && (count === 1 ? 'this filter' : `all ${countOf(count, 'filter')}`)].filter(Boolean).join(' with ');
  return (
    <Empty
      title={`No pitch matches ${what}`}
      action={
        <>
          {count > 0 && <Button kind="primary" onClick={() => onChange(withoutFacets(filters))}>Clear the filters</Button>}
          {q !== undefined && <Button kind={count > 0 ? 'secondary' : 'primary'} onClick={() => onChange(withWords(filters, ''))}>Search for something else</Button>}
        </>
      }
    >
      {count > 1 ? 'Each filter narrows what the others found. Take off the one you need least.' : 'Try a shorter word, a person’s name or a genre.'}
    </Empty>
  );
}
