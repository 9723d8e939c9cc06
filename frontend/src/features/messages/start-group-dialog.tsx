import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { conversationsQuery, openConversation } from './api.ts';
import { knownPeople } from './known-people.ts';
import { PeoplePicker } from './people-picker.tsx';

/** A group of people one talks with already. Others are written to from their profile or pitch first. */
export default function StartGroupDialog({ ownId, onClose }: { ownId: string; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data } = useInfiniteQuery(conversationsQuery('inbox'));
  const people = knownPeople(data?.pages.flatMap(({ items }) => items) ?? [], ownId);
  const isReady = title.trim() !== '' && chosen.length > 0;
  const open = useMutation({
    mutationFn: () => openConversation({ kind: 'group', title: title.trim(), personIds: [...chosen] }),
    async onSuccess({ id }) {
      await client.invalidateQueries({ queryKey: ['conversations'] });
      onClose();
      void navigate(paths.conversation.href(id));
    },
  });
  return (
    <Dialog
      open onOpenChange={onClose} title="New group"
      foot={<><Button kind="quiet" onClick={onClose}>Cancel</Button><Button kind="primary" busy={open.isPending} aria-disabled={!isReady || undefined} onClick={() => isReady && open.mutate()}>Open the group</Button></>}
    >
      <div className="stack mt-3">
        {people.length === 0
          ? <p className="t-2">A group is made of people you talk with already, and there is nobody yet. Write to somebody from their profile or their pitch first.</p>
          : (
            <>
              <Field label="Name of the group"><Input value={title} maxLength={120} placeholder="Salt Year, finance" onChange={(event) => setTitle(event.target.value)} /></Field>
              <PeoplePicker legend="Who is in it" people={people} chosen={chosen} onChange={setChosen} />
            </>
          )}
        {open.isError && <p className="t-negative" role="alert">{open.error instanceof ApiError ? open.error.message : 'That didn’t work. Try again.'}</p>}
      </div>
    </Dialog>
  );
}
