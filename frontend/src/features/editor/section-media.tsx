import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { fileKinds } from '../../../../worker/features/catalogue/lists.ts';
import { formatBytes, formatLimit } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Poster } from '../../ui/poster.tsx';
import { Progress } from '../../ui/progress.tsx';
import { uploadFile } from '../uploads/upload.ts';
import { loadPitch } from './api.ts';
import { useEditor } from './editor-context.ts';
import { SectionDocuments } from './section-documents.tsx';
import { SectionStills } from './section-stills.tsx';

const CropDialog = lazy(() => import('../poster-crop/crop-dialog.tsx'));

const poster = fileKinds.find((kind) => kind.value === 'poster');

export function SectionMedia() {
  const { draft, state } = useEditor();
  const { saved } = state;
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isCropping, setCropping] = useState(false);
  const [sent, setSent] = useState<{ bytes: number; of: number } | null>(null);
  const abort = useRef<AbortController | null>(null);
  const upload = useMutation({
    mutationFn: async (file: File) => {
      abort.current = new AbortController();
      setSent({ bytes: 0, of: file.size });
      await uploadFile({ pitchId: saved.id, kind: 'poster', file, signal: abort.current.signal, onProgress: (bytes, of) => setSent({ bytes, of }) });
      return loadPitch(saved.id);
    },
    onSuccess: (next) => draft.adopt(next),
    onSettled: () => setSent(null),
  });
  const isStopped = upload.error instanceof DOMException && upload.error.name === 'AbortError';
  return (
    <section id="media" className="section editor__section" aria-labelledby="media-title">
      <h2 className="t-title" id="media-title">Media</h2>
      <div className="row row--top editor__poster">
        <Poster title={saved.title} image={saved.poster} sizes="136px" className="editor__poster-box" />
        <div className="stack grow">
          <p className="t-medium">Poster</p>
          <p className="t-2" id={hintId}>
            {saved.poster ? `${saved.poster.width} × ${saved.poster.height} px, shown 2:3.` : 'Advised, not required: a pitch without one shows its title.'} JPEG, PNG or WebP, up to {formatLimit(poster?.maxSize ?? 0)}.
          </p>
          {sent ? (
            <>
              <Progress label="Poster upload" value={sent.bytes} max={sent.of} text={`${formatBytes(sent.bytes)} of ${formatBytes(sent.of)}`} />
              <p className="t-xs t-2 num">{sent.bytes < sent.of ? `${formatBytes(sent.bytes)} of ${formatBytes(sent.of)}` : 'Arrived; preparing the sizes.'}</p>
              <div><Button size="sm" onClick={() => abort.current?.abort()}>Stop</Button></div>
            </>
          ) : (
            <div><Button size="sm" aria-describedby={hintId} onClick={() => input.current?.click()}>{saved.poster ? 'Replace' : 'Choose a file'}</Button> {saved.poster && <Button size="sm" kind="quiet" onClick={() => setCropping(true)}>Choose what shows</Button>}</div>
          )}
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label="Poster file"
            accept={poster?.types.join(',')}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file) upload.mutate(file);
            }}
          />
          {isCropping && <Suspense><CropDialog pitchId={saved.id} onSaved={async () => draft.adopt(await loadPitch(saved.id))} onClose={() => setCropping(false)} /></Suspense>}
          {upload.error && !isStopped && <ErrorPanel title="The poster didn’t arrive" error={upload.error} />}
        </div>
      </div>
      <SectionStills />
      <SectionDocuments />
    </section>
  );
}
