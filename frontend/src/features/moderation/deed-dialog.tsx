import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Report } from '../../../../worker/features/reports/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { decide, type Deed } from './api.ts';
import { deedWords } from './deeds.ts';

/** One deed, with its reason and what follows from it. */
export function DeedDialog({ deed, report, onClose }: { deed: Deed; report: Report; onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const words = deedWords(deed, report);
  const act = useMutation({
    mutationFn: () => decide(deed, report, reason.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['reports'] });
      onClose();
    },
  });
  const isMissing = words.reason !== null && reason.trim() === '';
  return (
    <Dialog
      open onOpenChange={onClose} title={words.title} description={words.about}
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          <Button kind={words.danger ? 'danger' : 'primary'} busy={act.isPending} onClick={() => (isMissing ? setAsked(true) : act.mutate())}>{words.button}</Button>
        </>
      )}
    >
      <div className="stack mt-4">
        {act.isError && <FailureNotice error={act.error} />}
        {words.reason !== null && (
          <Field label={words.reason} required error={isAsked && isMissing ? 'Say why, in a sentence.' : undefined}>
            <Textarea value={reason} maxLength={600} onChange={(event) => setReason(event.target.value)} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
