import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { WatchItem } from '../../../../worker/features/watchlist/schema.ts';
import { paths } from '../../app/paths.ts';
import { stopWatching, watchAgain, watchlistQuery, changeItem } from '../../features/watchlist/api.ts';
import { FolderTabs, readFolder } from '../../features/watchlist/folder-tabs.tsx';
import { WatchRow } from '../../features/watchlist/watch-row.tsx';
import { usePage } from '../../lib/use-page.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Toast } from '../../ui/toast.tsx';
import './members.css';

/** What a person keeps an eye on, with notes that only they read. */
export default function WatchlistPage() {
  usePage({ title: 'Watchlist' });
  const client = useQueryClient();
  const folder = readFolder(useSearchParams()[0]);
  const [removed, setRemoved] = useState<WatchItem | null>(null);
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(watchlistQuery(folder));
  const reload = () => Promise.all([client.invalidateQueries({ queryKey: ['watchlist'] }), client.invalidateQueries({ queryKey: ['marks'] })]);
  const remove = useMutation({ mutationFn: (item: WatchItem) => stopWatching(item.pitchId), onSuccess: async (_, item) => { setRemoved(item.pitch ? item : null); await reload(); } });
  const undo = useMutation({
    mutationFn: async ({ pitchId, note, folder: place }: WatchItem) => {
      await watchAgain(pitchId);
      await changeItem(pitchId, { note, folder: place });
    },
    onSuccess: async () => { setRemoved(null); await reload(); },
  });
  const items = data?.pages.flatMap((page) => page.items);
  const folders = data?.pages[0]?.folders ?? [];
  return (
    <div className="page">
      <div className="page__head">
        <h1 className="t-h1">Watchlist</h1>
        <div className="row push"><ButtonLink kind="quiet" to={paths.savedSearches.href()}>Saved searches</ButtonLink></div>
      </div>
      {folders.length > 1 && <FolderTabs folders={folders} current={folder} />}
      {error && items === undefined && <ErrorPanel title="Your watchlist didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {items === undefined && !error && <div aria-busy="true" className="mt-4"><Skeleton shape="posters" count={5} /></div>}
      {items?.length === 0 && folder === undefined && <Empty title="You watch nothing yet" action={<ButtonLink kind="primary" to={paths.browse.href()}>Browse the market</ButtonLink>}>Press Watch on a pitch, and it is kept here with a note that only you can read.</Empty>}
      {items?.length === 0 && folder !== undefined && <Empty title="This folder is empty" action={<ButtonLink to={paths.watchlist.href()}>Show all</ButtonLink>}>A folder goes when the last pitch is taken out of it.</Empty>}
      {items !== undefined && items.length > 0 && (
        <ul className="list mt-4">
          {items.map((item) => <WatchRow key={item.pitchId} item={item} folders={folders.map(({ name }) => name)} onSaved={reload} onRemove={() => remove.mutate(item)} />)}
        </ul>
      )}
      {hasNextPage && <Button className="mt-6" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button>}
      {(removed || remove.isError || undo.isError) && (
        <div className="toaster">
          {removed && <Toast action={{ label: 'Undo', onAct: () => undo.mutate(removed) }}>“{removed.title}” is off your watchlist.</Toast>}
          {remove.isError && !removed && <Toast>No answer came: nothing was removed.</Toast>}
        </div>
      )}
    </div>
  );
}
