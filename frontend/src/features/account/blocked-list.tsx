import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { formatAgo } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { refreshLists, setBlock } from '../people/api.ts';
import { blockedQuery } from './api.ts';

export function BlockedList() {
  const client = useQueryClient();
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(blockedQuery);
  const unblock = useMutation({
    mutationFn: (id: string) => setBlock(id, false),
    onSuccess: async () => {
      await refreshLists(client);
      await client.refetchQueries({ queryKey: blockedQuery.queryKey });
    },
  });
  const people = data?.pages.flatMap(({ items }) => items);
  if (people === undefined) {
    if (error) return <ErrorPanel title="Whom you have blocked didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />;
    return <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>;
  }
  if (people.length === 0) return <p className="t-2">Nobody. You can block somebody on their profile; they are not told.</p>;
  return (
    <>
      <ul className="list">
        {people.map(({ id, name, companyName, since }) => (
          <li key={id} className="acct__row">
            <Avatar name={name} />
            <div className="grow">
              <p className="t-medium">{name}</p>
              <p className="t-xs t-2">{companyName !== null && `${companyName}, `}blocked {formatAgo(since)}</p>
            </div>
            <Button size="sm" busy={unblock.isPending && unblock.variables === id} onClick={() => unblock.mutate(id)}>Unblock{' '}<span className="visually-hidden">{name}</span></Button>
          </li>
        ))}
      </ul>
      {unblock.isError && <p className="t-xs t-negative mt-3" role="alert">That didn’t work. Try again.</p>}
      {hasNextPage && <Button className="mt-4" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button>}
    </>
  );
}
