import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { gates, labelOf } from '../../../../worker/features/catalogue/lists.ts';
import { formatBytes } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { documentsQuery } from '../documents/api.ts';
import type { Conversation } from './api.ts';
import type { KeptFile } from './kept-messages.ts';

interface DocumentsDialogProps {
  pitch: NonNullable<Conversation['pitch']>;
  onChoose: (files: readonly KeptFile[]) => void;
  onClose: () => void;
}

/** Documents of one's own project to point to. Whom the gate keeps out sees that there is something, and what opens it. */
export default function DocumentsDialog({ pitch, onChoose, onClose }: DocumentsDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, error, refetch, isFetching } = useQuery(documentsQuery(pitch.id));
  const choose = () => {
    onChoose((data?.items ?? []).filter(({ id }) => chosen.includes(id)).map(({ id, fileName, size }): KeptFile => ({ blob: null, size, name: fileName, kind: 'file', durationMs: null, fileId: id })));
    onClose();
  };
  return (
    <Dialog
      open onOpenChange={onClose} title={`Documents of ${pitch.title}`} description="They keep their gates: whoever may not open one here sees only that it is there."
      foot={<><Button kind="quiet" onClick={onClose}>Cancel</Button><Button kind="primary" aria-disabled={chosen.length === 0 || undefined} onClick={() => chosen.length > 0 && choose()}>Attach</Button></>}
    >
      {error && data === undefined && <ErrorPanel title="The documents didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {data === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={3} /></div>}
      {data?.items.length === 0 && <p className="t-2 mt-3">It has none yet. They are added in its editor.</p>}
      {data && data.items.length > 0 && (
        <fieldset className="stack mt-3">
          <legend className="visually-hidden">Documents</legend>
          {data.items.map(({ id, fileName, size, gate }) => <Checkbox key={id} label={fileName} count={`${formatBytes(size)}, ${labelOf(gates, gate)}`} checked={chosen.includes(id)} onChange={(event) => setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} />)}
        </fieldset>
      )}
    </Dialog>
  );
}
