import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { fileKinds, gates, labelOf, type FileKind, type Gate as GateName } from '../../../../worker/features/catalogue/lists.ts';
import type { File as StoredFile } from '../../../../worker/features/files/schema.ts';
import { formatLimit } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { documentsQuery } from '../documents/api.ts';
import { UploadRow } from '../uploads/upload-row.tsx';
import { useUploads } from '../uploads/upload-store.ts';
import { DocumentRow } from './document-row.tsx';
import { useEditor } from './editor-context.ts';
import { useReelPicture } from './use-reel-picture.ts';

const kinds = fileKinds.filter(({ value }) => value !== 'poster' && value !== 'gallery');

/** Script, look book, reel and the rest: each with a gate of its own; uploads go on after a reload. */
export function SectionDocuments() {
  const { state: { saved } } = useEditor();
  const client = useQueryClient();
  const documents = useQuery(documentsQuery(saved.id));
  const uploads = useUploads((state) => state.uploads).filter((upload) => upload.pitchId === saved.id);
  const { start, restore } = useUploads.getState();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<FileKind>('script');
  const rules = kinds.find(({ value }) => value === kind) ?? kinds[0];
  const [gate, setGate] = useState<GateName | null>(null);
  const picture = useReelPicture();
  const onDone = (made: StoredFile | null, film: File) => {
    void client.invalidateQueries({ queryKey: documentsQuery(saved.id).queryKey });
    if (made?.kind === 'trailer') picture.mutate({ reelId: made.id, source: film });
  };
  const begin = useMutation({ mutationFn: (file: File) => start({ pitchId: saved.id, kind, gate: gate ?? rules?.gate ?? 'nda', file }, onDone) });

  // What an earlier visit left unfinished goes on by itself.
  useEffect(() => void restore(saved.id, onDone), [saved.id]); // eslint-disable-line react-hooks/exhaustive-deps -- once a pitch

  return (
    <div className="stack" aria-label="Documents" role="group">
      <h3 className="t-h3">Documents</h3>
      {documents.error && <ErrorPanel title="The documents didn’t load" error={documents.error} onRetry={() => void documents.refetch()} retrying={documents.isFetching} />}
      {documents.isPending && <div aria-busy="true"><Skeleton shape="lines" count={2} /></div>}
      {documents.data?.items.length === 0 && uploads.length === 0 && <p className="t-2">None yet. A script behind an NDA and a look book for members are what readers ask for first.</p>}
      <ul className="list">
        {uploads.map((upload) => <UploadRow key={upload.id} upload={upload} />)}
        {documents.data?.items.filter(({ kind: one }) => one !== 'poster').map((document) => <DocumentRow key={document.id} pitchId={saved.id} document={document} />)}
      </ul>
      <div className="editor__pair">
        <Field label="Kind"><Select options={kinds} value={kind} onChange={(event) => { setKind(event.target.value as FileKind); setGate(null); }} /></Field>
        <Field label="Gate" hint={gate === null || gate === rules?.gate ? 'As suggested for this kind.' : `Suggested: ${labelOf(gates, rules?.gate ?? 'nda')}.`}>
          <Select options={gates} value={gate ?? rules?.gate ?? 'nda'} onChange={(event) => setGate(event.target.value as GateName)} />
        </Field>
      </div>
      <div><Button busy={begin.isPending} onClick={() => input.current?.click()}>Choose a file</Button> <span className="t-xs t-3">Up to {formatLimit(rules?.maxSize ?? 0)}.</span></div>
      <input
        ref={input} type="file" className="visually-hidden" tabIndex={-1} aria-label="Document file" accept={rules?.types.join(',')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) begin.mutate(file);
        }}
      />
      {picture.isPending && <p className="t-xs t-2" role="status">A picture is taken out of the reel.</p>}
      {picture.error && <ErrorPanel title="The reel’s picture didn’t arrive" error={picture.error} />}
      {begin.error && <ErrorPanel title="The upload didn’t start" error={begin.error} />}
    </div>
  );
}
