import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { editMessage, type Message } from './api.ts';
import { afterEdit, withEdit } from './apply.ts';
import { changeConversation, changeMessages } from './follow.ts';

export function EditForm({ message, onDone }: { message: Message; onDone: () => void }) {
  const client = useQueryClient();
  const [body, setBody] = useState(message.body);
  const area = useRef<HTMLTextAreaElement>(null);
  // Whoever chose to edit goes on by typing.
  useEffect(() => area.current?.focus(), []);
  const save = useMutation({
    mutationFn: () => editMessage(message, body.trim()),
    onSuccess(changed) {
      changeMessages(client, message.conversationId, (shown) => withEdit(shown, changed));
      changeConversation(client, message.conversationId, (shown) => afterEdit(shown, changed));
      onDone();
    },
  });
  const problem = save.error instanceof ApiError && save.error.kind === 'http' ? save.error.message : 'It didn’t leave. What you wrote is still here; try again.';
  return (
    <form
      className="msg__edit"
      onKeyDown={({ key }) => { if (key === 'Escape') onDone(); }}
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '' && !save.isPending) save.mutate();
      }}
    >
      <Field label="Your message" error={save.isError ? problem : undefined}><Textarea rows={3} maxLength={8000} value={body} onChange={(event) => setBody(event.target.value)} ref={area} /></Field>
      <div className="row">
        <Button type="submit" kind="primary" size="sm" busy={save.isPending} aria-disabled={body.trim() === '' || undefined}>Save</Button>
        <Button kind="quiet" size="sm" onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
