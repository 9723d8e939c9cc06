import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { CompareTable } from '../../../features/compare/compare-table.tsx';
import { readIds } from '../../../features/compare/rows.ts';
import { MOST_COMPARED } from '../../../features/compare/store.ts';
import { pitchQuery } from '../../../features/pitches/api.ts';
import { countOf } from '../../../lib/format.ts';
import { ApiError } from '../../../lib/http.ts';
import { usePage } from '../../../lib/use-page.ts';
import { ButtonLink } from '../../../ui/button-link.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { CopyLink } from '../../../ui/copy-link.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { ErrorPanel } from '../../../ui/error-panel.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import '../../../features/compare/compare.css';

/** Up to five pitches side by side, by their public facts. The address holds which: it can be sent to somebody. */
export default function Compare() {
  usePage({ title: 'Compare' });
  const [params, setParams] = useSearchParams();
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  const ids = readIds(params, MOST_COMPARED);
  const answers = useQueries({ queries: ids.map((id) => pitchQuery(id)) });
  const pitches = answers.flatMap(({ data }) => data ?? []);
  const gone = answers.filter(({ error }) => error instanceof ApiError && error.status === 404).length;
  const failed = answers.find(({ error }) => error !== null && !(error instanceof ApiError && error.status === 404));
  const isLoading = answers.some(({ isPending }) => isPending);
  const remove = (id: string) => setParams({ ids: ids.filter((one) => one !== id).join(',') }, { replace: true });
  return (
    <div className="wrap py-10">
      <div className="row row--wrap between mb-6">
        <h1 className="t-h1">Compare</h1>
        {pitches.length > 1 && (
          <div className="row row--wrap">
            <Checkbox label="Only what differs" checked={onlyDifferences} onChange={(event) => setOnlyDifferences(event.target.checked)} />
            <CopyLink what="this comparison" />
          </div>
        )}
      </div>
      {gone > 0 && <div className="mb-4"><Notice>{countOf(gone, 'pitch', 'pitches')} of this address {gone === 1 ? 'is' : 'are'} not in the market.</Notice></div>}
      {failed && <ErrorPanel title="Not every pitch loaded" error={failed.error} onRetry={() => answers.forEach((answer) => void (answer.isError && answer.refetch()))} retrying={failed.isFetching} />}
      {isLoading && <div aria-busy="true"><Skeleton shape="table" count={8} /></div>}
      {!isLoading && !failed && pitches.length === 0 && <Empty title="Nothing to compare" action={<ButtonLink kind="primary" to={paths.browse.href()}>Browse the market</ButtonLink>}>Choose two to five pitches in the market with Compare.</Empty>}
      {!isLoading && pitches.length > 0 && <CompareTable pitches={pitches} onlyDifferences={onlyDifferences && pitches.length > 1} onRemove={remove} />}
      {!isLoading && pitches.length === 1 && <p className="t-2 mt-6">Choose at least one more <ButtonLink size="sm" to={paths.browse.href()}>in the market</ButtonLink></p>}
    </div>
  );
}
