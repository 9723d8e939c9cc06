import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { fileKinds, gates, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatBytes } from '../../lib/format.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Gate } from '../../ui/gate.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { documentsQuery } from './api.ts';
import './documents.css';

/** What there is to read beside the page, and what waits behind which gate. Not there for a pitch without documents. */
export default function DocumentList({ pitch }: { pitch: Pitch }) {
  const { data, error, refetch, isFetching } = useQuery(documentsQuery(pitch.id));
  if (data && data.items.length === 0 && data.locked.length === 0) return null;
  return (
    <section className="mt-6" aria-labelledby="documents-heading">
      <h3 className="t-h3 mb-3" id="documents-heading">Documents</h3>
      {error && data === undefined && <ErrorPanel title="The documents didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
      <ul className="list">
        {data?.items.map(({ id, kind, gate, fileName, size, paged }) => (
          <li key={id} className="doc">
            <Icon name="pages" />
            <div className="grow">
              <p className="t-medium">
                {paged ? <Link className="link" to={paths.document.href(pitch.slug, id)}>{fileName}</Link> : <a className="link" href={`/api/files/${id}`}>{fileName}</a>}
              </p>
              <p className="t-xs t-2 num">{labelOf(fileKinds, kind)}, {formatBytes(size)}</p>
            </div>
            {gate !== 'public' && <Gate open>{labelOf(gates, gate)}</Gate>}
          </li>
        ))}
        {data?.locked.map(({ kind, gate }, index) => (
          <li key={index} className="doc">
            <Icon name="lock" />
            <p className="grow t-2">{labelOf(fileKinds, kind)}</p>
            <Gate open={false}>{labelOf(gates, gate)}</Gate>
          </li>
        ))}
      </ul>
    </section>
  );
}
