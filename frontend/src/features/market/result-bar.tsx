import { sorts } from '../../../../worker/features/catalogue/lists.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { activeValues, facetLabel, toggle, withoutFacets, type Filters } from './filters.ts';
import { inList } from '../catalogue/labels.ts';

interface ResultBarProps {
  /** "277 pitches"; undefined while it is counted. */
  found: string | undefined;
  filters: Filters;
  onChange: (next: Filters) => void;
  onOpenFilters: () => void;
}

export function ResultBar({ found, filters, onChange, onOpenFilters }: ResultBarProps) {
  const active = activeValues(filters);
  const options = sorts.filter(({ value }) => value !== 'relevance' || filters.q !== undefined);
  return (
    <div className="bar">
      <Button size="sm" className="bar__filters" aria-haspopup="dialog" onClick={onOpenFilters}>
        <Icon name="filter" />
        Filters{active.length > 0 && `, ${active.length}`}
      </Button>
      <span className="t-strong num" role="status">{found}</span>
      <span className="bar__chips">
        {active.map(({ name, value }) => <Chip key={`${name}:${value}`} label={facetLabel(name, value)} onRemove={() => onChange(toggle(filters, name, value))} />)}
        {active.length > 0 && <Button kind="quiet" size="sm" onClick={() => onChange(withoutFacets(filters))}>Clear</Button>}
      </span>
      <span className="push row gap-1">
        <span className="t-3 only-wide" aria-hidden="true">Sort</span>
        <Select
          plain aria-label="Sort" options={options} value={filters.sort ?? 'trending'}
          onChange={(event) => {
            const sort = inList(sorts, event.target.value);
            if (sort) onChange({ ...filters, sort });
          }}
        />
        <CopyLink what="this search" mark kind="quiet" size="sm" className="only-wide" />
      </span>
    </div>
  );
}
