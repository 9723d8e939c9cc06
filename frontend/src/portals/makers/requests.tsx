import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useMaker } from '../../features/editor/maker.ts';
import { listQuery } from '../../features/ndas/api.ts';
import { BulkBar } from '../../features/ndas/bulk-bar.tsx';
import { GroupTabs } from '../../features/ndas/group-tabs.tsx';
import { countIn, groupOf, requestGroups } from '../../features/ndas/groups.ts';
import { RequestRow } from '../../features/ndas/request-row.tsx';
import { duration } from '../../features/ndas/words.ts';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/ndas/nda-list.css';

/** Who asks for access to one's pitches, and the answers. */
export default function RequestsPage() {
  usePage({ title: 'Requests' });
  const maker = useMaker();
  const group = groupOf(requestGroups, useSearchParams()[0].get('show'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(listQuery('owner', group.statuses));
  const items = data?.pages.flatMap((page) => page.items);
  const [first] = data?.pages ?? [];
  const isWaiting = group.name === 'waiting';
  const here = new Set(items?.map(({ id }) => id));
  const selected = new Set([...chosen].filter((id) => here.has(id)));
  const isEmpty = items?.length === 0;
  const hasAny = requestGroups.some((one) => countIn(one, first?.counts) > 0);
  return (
    <div className="page">
      <div className="page__head">
        <div>
          <h1 className="t-h1">Requests</h1>
          {first?.responseTime && <p className="t-2 num">You answer within {duration(first.responseTime.medianSeconds)} as a rule; those who ask see that.</p>}
        </div>
        <div className="row row--wrap push">
          <ButtonLink kind="quiet" to={paths.ndaTemplates.href(maker)}>Templates and rules</ButtonLink>
        </div>
      </div>
      <GroupTabs label="Which requests" groups={requestGroups} current={group} counts={first?.counts} />
      {error && items === undefined && <div className="mt-6"><ErrorPanel title="The requests didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>}
      {items === undefined && !error && <div className="mt-6" aria-busy="true"><Skeleton shape="table" count={4} /></div>}
      {isEmpty && (
        <div className="mt-6">
          {hasAny
            ? <Empty title="Nothing here now">{isWaiting ? 'Every request has been answered.' : 'Other states are one tab away.'}</Empty>
            : <Empty title="No requests yet" action={<ButtonLink to={paths.ownPitches.href(maker)}>Your pitches</ButtonLink>}>When somebody asks for what is behind an NDA, they stand here until you answer.</Empty>}
        </div>
      )}
      {items && !isEmpty && (
        <>
          {isWaiting && <div className="mt-4"><BulkBar ids={items.map(({ id }) => id)} chosen={selected} onChoose={setChosen} /></div>}
          <ul className="list list--bare" aria-busy={isFetching || undefined}>
            {items.map((nda) => (
              <RequestRow
                key={nda.id} nda={nda} selected={selected.has(nda.id)}
                onSelect={isWaiting ? (on) => setChosen(new Set(on ? [...selected, nda.id] : [...selected].filter((id) => id !== nda.id))) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      {hasNextPage && <p className="mt-6"><Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>More requests</Button></p>}
    </div>
  );
}
