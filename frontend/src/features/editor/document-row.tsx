import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fileKinds, gates, labelOf, type Gate } from '../../../../worker/features/catalogue/lists.ts';
import type { PitchDocument } from '../../../../worker/features/pitch-documents/schema.ts';
import { formatBytes, formatDay } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { deleteDocument, documentsQuery, setDocumentGate } from '../documents/api.ts';
import { ReelPicture } from './reel-picture.tsx';

/** One document of one's own pitch: open it, move its gate, take it away. */
export function DocumentRow({ pitchId, document }: { pitchId: string; document: PitchDocument }) {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: documentsQuery(pitchId).queryKey });
  const move = useMutation({ mutationFn: (gate: Gate) => setDocumentGate(pitchId, document.id, gate), onSuccess: refresh });
  const remove = useMutation({ mutationFn: () => deleteDocument(pitchId, document.id), onSuccess: refresh });
  const { fileName, kind, size, createdAt } = document;
  return (
    <li className="upload">
      <Icon name={kind === 'trailer' ? 'play' : 'pages'} />
      <div className="upload__what">
        <a className="link t-medium" href={`/api/files/${document.id}`} target="_blank" rel="noreferrer">{fileName}<span className="visually-hidden">, opens in a tab of its own</span></a>
        <p className="t-xs t-2 num">{labelOf(fileKinds, kind)}, {formatBytes(size)}, {formatDay(createdAt)}</p>
        {kind === 'trailer' && <ReelPicture reelId={document.id} fileName={fileName} />}
        {(move.error ?? remove.error) !== null && <ErrorPanel title="That didn’t go through" error={move.error ?? remove.error} />}
      </div>
      <div className="row">
        <Select aria-label={`Gate for ${fileName}`} options={gates} value={move.isPending ? move.variables : document.gate} disabled={move.isPending} onChange={(event) => move.mutate(event.target.value as Gate)} />
        <Button size="sm" kind="quiet" onClick={() => setAsking(true)}>Delete<span className="visually-hidden"> {fileName}</span></Button>
      </div>
      <Dialog
        open={isAsking} onOpenChange={setAsking} title={`Delete ${fileName}?`} description="Readers lose it at once, also those who have it open. It cannot be brought back."
        foot={<><Button kind="quiet" onClick={() => setAsking(false)}>Keep it</Button><Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate(undefined, { onSettled: () => setAsking(false) })}>Delete</Button></>}
      />
    </li>
  );
}
