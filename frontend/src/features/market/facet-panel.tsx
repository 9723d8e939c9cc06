import type { FacetName, Facets } from '../../../../worker/features/market/schema.ts';
import { formatCount } from '../../lib/format.ts';
import { FacetGroup, type FacetValue } from './facet-group.tsx';
import { facetLabel, facetLists, isOn, toggle, type Filters } from './filters.ts';

interface FacetPanelProps {
  filters: Filters;
  counts: Facets['facets'];
  /** Where not all that fit are counted: how many of the newest are. */
  newest: number | undefined;
  onChange: (next: Filters) => void;
}

interface Group {
  name: FacetName;
  title: string;
  shown: number;
  open: boolean;
  /** The largest first; otherwise the list's own order, where it means something. */
  byCount: boolean;
}

const groups: readonly Group[] = [
  { name: 'format', title: 'Format', shown: 4, open: true, byCount: true },
  { name: 'genre', title: 'Genre', shown: 4, open: true, byCount: true },
  { name: 'budgetBand', title: 'Budget band', shown: 6, open: true, byCount: false },
  { name: 'stage', title: 'Stage', shown: 10, open: false, byCount: false },
  { name: 'seeking', title: 'Seeking', shown: 6, open: false, byCount: false },
];

/** Values that would find something, or may, or are on. */
function valuesOf({ name, byCount }: Group, { filters, counts, newest }: FacetPanelProps): FacetValue[] {
  const found: Record<string, number> = counts[name];
  const values = facetLists[name]
    .map(({ value }) => ({ value, label: facetLabel(name, value), count: found[value] ?? 0, checked: isOn(filters, name, value) }))
    .filter(({ count, checked }) => count > 0 || checked || newest !== undefined);
  const sorted = byCount ? values.toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label)) : values;
  return newest === undefined ? sorted : sorted.map((value) => (value.count === 0 ? { ...value, count: null } : value));
}

export function FacetPanel(props: FacetPanelProps) {
  const { filters, newest, onChange } = props;
  const panel = groups.map((group) => {
    const values = valuesOf(group, props);
    if (values.length === 0) return null;
    const { name, title, shown, open } = group;
    return <FacetGroup key={name} name={title} values={values} shown={shown} open={open || values.some(({ checked }) => checked)} onToggle={(value) => onChange(toggle(filters, name, value))} />;
  });
  return (
    <>
      {newest !== undefined && <p className="t-xs t-2 mb-4">Counted among the newest {formatCount(newest)} that fit; a filter finds the older ones too.</p>}
      {panel}
    </>
  );
}
