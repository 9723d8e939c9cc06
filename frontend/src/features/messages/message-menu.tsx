import { reactionWords } from '../../../../worker/features/conversations/lists.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import type { Message, ReactionWord } from './api.ts';
import { CHANGE_WITHIN_MS } from './limits.ts';

interface MessageMenuProps {
  message: Message;
  ownId: string;
  canWrite: boolean;
  onReply: () => void;
  onEdit: () => void;
  onDelete: () => void;
  onReport: () => void;
  onReact: (word: ReactionWord | null) => void;
}

/** Whether its author may still change it. */
const isFresh = ({ sentAt }: Message, now = Date.now()): boolean => now - Date.parse(sentAt) < CHANGE_WITHIN_MS;

/** What can be done with a message. Words are one's own for a day; later they stand. */
export function MessageMenu({ message, ownId, canWrite, onReply, onEdit, onDelete, onReport, onReact }: MessageMenuProps) {
  const isOwn = message.sender?.id === ownId;
  const isChangeable = isOwn && isFresh(message);
  const given = message.reactions.find(({ userId }) => userId === ownId)?.word;
  const entries: MenuEntry[] = [
    ...(canWrite ? [{ label: 'Reply', icon: 'chat' as const, onSelect: onReply }] : []),
    ...(isChangeable && message.body !== '' ? [{ label: 'Edit', icon: 'edit' as const, onSelect: onEdit }] : []),
    ...(isChangeable ? [{ label: 'Delete', icon: 'close' as const, onSelect: onDelete }] : []),
    ...(isOwn ? [] : [{ label: 'Report', icon: 'flag' as const, onSelect: onReport }]),
    ...(canWrite ? [{ kind: 'separator' as const }, { kind: 'heading' as const, label: 'Answer with a word' }, ...reactionWords.map(({ value, label }) => (
      { label, ...(given === value && { icon: 'check' as const }), onSelect: () => onReact(given === value ? null : value) }
    ))] : []),
  ];
  if (entries.length === 0) return null;
  return <div className="msg__acts"><Menu trigger={<IconButton icon="more" label={`More about the message${message.sender ? ` of ${isOwn ? 'yours' : message.sender.name}` : ''}`} />} entries={entries} /></div>;
}
