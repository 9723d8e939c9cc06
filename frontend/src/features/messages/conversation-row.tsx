import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { countOf } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Conversation } from './api.ts';
import type { KeptMessage } from './kept-messages.ts';
import { isMuted, nameOf, othersOf } from './names.ts';
import { listTime } from './thread-lines.ts';

interface ConversationRowProps {
  conversation: Conversation;
  ownId: string;
  current: boolean;
  /** What of this conversation has not left this device. */
  kept: readonly KeptMessage[];
}

/** What waits here matters more than what was said last. */
function keptWords(kept: readonly KeptMessage[]): string | null {
  const refused = kept.filter(({ state }) => state === 'refused').length;
  if (refused > 0) return `${countOf(refused, 'message was', 'messages were')} not sent`;
  return kept.length > 0 ? `${countOf(kept.length, 'message is', 'messages are')} kept on this device` : null;
}

/** What was deleted, or is left out for the reader, has no words. */
function lastWords(last: Conversation['last'], ownId: string): string {
  if (last === null) return 'Nothing said yet';
  if (last.text === '') return 'A message that was taken out';
  return `${last.senderId === ownId ? 'You: ' : ''}${last.text}`;
}

export function ConversationRow({ conversation, ownId, current, kept }: ConversationRowProps) {
  const { id, last, unread, lastAt } = conversation;
  const isQuiet = isMuted(conversation);
  const text = keptWords(kept) ?? lastWords(last, ownId);
  return (
    <li>
      <Link className="cv" to={paths.conversation.href(id)} aria-current={current || undefined}>
        <Avatar name={conversation.title ?? othersOf(conversation, ownId)[0]?.name ?? '?'} company={conversation.kind === 'group'} />
        <p className={unread > 0 || current ? 't-strong' : 't-medium'}>{nameOf(conversation, ownId, 'short')}</p>
        <time dateTime={lastAt}>{listTime(lastAt)}</time>
        <p className={unread > 0 ? 't-xs' : 't-xs t-2'}>{text}</p>
        {unread > 0 && <span className={isQuiet ? 'count count--quiet' : 'count'}>{unread}<span className="visually-hidden"> unread</span></span>}
        {unread === 0 && isQuiet && <span className="cv__mark"><Icon name="bell" /><span className="visually-hidden">Muted</span></span>}
      </Link>
    </li>
  );
}
