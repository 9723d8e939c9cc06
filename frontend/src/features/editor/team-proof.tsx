import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { fileKinds } from '../../../../worker/features/catalogue/lists.ts';
import type { Invited } from '../../../../worker/features/attachments/schema.ts';
import { formatDay } from '../../lib/format.ts';
import { http } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { uploadFile } from '../uploads/upload.ts';
import { loadPitch } from './api.ts';
import { useEditor } from './editor-context.ts';
import type { TeamRow } from './fields.ts';

const proofTypes = fileKinds.find(({ value }) => value === 'attachment')?.types.join(',');

/** What makes an attachment one: a document on file, and the person's own click. */
export function TeamProof({ row, onProof }: { row: TeamRow; onProof: (fileId: string | null) => void }) {
  const { draft, state } = useEditor();
  const { saved } = state;
  const input = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState('');
  const formId = useId();
  // As the server knows this person: what is still on its way cannot be confirmed yet.
  const known = saved.team.find(({ name, role, status }) => name === row.name && role === row.role && status === row.status);
  const proof = useMutation({
    mutationFn: (file: File) => uploadFile({ pitchId: saved.id, kind: 'attachment', file, onProgress: () => undefined, signal: new AbortController().signal }),
    onSuccess: ({ id }) => onProof(id),
  });
  const invite = useMutation({
    mutationFn: async () => {
      await http.post<Invited>(`/api/pitches/${saved.id}/team/invitations`, { name: row.name, role: row.role, email });
      return loadPitch(saved.id);
    },
    onSuccess: (next) => { draft.adopt(next); setEmail(''); },
  });
  const who = row.name || 'this person';
  return (
    <div className="editor__wide stack">
      <div className="row row--wrap">
        <span className="t-xs t-2">{row.proofFileId === null ? 'No document yet. Readers see the status, and that it has no proof.' : 'The document is on file. Every reader sees that it is; its gate under Documents says who may open it.'}</span>
        <Button size="sm" busy={proof.isPending} aria-label={`${row.proofFileId === null ? 'Add a proof' : 'Replace the proof'} for ${who}`} onClick={() => input.current?.click()}>{row.proofFileId === null ? 'Add a proof' : 'Replace'}</Button>
        {row.proofFileId !== null && <Button size="sm" kind="quiet" aria-label={`Take away the proof for ${who}`} onClick={() => onProof(null)}>Take away</Button>}
        <input ref={input} type="file" className="visually-hidden" tabIndex={-1} aria-label={`Proof file for ${who}`} accept={proofTypes} onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) proof.mutate(file);
        }} />
      </div>
      {proof.error && <ErrorPanel title="The proof didn’t arrive" error={proof.error} />}
      {known && known.confirmedAt !== null ? <p className="t-xs t-2">Confirmed by {row.name} on {formatDay(known.confirmedAt)}.</p>
        : known && known.declinedAt !== null ? <p className="t-xs t-caution">{row.name} answered that this is not so. Change the role or the status.</p>
          : known && (
            <form id={formId} className="row row--wrap row--end" onSubmit={(event) => { event.preventDefault(); invite.mutate(); }}>
              <Field label={`E-mail of ${row.name}`} hint={known.invitedAt === null ? 'They get a link that works once. The address is not kept.' : `Asked on ${formatDay(known.invitedAt)}, not answered yet.`} error={invite.error ? invite.error.message : undefined}>
                <Input type="email" required maxLength={254} value={email} onChange={(event) => setEmail(event.target.value)} />
              </Field>
              <Button size="sm" type="submit" busy={invite.isPending}>{known.invitedAt === null ? 'Ask to confirm' : 'Ask again'}</Button>
            </form>
          )}
    </div>
  );
}
