import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Conversation, conversationsQuery, searchMessagesQuery } from './api.ts';
import { lineOf } from './apply.ts';
import { ConversationRow } from './conversation-row.tsx';
import { excerptOf } from './excerpt.ts';
import { nameOf } from './names.ts';
import { listTime } from './thread-lines.ts';

/** Conversations whose people, name or project match; words in messages come from the server. */
const matches = (conversation: Conversation, words: string, ownId: string): boolean =>
  `${nameOf(conversation, ownId)} ${conversation.pitch?.title ?? ''}`.toLowerCase().includes(words.toLowerCase());

export function SearchResults({ words }: { words: string }) {
  const { user } = useSession();
  const ownId = user?.id ?? '';
  const { data: listed } = useInfiniteQuery(conversationsQuery('inbox'));
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(searchMessagesQuery(words));
  const people = (listed?.pages.flatMap(({ items }) => items) ?? []).filter((one) => matches(one, words, ownId));
  const found = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      {people.length > 0 && <ul aria-label="Conversations">{people.map((one) => <ConversationRow key={one.id} conversation={one} ownId={ownId} current={false} kept={[]} />)}</ul>}
      <p className="ml__g t-xs t-2" role="status">{found === undefined ? (error ? '' : 'Looking through your messages…') : found.length === 0 ? 'No message has these words.' : 'In messages'}</p>
      {error && found === undefined && <div className="ml__pad"><ErrorPanel title="The search gave no answer" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>}
      {found === undefined && !error && <div className="ml__pad" aria-busy="true"><Skeleton shape="lines" count={3} /></div>}
      {found && found.length > 0 && (
        <ul aria-label="Messages">
          {found.map(({ message, conversation }) => (
            <li key={message.id}>
              <Link className="cv cv--found" to={paths.conversation.href(conversation.id, message.id)}>
                <p className="t-medium">{message.sender?.id === ownId ? 'You' : (message.sender?.name ?? 'Pitchey')}{conversation.pitchTitle !== null && `, ${conversation.pitchTitle}`}</p>
                <time dateTime={message.sentAt}>{listTime(message.sentAt)}</time>
                <p className="t-xs t-2 cv__words">{message.body === '' ? lineOf(message) : <Marked pieces={excerptOf(message.body, words)} />}</p>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && <div className="ml__pad"><Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button></div>}
    </>
  );
}
