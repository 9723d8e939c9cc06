import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { askQuestion, type NewQuestion, questionsQuery } from './api.ts';

export const priorities = [{ value: 'low', label: 'When there is time' }, { value: 'normal', label: 'Normal' }, { value: 'high', label: 'Needed to decide' }] as const;
const blank: NewQuestion = { subject: '', priority: 'normal', body: '' };

/** A question to the other side of a signed agreement. */
export function AskForm({ ndaId, other, onClose }: { ndaId: string; other: string; onClose: () => void }) {
  const client = useQueryClient();
  const [question, setQuestion] = useState(blank);
  const [problems, setProblems] = useState<{ subject?: string; body?: string }>({});
  const send = useMutation({
    mutationFn: () => askQuestion(ndaId, { ...question, subject: question.subject.trim(), body: question.body.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: questionsQuery(ndaId).queryKey });
      onClose();
    },
  });
  const press = () => {
    const found = { ...(question.subject.trim().length < 3 && { subject: 'Three signs or more.' }), ...(question.body.trim() === '' && { body: 'Write the question.' }) };
    setProblems(found);
    if (Object.keys(found).length === 0) send.mutate();
  };
  return (
    <div className="stack mt-4">
      <Field label="Subject" required error={problems.subject}><Input value={question.subject} maxLength={160} onChange={(event) => setQuestion({ ...question, subject: event.target.value })} /></Field>
      <Field label="How urgent"><Select options={priorities} value={question.priority} onChange={(event) => setQuestion({ ...question, priority: event.target.value as NewQuestion['priority'] })} /></Field>
      <Field label="Question" required error={problems.body}><Textarea rows={4} maxLength={5000} value={question.body} onChange={(event) => setQuestion({ ...question, body: event.target.value })} /></Field>
      {send.isError && <Notice tone="negative" announce>{send.error instanceof ApiError ? send.error.message : 'The question did not leave.'} What you wrote is still here.</Notice>}
      <div className="row row--wrap">
        <Button kind="primary" busy={send.isPending} onClick={press}>Send to {other}</Button>
        <Button kind="quiet" onClick={onClose}>Cancel</Button>
      </div>
    </div>
  );
}
