import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { FailureNotice } from '../identity/failure-notice.tsx';
import { appealTakedown, loadPitch } from './api.ts';
import { useEditor } from './editor-context.ts';

const MOST = 2000;

/** The owner's word against a takedown. */
export function AppealForm({ pitchId, left, onClose }: { pitchId: string; left: number; onClose: () => void }) {
  const { draft } = useEditor();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const send = useMutation({
    mutationFn: async () => {
      await draft.saveNow();
      await appealTakedown(pitchId, text.trim());
      return loadPitch(pitchId);
    },
    onSuccess: (next) => {
      draft.adopt(next);
      onClose();
    },
  });
  const isMissing = text.trim() === '';
  return (
    <div className="stack mt-4">
      <Field
        label="What is wrong about it, or what you changed" required counter={{ used: text.length, of: MOST }} error={isAsked && isMissing ? 'Say it in a sentence or two.' : undefined}
        hint={left === 1 ? 'This is the last time this takedown can be answered.' : `Read by the people who look after the market. You can answer ${left} times.`}
      >
        <Textarea rows={4} value={text} maxLength={MOST} onChange={(event) => setText(event.target.value)} />
      </Field>
      {send.isError && <FailureNotice error={send.error} />}
      <div className="row row--wrap">
        <Button kind="primary" busy={send.isPending} onClick={() => (isMissing ? setAsked(true) : send.mutate())}>Send</Button>
        <Button kind="quiet" onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}
