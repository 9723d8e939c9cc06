import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { addPeople, type Conversation, conversationsQuery, endMembership, rename } from './api.ts';
import { GroupMember } from './group-member.tsx';
import { knownPeople } from './known-people.ts';
import { PeoplePicker } from './people-picker.tsx';

interface GroupDialogProps {
  conversation: Conversation;
  ownId: string;
  onClose: () => void;
  onChanged: () => Promise<unknown>;
}

/** Who is in a group, its name, and the way out. */
export default function GroupDialog({ conversation, ownId, onClose, onChanged }: GroupDialogProps) {
  const navigate = useNavigate();
  const [title, setTitle] = useState(conversation.title ?? '');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data } = useInfiniteQuery(conversationsQuery('inbox'));
  const inIt = new Set(conversation.people.map(({ id }) => id));
  // Whoever opened it names it, asks people in and takes them out.
  const isOpener = conversation.createdBy === ownId;
  const others = knownPeople(data?.pages.flatMap(({ items }) => items) ?? [], ownId).filter(({ id }) => !inIt.has(id));
  const save = useMutation({
    async mutationFn() {
      if (title.trim() !== conversation.title) await rename(conversation.id, title.trim());
      if (chosen.length > 0) await addPeople(conversation.id, chosen);
    },
    async onSuccess() {
      await onChanged();
      onClose();
    },
  });
  const end = useMutation({
    mutationFn: (personId: string) => endMembership(conversation.id, personId),
    async onSuccess(_, personId) {
      if (personId === ownId) void navigate(paths.messages.href());
      await onChanged();
    },
  });
  const error = save.error ?? end.error;
  return (
    <Dialog
      open onOpenChange={onClose} title="People and name"
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>{isOpener ? 'Cancel' : 'Close'}</Button>
          {isOpener && <Button kind="primary" busy={save.isPending} aria-disabled={title.trim() === '' || undefined} onClick={() => title.trim() !== '' && save.mutate()}>Save</Button>}
        </>
      )}
    >
      <div className="stack mt-3">
        {isOpener && <Field label="Name of the group"><Input value={title} maxLength={120} onChange={(event) => setTitle(event.target.value)} /></Field>}
        <section aria-label="In the group">
          <h3 className="t-h3">In the group</h3>
          <ul className="mt-2">
            {conversation.people.map(({ id, name }) => <GroupMember key={id} name={name} isSelf={id === ownId} canEnd={id === ownId || isOpener} busy={end.isPending && end.variables === id} onEnd={() => end.mutate(id)} />)}
          </ul>
        </section>
        {isOpener && others.length > 0 && <PeoplePicker legend="Add people" people={others} chosen={chosen} onChange={setChosen} />}
        {isOpener && <p className="t-xs t-2">Whoever is added reads what is said from then on, not what was said before.</p>}
        {error && <p className="t-negative" role="alert">{error instanceof ApiError ? error.message : 'That didn’t work. Try again.'}</p>}
      </div>
    </Dialog>
  );
}
