import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/paths.ts';
import { savedSearchesQuery } from '../../features/saved-searches/api.ts';
import { SavedSearchRow } from '../../features/saved-searches/saved-search-row.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './members.css';

export default function SavedSearchesPage() {
  usePage({ title: 'Saved searches' });
  const { data, error, refetch, isFetching } = useQuery(savedSearchesQuery);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Saved searches</h1>
          <p className="t-2">A mail tells you of each new pitch that fits, once, as often as you like.</p>
        </div>
      </div>
      {error && data === undefined && <ErrorPanel title="Your saved searches didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {data?.length === 0 && <Empty title="No saved searches yet" action={<ButtonLink kind="primary" to={paths.browse.href()}>Search the market</ButtonLink>}>Search or filter the market, then press Save search.</Empty>}
      {data && data.length > 0 && <ul className="list">{data.map((search) => <SavedSearchRow key={search.id} search={search} />)}</ul>}
    </div>
  );
}
