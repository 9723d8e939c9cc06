import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { NdaCard } from '../../../../worker/features/ndas/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { counterNda, type TermsPatch } from './api.ts';
import { changedTerms, termProblems } from './terms-change.ts';
import { TermsFields } from './terms-fields.tsx';

/** Other terms for the other side to accept or answer. Only what changed is sent. */
export default function CounterDialog({ nda, other, onMoved, onClose }: { nda: NdaCard; other: string; onMoved: () => Promise<void>; onClose: () => void }) {
  const [terms, setTerms] = useState(nda.terms);
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<ReturnType<typeof termProblems> & { none?: string }>({});
  const send = useMutation({
    mutationFn: async (patch: TermsPatch) => {
      await counterNda(nda.id, patch, note.trim());
      await onMoved();
    },
    onSuccess: onClose,
  });
  const press = () => {
    const patch = changedTerms(nda.terms, terms);
    const found = { ...termProblems(terms), ...(Object.keys(patch).length === 0 && { none: 'Nothing differs yet: change at least one term.' }) };
    setProblems(found);
    if (Object.keys(found).length === 0) send.mutate(patch);
  };
  return (
    <Dialog
      open wide sheet onOpenChange={onClose} title="Offer other terms" description={`${other} can accept them, answer with others, or let it be.`}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" busy={send.isPending} onClick={press}>Send the offer</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        <TermsFields terms={terms} problems={problems} onChange={(patch) => setTerms({ ...terms, ...patch })} />
        <Field label="Note" optional><Textarea rows={3} value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} /></Field>
        {problems.none && <Notice tone="caution" announce>{problems.none}</Notice>}
        {send.isError && <Notice tone="negative" announce>{send.error instanceof ApiError ? send.error.message : 'The offer did not leave.'} What you wrote is still here.</Notice>}
      </div>
    </Dialog>
  );
}
