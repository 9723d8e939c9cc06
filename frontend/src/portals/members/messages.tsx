import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../app/paths.ts';
import { conversationQuery, conversationsQuery, unreadQuery, type ListFolder } from '../../features/messages/api.ts';
import { ConversationList } from '../../features/messages/conversation-list.tsx';
import { nameOf } from '../../features/messages/names.ts';
import { SearchResults } from '../../features/messages/search-results.tsx';
import { Thread } from '../../features/messages/thread.tsx';
import { ApiError } from '../../lib/http.ts';
import { useSession } from '../../lib/session.ts';
import { usePage } from '../../lib/use-page.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import '../../features/messages/messages.css';

const StartGroupDialog = lazy(() => import('../../features/messages/start-group-dialog.tsx'));
const folders = { requests: 'requests', archived: 'archived' } as const;

function Side({ folder, currentId, ownId }: { folder: ListFolder; currentId: string | undefined; ownId: string }) {
  const [words, setWords] = useState('');
  const [isOpening, setOpening] = useState(false);
  const sought = useDeferredValue(words.trim());
  const { data: counts } = useQuery(unreadQuery);
  const link = (to: ListFolder, label: string, count = 0) => <Link to={paths.messages.href(to === 'inbox' ? undefined : to)} aria-current={folder === to ? 'page' : undefined}>{label}{count > 0 && <span className="num"> {count}</span>}</Link>;
  const Heading = currentId === undefined ? 'h1' : 'h2';
  return (
    <section className="ml" aria-label="Conversations">
      <div className="ml__head">
        <div className="row between"><Heading className="t-h2">Messages</Heading><IconButton icon="plus" label="New group" onClick={() => setOpening(true)} /></div>
        <label className="input-group"><span className="visually-hidden">Search messages</span><Icon name="search" /><input className="input" type="search" placeholder="Search people and words" value={words} onChange={(event) => setWords(event.target.value)} /></label>
        <nav className="ml__folders" aria-label="Folders">{link('inbox', 'Inbox')}{link('requests', 'Requests', counts?.requests)}{link('archived', 'Archived')}</nav>
      </div>
      <div className="ml__list">
        {sought === '' ? <ConversationList folder={folder} currentId={currentId} headingLevel={currentId === undefined ? 2 : 3} /> : <SearchResults words={sought} />}
      </div>
      {isOpening && <Suspense><StartGroupDialog ownId={ownId} onClose={() => setOpening(false)} /></Suspense>}
    </section>
  );
}

/** Beside the list, where nothing is open. */
function NoneOpen({ folder }: { folder: ListFolder }) {
  const { data } = useInfiniteQuery(conversationsQuery(folder));
  const isEmpty = data?.pages.every(({ items }) => items.length === 0) ?? false;
  return <div className="th th--none"><p>{isEmpty ? 'What is said is read here, and answered.' : 'Choose a conversation.'}</p></div>;
}

/** Conversations of a member by project, and the one that is open. */
export default function Messages() {
  const { id } = useParams();
  const [search] = useSearchParams();
  const { user } = useSession();
  const { data, error, refetch, isFetching, isPaused } = useQuery({ ...conversationQuery(id ?? ''), enabled: id !== undefined });
  const isMissing = error instanceof ApiError && error.status === 404;
  // Whoever was taken out of it still holds what was shown before; it is not theirs any more.
  const conversation = isMissing ? undefined : data;
  usePage({ title: id === undefined ? 'Messages' : isMissing ? 'No such conversation' : conversation && user ? nameOf(conversation, user.id) : undefined });
  if (user === null) return null; // the guard around it knows better
  const folder = conversation ? (conversation.folder === 'requests' ? 'requests' : conversation.archivedAt === null ? 'inbox' : 'archived') : (folders[search.get('show') as keyof typeof folders] ?? 'inbox');
  return (
    <div className={id === undefined ? 'ms' : 'ms ms--open'}>
      <Side folder={folder} currentId={id} ownId={user.id} />
      {id === undefined && <NoneOpen folder={folder} />}
      {id !== undefined && conversation && <Thread key={conversation.id} conversation={conversation} user={user} />}
      {id !== undefined && !conversation && (
        <section className="th" aria-label="Conversation">
          <header className="th__head"><Link className="iconbtn th__back" to={paths.messages.href()} aria-label="All conversations"><Icon name="chev-left" /></Link><h1 className="t-h3">{isMissing ? 'There is no such conversation' : 'Conversation'}</h1></header>
          <div className="th__body">
            {isMissing && <p className="t-2">It may have been left, or it is between other people.</p>}
            {error && !isMissing && <ErrorPanel title="The conversation didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
            {!error && isPaused && <Notice tone="caution">Offline. This conversation was not opened on this page before; it is shown when you are back.</Notice>}
            {!error && !isPaused && <div aria-busy="true"><Skeleton shape="lines" count={5} /></div>}
          </div>
        </section>
      )}
    </div>
  );
}
