import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { reportReasons } from '../../../../worker/features/reports/lists.ts';
import { http } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';

interface ReportDialogProps {
  subject: { kind: 'pitch' | 'comment' | 'user' | 'message'; id: string };
  /** "“Salt Year”", "this comment". */
  what: string;
  onClose: () => void;
}

export default function ReportDialog({ subject, what, onClose }: ReportDialogProps) {
  const [reason, setReason] = useState<string>(reportReasons[0].value);
  const [note, setNote] = useState('');
  const send = useMutation({ mutationFn: () => http.post<void>('/api/reports', { subject, reason, note }) });
  if (send.isSuccess) {
    return (
      <Dialog open onOpenChange={onClose} title="Thank you" description={`Your report of ${what} has reached the people who look after the market. They read every one.`} foot={<Button kind="primary" onClick={onClose}>Close</Button>} />
    );
  }
  return (
    <Dialog
      open onOpenChange={onClose} title={`Report ${what}`} description="Whoever you report is not told by whom."
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind="primary" busy={send.isPending} onClick={() => send.mutate()}>Send the report</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        <Field label="What is wrong"><Select options={reportReasons} value={reason} onChange={(event) => setReason(event.target.value)} /></Field>
        <Field label="In your words" optional><Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} /></Field>
        {send.isError && <Notice tone="negative" announce>The report didn’t leave. What you wrote is still here; try again.</Notice>}
      </div>
    </Dialog>
  );
}
