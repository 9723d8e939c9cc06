import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';

interface CommentFormProps {
  label: string;
  /** "Post the comment", "Save". */
  verb: string;
  start?: string;
  rows?: number;
  send: (body: string) => Promise<unknown>;
  /** Without it the form stays, empty again. */
  onDone?: () => void;
}

const most = 2000;

export function CommentForm({ label, verb, start = '', rows = 3, send, onDone }: CommentFormProps) {
  const [body, setBody] = useState(start);
  const post = useMutation({
    mutationFn: () => send(body),
    onSuccess: () => {
      setBody('');
      onDone?.();
    },
  });
  const tooLong = body.length > most;
  const refused = post.error instanceof ApiError && post.error.status < 500 ? post.error.message : 'It didn’t leave. What you wrote is still here; try again.';
  return (
    <form
      className="comment__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '' && !tooLong && !post.isPending) post.mutate();
      }}
    >
      <Field label={label} counter={body.length > most - 300 ? { used: body.length, of: most } : undefined} error={tooLong ? `At most ${most} characters.` : post.isError ? refused : undefined}>
        <Textarea rows={rows} value={body} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <div className="row">
        <Button type="submit" kind={onDone ? 'primary' : 'secondary'} size="sm" busy={post.isPending} aria-disabled={body.trim() === '' || undefined}>{verb}</Button>
        {onDone && <Button kind="quiet" size="sm" onClick={onDone}>Cancel</Button>}
      </div>
    </form>
  );
}
