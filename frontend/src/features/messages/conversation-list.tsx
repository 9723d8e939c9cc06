import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Poster } from '../../ui/poster.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { conversationsQuery, type ListFolder } from './api.ts';
import { ConversationRow } from './conversation-row.tsx';
import { byProject } from './groups.ts';
import { useKept } from './outbox-tab.ts';

const nothing: Record<ListFolder, string> = {
  inbox: 'No conversations yet. One opens by itself when an NDA is signed; “Message” on a pitch or a profile starts one.',
  requests: 'Nobody is waiting for your answer.',
  archived: 'Nothing is archived. A conversation comes back by itself when somebody writes in it.',
};

/** Conversations of a folder, by project. */
export function ConversationList({ folder, currentId, headingLevel }: { folder: ListFolder; currentId: string | undefined; headingLevel: 2 | 3 }) {
  const { user } = useSession();
  const kept = useKept(({ messages }) => messages);
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(conversationsQuery(folder));
  const items = data?.pages.flatMap((page) => page.items);
  const Heading = `h${headingLevel}` as const;
  if (items === undefined) {
    return error
      ? <div className="ml__pad"><ErrorPanel title="Your conversations didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>
      : <div className="ml__pad" aria-busy="true"><Skeleton shape="lines" count={6} /></div>;
  }
  if (items.length === 0) {
    return (
      <div className="ml__pad stack">
        <p className="t-2">{nothing[folder]}</p>
        <p>{folder === 'inbox' ? <ButtonLink size="sm" to={paths.browse.href()}>Browse pitches</ButtonLink> : <Link className="link" to={paths.messages.href()}>See your conversations</Link>}</p>
      </div>
    );
  }
  return (
    <>
      {byProject(items).map(({ pitch, items: some }) => (
        <section key={pitch?.id ?? ''} aria-label={pitch?.title ?? 'About no project'}>
          <Heading className="ml__g">
            {pitch ? <><Poster title={pitch.title} image={pitch.poster} size="xs" decorative /><span className="t-film-md">{pitch.title}</span></> : <span className="t-xs t-2">About no project</span>}
          </Heading>
          <ul>
            {some.map((one) => <ConversationRow key={one.id} conversation={one} ownId={user?.id ?? ''} current={one.id === currentId} kept={kept.filter(({ conversationId }) => conversationId === one.id)} />)}
          </ul>
        </section>
      ))}
      {hasNextPage && <div className="ml__pad"><Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show more</Button></div>}
    </>
  );
}
