import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appeal, AppealDecision } from '../../../../worker/features/appeals/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { decideAppeal } from './api.ts';

export type AppealAnswer = AppealDecision['decision'];

const words: Record<AppealAnswer, { title: (pitch: string) => string; about: string; button: string }> = {
  granted: { title: (pitch) => `Put back “${pitch}”?`, about: 'It is in the market again, unless its owner archived it or made it incomplete meanwhile. Its owner gets your answer by mail.', button: 'Put the pitch back' },
  declined: { title: (pitch) => `“${pitch}” stays down?`, about: 'Its owner gets your answer by mail and in the editor, and can answer a takedown three times in all.', button: 'It stays down' },
};

/** The answer to an appeal, as its owner will read it. */
export function AppealDialog({ appeal, decision, onClose }: { appeal: Appeal; decision: AppealAnswer; onClose: () => void }) {
  const client = useQueryClient();
  const [answer, setAnswer] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { title, about, button } = words[decision];
  const send = useMutation({
    mutationFn: () => decideAppeal(appeal.id, { decision, answer: answer.trim() }),
    onSuccess: async () => {
      await Promise.all(['appeals', 'reports'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      onClose();
    },
  });
  const isMissing = answer.trim() === '';
  return (
    <Dialog
      open onOpenChange={onClose} title={title(appeal.title)} description={about}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" busy={send.isPending} onClick={() => (isMissing ? setAsked(true) : send.mutate())}>{button}</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        {send.isError && <FailureNotice error={send.error} />}
        <Field label="Answer, as its owner will read it" required error={isAsked && isMissing ? 'Say why, in a sentence.' : undefined}>
          <Textarea value={answer} maxLength={600} onChange={(event) => setAnswer(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
