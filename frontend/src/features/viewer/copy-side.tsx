import { useQuery } from '@tanstack/react-query';
import { formatAgo } from '../../lib/format.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { ownRecordQuery } from '../reading/api.ts';
import { ReadingLog } from '../reading/reading-log.tsx';
import type { Document } from './api.ts';

/** What this copy is and what is recorded of it: named deterrents, and the log that the owner sees as well. */
export function CopySide({ pitchId, owner, document }: { pitchId: string; owner: string; document: Document }) {
  const isOwn = document.copyId === null;
  const { data, error, refetch, isFetching } = useQuery({ ...ownRecordQuery(pitchId), enabled: !isOwn, refetchInterval: 30_000 });
  const copies = data?.filter(({ fileId }) => fileId === document.fileId) ?? [];
  const latest = copies.flatMap(({ pages }) => pages.map(({ lastAt }) => lastAt)).toSorted().at(-1);
  if (isOwn) return <aside className="side" aria-label="About this copy"><h2 className="t-h3">Your own document</h2><p className="t-2 mt-1">It carries no mark, and your own reading is not recorded. Readers get copies in their names.</p></aside>;
  return (
    <aside className="side" aria-label="About this copy">
      <h2 className="t-h3">Your copy <span className="mono">{document.code}</span></h2>
      <p className="t-2 mt-1">Every page carries your name. The words stay readable to a screen reader. Screenshots cannot be prevented, but each copy can be traced.</p>
      {document.canDownload && <p className="mt-3"><a className={buttonClass({ size: 'sm' })} href={`/api/files/${document.fileId}/copy.pdf`} download><Icon name="download" />Stamped copy (PDF)</a></p>}
      <h2 className="t-h3 mt-6">Shared reading log</h2>
      <p className="t-xs t-2 mb-3">{owner} sees the same.{latest && ` Last entry ${formatAgo(latest)}.`}</p>
      {error && <ErrorPanel title="The log didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {copies.length === 0 && !error && <p className="t-xs t-2">Nothing yet: it begins with this page.</p>}
      <ReadingLog copies={copies} />
    </aside>
  );
}
