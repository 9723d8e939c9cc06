import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { passportQuery } from '../passports/api.ts';
import { AgreementSheet } from './agreement-sheet.tsx';
import { afterMove, previewQuery, requestNda, type RequestPreview } from './api.ts';
import { useAgreementText } from './use-agreement-text.ts';
import { duration, termsLine } from './words.ts';

const OwnPdf = lazy(async () => ({ default: (await import('../nda-files/own-pdf.tsx')).OwnPdf }));

function ReadFirst({ preview }: { preview: RequestPreview }) {
  const { text, isOther } = useAgreementText(preview);
  return (
    <details className="readfirst">
      <summary className="link">Read it first: {text?.title ?? 'the document'}</summary>
      {text && !isOther ? <AgreementSheet bare text={text} notes={preview.notes} /> : <Notice tone="negative">The document can’t be shown whole. Close this and try again.</Notice>}
      {preview.file && <div className="mt-4"><Suspense fallback={<Skeleton shape="panel" />}><OwnPdf sha256={preview.file.sha256} name={preview.file.name} headingLevel={3} /></Suspense></div>}
    </details>
  );
}

/** Asking for access: the terms come before the button, word for word as they would be signed. */
export default function RequestDialog({ pitch, onClose }: { pitch: Pitch; onClose: () => void }) {
  const client = useQueryClient();
  const [message, setMessage] = useState('');
  const [withPassport, setWithPassport] = useState(true);
  const [key] = useState(() => crypto.randomUUID());
  const { data: preview, error, refetch, isFetching } = useQuery(previewQuery(pitch.id));
  const { data: own } = useQuery(passportQuery);
  const fits = Boolean(own?.passport) && preview?.type === 'basic';
  const send = useMutation({
    mutationFn: () => requestNda({ pitchId: pitch.id, message: message.trim(), ...(fits && withPassport && preview && { passport: { documentHash: preview.hash, accepted: true as const } }) }, key),
    onSuccess: async () => {
      await afterMove(client);
      onClose();
    },
  });
  const name = pitch.creator.name;
  return (
    <Dialog
      open wide sheet onOpenChange={onClose} title={`Ask for access to ${pitch.title}`} description={`${name} sees who asks, your company and your record here. Nothing is signed yet.`}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" busy={send.isPending} disabled={preview === undefined || preview.blocked !== null} onClick={() => send.mutate()}>Send the request</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        {error && preview === undefined && <ErrorPanel title="The terms didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
        {preview === undefined && !error && <div aria-busy="true"><Skeleton shape="panel" /></div>}
        {preview && (
          <>
            <p className="t-medium">{termsLine(preview.terms)}</p>
            <ReadFirst preview={preview} />
            {preview.ownerAnswers.medianSeconds !== null && <p className="t-2">{name} answers within {duration(preview.ownerAnswers.medianSeconds)} as a rule.</p>}
            {preview.blocked !== null && <Notice tone="caution">{preview.blocked}</Notice>}
            <Field label={`A word to ${name}`} optional counter={{ used: message.length, of: 2000 }}>
              <Textarea rows={4} maxLength={2000} value={message} onChange={(event) => setMessage(event.target.value)} />
            </Field>
            {fits && <Checkbox label="Sign with my passport if the owner’s rules approve me at once" checked={withPassport} onChange={(event) => setWithPassport(event.target.checked)} />}
          </>
        )}
        {send.isError && <Notice tone="negative" announce>{send.error instanceof ApiError ? send.error.message : 'The request did not leave.'} What you wrote is still here.</Notice>}
      </div>
    </Dialog>
  );
}
