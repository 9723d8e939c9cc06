import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { ApiError } from '../../lib/http.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { conversationsQuery, openConversation } from './api.ts';
import { byProject } from './groups.ts';
import { knownPeople } from './known-people.ts';
import { PeoplePicker } from './people-picker.tsx';

/** A group of people one talks with already. Others are written to from their profile or pitch first. */
export default function StartGroupDialog({ ownId, onClose }: { ownId: string; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [pitchId, setPitchId] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { data, isError } = useInfiniteQuery(conversationsQuery('inbox'));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const people = knownPeople(items, ownId);
  const projects = byProject(items).flatMap(({ pitch }) => (pitch ? [{ value: pitch.id, label: pitch.title }] : []));
  const isReady = title.trim() !== '' && chosen.length > 0;
  const open = useMutation({
    mutationFn: () => openConversation({ kind: 'group', title: title.trim(), personIds: [...chosen], ...(pitchId !== '' && { pitchId }) }),
    async onSuccess({ id }) {
      await client.invalidateQueries({ queryKey: ['conversations'] });
      onClose();
      void navigate(paths.conversation.href(id));
    },
  });
  return (
    <Dialog
      open onOpenChange={onClose} title="New group"
      foot={(
        <>
          <Button kind="quiet" onClick={onClose}>Cancel</Button>
          {data !== undefined && people.length === 0
            ? <ButtonLink kind="primary" to={paths.browse.href()}>Browse pitches</ButtonLink>
            : <Button kind="primary" busy={open.isPending} aria-disabled={!isReady || undefined} onClick={() => isReady && open.mutate()}>Open the group</Button>}
        </>
      )}
    >
      <div className="stack mt-3">
        {data === undefined && !isError && <div aria-busy="true"><Skeleton shape="lines" count={4} /></div>}
        {data === undefined && isError && <p className="t-2">Whom you talk with could not be asked for. Close this and try again.</p>}
        {data !== undefined && people.length === 0 && <p className="t-2">A group is made of people you talk with already, and there is nobody yet. Write to somebody from their profile or their pitch first.</p>}
        {people.length > 0 && (
          <>
            <Field label="Name of the group"><Input value={title} maxLength={120} placeholder="Salt Year, finance" onChange={(event) => setTitle(event.target.value)} /></Field>
            {projects.length > 0 && <Field label="About"><Select options={[{ value: '', label: 'No project' }, ...projects]} value={pitchId} onChange={(event) => setPitchId(event.target.value)} /></Field>}
            <PeoplePicker legend="Who is in it" people={people} chosen={chosen} onChange={setChosen} />
          </>
        )}
        {open.isError && <p className="t-negative" role="alert">{open.error instanceof ApiError ? open.error.message : 'That didn’t work. Try again.'}</p>}
      </div>
    </Dialog>
  );
}
