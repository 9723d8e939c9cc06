import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { forgetPitches, restoreVersion, versionsQuery } from './api.ts';
import { useEditor } from './editor-context.ts';
import { VersionEntry } from './version-entry.tsx';

/** The history of the pitch. What is on screen is saved first, so that a restore can be undone by another. */
export default function VersionsDialog({ onClose }: { onClose: () => void }) {
  const { draft, state } = useEditor();
  const { saved } = state;
  const client = useQueryClient();
  const versions = useInfiniteQuery(versionsQuery(saved.id));
  const restore = useMutation({
    mutationFn: async (version: number) => {
      await draft.saveNow();
      return restoreVersion(saved.id, version, draft.store.getState().saved.version);
    },
    onSuccess: async (next) => {
      draft.adopt(next);
      await Promise.all([client.invalidateQueries({ queryKey: versionsQuery(saved.id).queryKey }), forgetPitches(client)]);
    },
  });
  const items = versions.data?.pages.flatMap((page) => page.items);
  return (
    <Dialog open onOpenChange={(open) => { if (!open) onClose(); }} title="Versions" sheet wide description="What the pitch was, and who changed it. Restoring makes a new version; gates, files and status stay as they are now.">
      {restore.error && <ErrorPanel title="The version was not restored" error={restore.error} />}
      {versions.error && <ErrorPanel title="The versions didn’t load" error={versions.error} onRetry={() => void versions.refetch()} retrying={versions.isFetching} />}
      {items === undefined && !versions.error && <div aria-busy="true" className="mt-4"><Skeleton shape="table" count={4} /></div>}
      {items?.length === 0 && <p className="mt-4">Nothing has been changed since the history began. The next change is kept here.</p>}
      <ul className="list">
        {items?.map((version) => (
          <VersionEntry key={version.version} version={version} disabled={state.status === 'conflict' || restore.isPending} restoring={restore.isPending && restore.variables === version.version} onRestore={() => restore.mutate(version.version)} />
        ))}
      </ul>
      {versions.hasNextPage && <Button busy={versions.isFetchingNextPage} onClick={() => void versions.fetchNextPage()}>Show older versions</Button>}
    </Dialog>
  );
}
