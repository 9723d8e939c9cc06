import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Conversation } from './api.ts';
import { isMuted, nameOf, othersOf } from './names.ts';
import { listTime } from './thread-lines.ts';

interface ConversationRowProps {
  conversation: Conversation;
  ownId: string;
  current: boolean;
  /** Something of this conversation has not left this device yet. */
  kept: number;
}

export function ConversationRow({ conversation, ownId, current, kept }: ConversationRowProps) {
  const { id, last, unread, lastAt } = conversation;
  const isQuiet = isMuted(conversation);
  const text = last === null ? 'Nothing said yet' : `${last.senderId === ownId ? 'You: ' : ''}${last.text}`;
  return (
    <li>
      <Link className="cv" to={paths.conversation.href(id)} aria-current={current || undefined}>
        <Avatar name={othersOf(conversation, ownId)[0]?.name ?? conversation.title ?? '?'} company={conversation.kind === 'group'} />
        <p className={unread > 0 || current ? 't-strong' : 't-medium'}>{nameOf(conversation, ownId, 'short')}</p>
        <time dateTime={lastAt}>{listTime(lastAt)}</time>
        <p className={unread > 0 ? 't-xs' : 't-xs t-2'}>{kept > 0 ? `${kept === 1 ? '1 message is' : `${kept} messages are`} kept on this device` : text}</p>
        {unread > 0 && <span className={isQuiet ? 'count count--quiet' : 'count'}>{unread}<span className="visually-hidden"> unread</span></span>}
        {unread === 0 && isQuiet && <span className="cv__mark"><Icon name="bell" /><span className="visually-hidden">Muted</span></span>}
      </Link>
    </li>
  );
}
