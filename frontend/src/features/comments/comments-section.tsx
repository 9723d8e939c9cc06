import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import type { Pitch } from '../../../../worker/features/pitches/schema.ts';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { addComment, commentsQuery } from './api.ts';
import { CommentForm } from './comment-form.tsx';
import { Thread } from './thread.tsx';
import './comments.css';

/** What people say under a published pitch. Everyone reads, members write. */
export default function CommentsSection({ pitch }: { pitch: Pitch }) {
  const client = useQueryClient();
  const { user, status } = useSession();
  const { pathname } = useLocation();
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(commentsQuery(pitch.id));
  // The count beside the heading is the pitch's.
  const reload = () => Promise.all([client.invalidateQueries({ queryKey: ['comments', pitch.id] }), client.invalidateQueries({ queryKey: ['pitches', 'one'] })]);
  const threads = data?.pages.flatMap(({ items }) => items);
  return (
    <div className="comments">
      {user !== null && <CommentForm label="Say something about this pitch" verb="Post the comment" send={async (body) => { await addComment(pitch.id, body, undefined); await reload(); }} />}
      {status === 'anonymous' && <p className="row row--wrap t-2">Members of Pitchey may comment. <ButtonLink size="sm" to={paths.signIn.href(`${pathname}#comments`)}>Sign in to comment</ButtonLink></p>}
      {error && threads === undefined && <ErrorPanel title="The comments didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
      {threads === undefined && !error && <div aria-busy="true"><Skeleton shape="lines" count={4} /></div>}
      {threads?.length === 0 && <p className="t-2">Nobody has commented yet.</p>}
      {threads !== undefined && threads.length > 0 && (
        <ul className="threads">
          {threads.map((thread) => <Thread key={thread.id} thread={thread} pitchId={pitch.id} ownerId={pitch.creator.id} onChanged={reload} />)}
        </ul>
      )}
      {hasNextPage && <Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show older comments</Button>}
    </div>
  );
}
