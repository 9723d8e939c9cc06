import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { CompareTray } from '../../../features/compare/compare-tray.tsx';
import { useMarketTrail } from '../../../features/counting/use-market-trail.ts';
import { facetsQuery, pitchesQuery } from '../../../features/market/api.ts';
import { FacetPanel } from '../../../features/market/facet-panel.tsx';
import { withoutFacets, withWords } from '../../../features/market/filters.ts';
import { ResultBar } from '../../../features/market/result-bar.tsx';
import { Results } from '../../../features/market/results.tsx';
import { SearchBox } from '../../../features/market/search-box.tsx';
import { totalOf } from '../../../features/market/total.ts';
import { useFilters } from '../../../features/market/use-filters.ts';
import { SaveSearch } from '../../../features/saved-searches/save-search.tsx';
import { usePage } from '../../../lib/use-page.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PanelBoundary } from '../../../ui/panel-boundary.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import '../../../features/compare/compare.css';
import './browse.css';

const FilterDialog = lazy(() => import('../../../features/market/filter-dialog.tsx'));

export default function Browse() {
  usePage({ title: 'Browse', description: 'Film and television projects looking for money and makers: filter by format, genre, budget band and stage.' });
  const { filters, change } = useFilters();
  const [isFiltering, setFiltering] = useState(false);
  const pitches = useInfiniteQuery({ ...pitchesQuery(filters), placeholderData: keepPreviousData });
  const facets = useQuery({ ...facetsQuery(filters), placeholderData: keepPreviousData });
  const everything = useQuery(facetsQuery({})).data;

  const total = facets.isPlaceholderData ? undefined : facets.data;
  useMarketTrail(filters.q, total?.total);
  const found = facets.data && totalOf(facets.data, 'pitch', 'pitches');
  const panel = facets.data && <FacetPanel filters={filters} counts={facets.data.facets} newest={facets.data.newest} onChange={change} />;

  return (
    <div className="wrap market">
      <div className="row row--base between">
        <h1 className="t-h1">Browse</h1>
        {everything !== undefined && <p className="t-2 num only-wide">{totalOf(everything, 'published pitch', 'published pitches')}</p>}
      </div>
      <SearchBox value={filters.q ?? ''} onChange={(q, how) => change(withWords(filters, q), how)}>
        <SaveSearch filters={filters} />
      </SearchBox>
      <div className="market__cols">
        <aside className="facets" aria-label="Filters">
          {panel}
          {facets.isPending && <Skeleton shape="lines" count={9} />}
          {facets.error && !facets.data && <Notice tone="negative" actions={<Button size="sm" onClick={() => void facets.refetch()}>Try again</Button>}>The filters didn’t load.</Notice>}
        </aside>
        <section className="market__results" aria-label="Results">
          <ResultBar found={found} filters={filters} onChange={change} onOpenFilters={() => setFiltering(true)} />
          <PanelBoundary title="The pitches didn’t load">
            <Results query={pitches} total={total} filters={filters} onChange={change} />
          </PanelBoundary>
        </section>
      </div>
      <CompareTray />
      {isFiltering && (
        <Suspense>
          <FilterDialog found={found ?? 'pitches'} onClose={() => setFiltering(false)} onClear={() => change(withoutFacets(filters))}>
            {panel}
          </FilterDialog>
        </Suspense>
      )}
    </div>
  );
}
