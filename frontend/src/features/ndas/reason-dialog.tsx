import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';

interface ReasonDialogProps {
  title: string;
  description: string;
  label: string;
  submit: string;
  optional?: boolean;
  onSubmit: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** A step that the other side reads the reason of. */
export function ReasonDialog({ title, description, label, submit, optional = false, onSubmit, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useMutation({ mutationFn: () => onSubmit(reason.trim()), onSuccess: onClose });
  const press = () => {
    const isMissing = !optional && reason.trim() === '';
    setMissing(isMissing);
    if (!isMissing) send.mutate();
  };
  return (
    <Dialog
      open onOpenChange={onClose} title={title} description={description}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="danger" busy={send.isPending} onClick={press}>{submit}</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        <Field label={label} optional={optional} required={!optional} error={missing ? 'Say why: the other side reads it.' : undefined}>
          <Textarea rows={3} maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {send.isError && <Notice tone="negative" announce>{send.error instanceof ApiError ? send.error.message : 'It did not work.'} What you wrote is still here.</Notice>}
      </div>
    </Dialog>
  );
}
