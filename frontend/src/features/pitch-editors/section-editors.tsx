import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { formatDay } from '../../lib/format.ts';
import { ApiError } from '../../lib/http.ts';
import { useLiveEvent } from '../../lib/live/hooks.ts';
import { useSessionStore } from '../../lib/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { useMaker } from '../editor/maker.ts';
import { editingQuery, editorsQuery, endEditing, inviteEditor } from './api.ts';

interface Props {
  pitchId: string;
  isOwner: boolean;
  /** Who else has the draft open now. */
  others: readonly { userId: string; name: string }[];
}

/** Who writes on this pitch: the owner asks people in and out, an editor sees with whom and may leave. */
export function SectionEditors({ pitchId, isOwner, others }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const maker = useMaker();
  const userId = useSessionStore(({ user }) => user?.id);
  const [handle, setHandle] = useState('');
  const { data, error } = useQuery(editorsQuery(pitchId));
  useLiveEvent('editing', (event) => { if (event.pitchId === pitchId) void client.invalidateQueries({ queryKey: editorsQuery(pitchId).queryKey }); });
  const invite = useMutation({
    mutationFn: () => inviteEditor(pitchId, handle),
    onSuccess: (list) => {
      client.setQueryData(editorsQuery(pitchId).queryKey, list);
      setHandle('');
    },
  });
  const end = useMutation({
    mutationFn: (id: string) => endEditing(pitchId, id),
    onSuccess: async (_, id) => {
      await client.invalidateQueries({ queryKey: id === userId ? editingQuery.queryKey : editorsQuery(pitchId).queryKey });
      if (id === userId) await navigate(paths.ownPitches.href(maker));
    },
  });
  const refused = invite.error instanceof ApiError ? invite.error.fields.handle : undefined;
  const isHere = (id: string): boolean => others.some((person) => person.userId === id);
  const standing = (id: string, acceptedAt: string | null, invitedAt: string): string => (acceptedAt === null ? `Invited ${formatDay(invitedAt)}, has not answered` : isHere(id) ? 'In the draft now' : `Editor since ${formatDay(acceptedAt)}`);
  return (
    <section id="editors" className="section editor__section" aria-labelledby="editors-title">
      <h2 className="t-title" id="editors-title">Editors</h2>
      <p className="t-2">Editors read all of this pitch and change its words. Publishing, files, gates, agreements and its history stay with {isOwner ? 'you' : 'its owner'}.</p>
      {error && <ErrorPanel title="The editors didn’t load" error={error} />}
      {end.error && <ErrorPanel title="That didn’t go through" error={end.error} />}
      {data && (
        <ul className="list">
          <li className="row editor__person"><Avatar name={data.owner.name} /><span className="grow"><span className="t-medium">{data.owner.name}</span><br /><span className="t-xs t-2">{isHere(data.owner.id) ? 'Owner, in the draft now' : 'Owner'}</span></span></li>
          {data.items.map(({ id, name, invitedAt, acceptedAt }) => (
            <li key={id} className="row editor__person">
              <Avatar name={name} />
              <span className="grow"><span className="t-medium">{name}</span><br /><span className="t-xs t-2">{standing(id, acceptedAt, invitedAt)}</span></span>
              {(isOwner || id === userId) && <Button size="sm" kind="quiet" busy={end.isPending && end.variables === id} onClick={() => end.mutate(id)} aria-label={id === userId ? 'Leave this pitch' : `Remove ${name}`}>{id === userId ? 'Leave' : 'Remove'}</Button>}
            </li>
          ))}
        </ul>
      )}
      {isOwner && (
        <form className="row row--top" noValidate onSubmit={(event) => { event.preventDefault(); if (handle.trim() !== '') invite.mutate(); }}>
          <div className="grow"><Field label="Invite by handle" hint="As it stands on the person’s profile." error={refused}><Input value={handle} maxLength={60} autoCapitalize="none" autoCorrect="off" spellCheck={false} onChange={(event) => setHandle(event.target.value)} /></Field></div>
          <Button type="submit" className="editor__invite" busy={invite.isPending}>Invite</Button>
        </form>
      )}
      {invite.error !== null && refused === undefined && <ErrorPanel title="The invitation didn’t go out" error={invite.error} />}
    </section>
  );
}
