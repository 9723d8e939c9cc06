import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../app/paths.ts';
import { countOf, formatAgo } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { archive, type Conversation, conversationQuery, mute } from './api.ts';
import { isMuted, nameOf, othersOf } from './names.ts';
import { clockAndDay } from './thread-lines.ts';
import type { Presence, RoomSigns } from './use-room-signs.ts';

const GroupDialog = lazy(() => import('./group-dialog.tsx'));
const BlockDialog = lazy(() => import('./block-dialog.tsx'));
const hour = 3_600_000;
/** "For ever" needs a day as well. */
const farAway = '9999-12-31T00:00:00.000Z';

interface ThreadHeadProps {
  conversation: Conversation;
  ownId: string;
  here: RoomSigns['here'];
  presence: RoomSigns['presence'];
}

function presenceWords(presence: Presence | undefined): string | false {
  if (presence === undefined || presence.state === 'hidden') return false;
  if (presence.state !== 'offline') return presence.state === 'active' ? 'online' : 'away';
  return presence.lastSeenAt !== null && `last seen ${formatAgo(presence.lastSeenAt)}`;
}

/** What it is about, and under what. */
function About({ conversation, here, presence, ownId }: ThreadHeadProps) {
  const { pitch, ndaId, kind, people, mutedUntil } = conversation;
  const others = othersOf(conversation, ownId);
  const present = others.filter(({ id }) => here.has(id));
  const other = kind === 'group' ? undefined : others[0];
  const parts = [
    pitch && <Link key="pitch" to={paths.pitch.href(pitch.slug)}>{pitch.title}</Link>,
    ndaId !== null && <Link key="nda" to={paths.nda.href(ndaId)}>under an NDA</Link>,
    kind === 'group' && countOf(people.length, 'person', 'people'),
    present.length > 0 ? (people.length > 2 ? `${present.length} here now` : 'here now') : other && presenceWords(presence.get(other.id)),
    isMuted(conversation) && mutedUntil !== null && (mutedUntil === farAway ? 'muted' : `muted until ${clockAndDay(mutedUntil)}`),
  ].filter(Boolean);
  return <p className="t-xs t-2">{parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]))}</p>;
}

export function ThreadHead({ conversation, ownId, here, presence }: ThreadHeadProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'nothing' | 'group' | 'block'>('nothing');
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: conversationQuery(conversation.id).queryKey }), client.invalidateQueries({ queryKey: ['conversations'] })]);
  const change = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onSuccess: refresh });
  const { id, kind, pitch, archivedAt } = conversation;
  const others = othersOf(conversation, ownId);
  const [other] = others;
  const muteFor = (ms: number | null) => () => change.mutate(() => mute(id, ms === null ? farAway : new Date(Date.now() + ms).toISOString()));
  const entries: MenuEntry[] = [
    ...(pitch ? [{ label: 'Open pitch', icon: 'pages' as const, onSelect: () => void navigate(paths.pitch.href(pitch.slug)) }] : []),
    ...(kind === 'group' ? [{ label: 'People and name', icon: 'people' as const, onSelect: () => setAsking('group') }] : []),
    ...(kind !== 'group' && other ? [{ label: `Profile of ${other.name}`, icon: 'people' as const, onSelect: () => void navigate(paths.person.href(other.handle)) }] : []),
    { kind: 'separator' },
    ...(isMuted(conversation)
      ? [{ label: 'Unmute', icon: 'bell' as const, onSelect: () => change.mutate(() => mute(id, null)) }]
      : [{ label: 'Mute for an hour', icon: 'bell' as const, onSelect: muteFor(hour) }, { label: 'Mute for a day', onSelect: muteFor(24 * hour) }, { label: 'Mute until I say so', onSelect: muteFor(null) }]),
    { label: archivedAt === null ? 'Archive' : 'Back to the inbox', icon: 'inbox', onSelect: () => change.mutate(() => archive(id, archivedAt === null)) },
    ...(kind !== 'group' && other ? [{ kind: 'separator' as const }, { label: `Block ${other.name}`, icon: 'minus' as const, onSelect: () => setAsking('block') }] : []),
  ];
  return (
    <header className="th__head">
      <Link className="iconbtn th__back" to={paths.messages.href()} aria-label="All conversations"><Icon name="chev-left" /></Link>
      <span className="avatars">{others.slice(0, 3).map((person) => <Avatar key={person.id} name={person.name} online={here.has(person.id) || presence.get(person.id)?.state === 'active'} />)}</span>
      <div className="grow">
        <h1 className="t-h3">{nameOf(conversation, ownId)}</h1>
        <About conversation={conversation} here={here} presence={presence} ownId={ownId} />
      </div>
      {change.isError && <span className="t-xs t-negative" role="alert">That didn’t work. Try again.</span>}
      {pitch && <ButtonLink size="sm" className="only-wide" to={paths.pitch.href(pitch.slug)}>Open pitch</ButtonLink>}
      <Menu trigger={<IconButton icon="more" label="More about this conversation" />} entries={entries} />
      {asking === 'group' && <Suspense><GroupDialog conversation={conversation} ownId={ownId} onClose={() => setAsking('nothing')} onChanged={refresh} /></Suspense>}
      {asking === 'block' && other && <Suspense><BlockDialog person={other} onClose={() => setAsking('nothing')} onDone={refresh} /></Suspense>}
    </header>
  );
}
