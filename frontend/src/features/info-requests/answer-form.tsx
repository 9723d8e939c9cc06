import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { documentsQuery } from '../documents/api.ts';
import { answerQuestion, questionsQuery } from './api.ts';

interface AnswerFormProps {
  questionId: string;
  ndaId: string;
  /** The owner may point to documents of the pitch; null for the other side. */
  pitchId: string | null;
}

/** An answer, with documents of the pitch where they help. */
export function AnswerForm({ questionId, ndaId, pitchId }: AnswerFormProps) {
  const client = useQueryClient();
  const [body, setBody] = useState('');
  const [fileIds, setFileIds] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const { data: documents } = useQuery({ ...documentsQuery(pitchId ?? ''), enabled: pitchId !== null });
  const send = useMutation({
    mutationFn: () => answerQuestion(questionId, body.trim(), fileIds),
    onSuccess: async () => {
      setBody('');
      setFileIds([]);
      await client.invalidateQueries({ queryKey: questionsQuery(ndaId).queryKey });
    },
  });
  const press = () => {
    setMissing(body.trim() === '');
    if (body.trim() !== '') send.mutate();
  };
  return (
    <div className="stack mt-3">
      <Field label="Answer" required error={missing ? 'Write the answer.' : undefined}><Textarea rows={3} maxLength={5000} value={body} onChange={(event) => setBody(event.target.value)} /></Field>
      {documents && documents.items.length > 0 && (
        <fieldset className="terms__ticks">
          <legend className="t-medium">Documents that help</legend>
          {documents.items.slice(0, 10).map(({ id, fileName }) => (
            <Checkbox key={id} label={fileName} checked={fileIds.includes(id)} onChange={(event) => setFileIds(event.target.checked ? [...fileIds, id] : fileIds.filter((one) => one !== id))} />
          ))}
        </fieldset>
      )}
      {send.isError && <Notice tone="negative" announce>{send.error instanceof ApiError ? send.error.message : 'The answer did not leave.'} What you wrote is still here.</Notice>}
      <div><Button size="sm" kind="primary" busy={send.isPending} onClick={press}>Answer</Button></div>
    </div>
  );
}
