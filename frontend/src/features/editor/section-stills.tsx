import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { fileKinds, gates, type Gate } from '../../../../worker/features/catalogue/lists.ts';
import { formatLimit } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';
import { deleteDocument, setDocumentGate } from '../documents/api.ts';
import { uploadFile } from '../uploads/upload.ts';
import { loadPitch } from './api.ts';
import { useEditor } from './editor-context.ts';

const rules = fileKinds.find(({ value }) => value === 'gallery');

/** Stills of the pitch: several at once, each with a gate of its own. */
export function SectionStills() {
  const { draft, state: { saved } } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<{ name: string; number: number; count: number; sent: number; size: number } | null>(null);
  const refresh = async () => draft.adopt(await loadPitch(saved.id));
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const [index, file] of files.entries()) {
        const show = (sent: number) => setSending({ name: file.name, number: index + 1, count: files.length, sent, size: file.size });
        show(0);
        await uploadFile({ pitchId: saved.id, kind: 'gallery', file, signal: new AbortController().signal, onProgress: show });
      }
    },
    // Those before one that was refused are there.
    onSettled: async () => { setSending(null); await refresh(); },
  });
  const move = useMutation({ mutationFn: ({ id, gate }: { id: string; gate: Gate }) => setDocumentGate(saved.id, id, gate), onSuccess: refresh });
  const remove = useMutation({ mutationFn: (id: string) => deleteDocument(saved.id, id), onSuccess: refresh });
  const stills = saved.media.filter(({ kind }) => kind === 'gallery');
  const failed = move.error ?? remove.error;
  return (
    <div className="stack" role="group" aria-label="Stills">
      <h3 className="t-h3">Stills</h3>
      {stills.length === 0 && <p className="t-2">None yet. A place, a face, a light: three say more about tone than a page.</p>}
      {stills.length > 0 && (
        <ul className="editor__stills">
          {stills.map(({ id, url, gate }, index) => (
            <li key={id} className="stack">
              <img src={`${url}?w=320`} alt={`Still ${index + 1} of ${stills.length}`} width={320} height={180} loading="lazy" />
              <div className="row">
                <Select aria-label={`Gate for still ${index + 1}`} options={gates} value={move.isPending && move.variables.id === id ? move.variables.gate : gate} disabled={move.isPending} onChange={(event) => move.mutate({ id, gate: event.target.value as Gate })} />
                <Button size="sm" kind="quiet" busy={remove.isPending && remove.variables === id} onClick={() => remove.mutate(id)}>Delete<span className="visually-hidden"> still {index + 1}</span></Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {sending
        ? <Progress label={`Upload of ${sending.name}, ${sending.number} of ${sending.count}`} value={sending.sent} max={sending.size} text={`${sending.name}, ${sending.number} of ${sending.count}`} />
        : <div><Button onClick={() => input.current?.click()}>Add stills</Button> <span className="t-xs t-3">JPEG, PNG or WebP, up to {formatLimit(rules?.maxSize ?? 0)} each.</span></div>}
      <input
        ref={input} type="file" multiple className="visually-hidden" tabIndex={-1} aria-label="Still files" accept={rules?.types.join(',')}
        onChange={(event) => {
          const files = [...event.target.files ?? []];
          event.target.value = '';
          if (files.length > 0) add.mutate(files);
        }}
      />
      {add.error && <ErrorPanel title="A still didn’t arrive" error={add.error} />}
      {failed && <ErrorPanel title="That didn’t go through" error={failed} />}
    </div>
  );
}
