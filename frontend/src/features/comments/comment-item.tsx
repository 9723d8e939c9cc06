import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { Comment } from '../../../../worker/features/comments/schema.ts';
import { paths } from '../../app/paths.ts';
import { formatAgo } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { changeComment, removeComment } from './api.ts';
import { CommentForm } from './comment-form.tsx';

const ReportDialog = lazy(() => import('../reports/report-dialog.tsx'));

interface CommentItemProps {
  comment: Comment;
  /** Who owns the pitch: they may take down what is said under it. */
  ownerId: string;
  onReply?: (() => void) | undefined;
  onChanged: () => Promise<unknown>;
}

export function CommentItem({ comment, ownerId, onReply, onChanged }: CommentItemProps) {
  const [mode, setMode] = useState<'read' | 'edit' | 'delete' | 'report'>('read');
  const { user } = useSession();
  const remove = useMutation({ mutationFn: () => removeComment(comment.id), onSuccess: onChanged });
  const { author } = comment;
  if (author === null) return <p className="comment__gone t-3">This comment was deleted.</p>;
  const isOwn = user?.id === author.id;
  const back = () => setMode('read');
  const action = (label: string, onClick: () => void) => <button type="button" className="link" onClick={onClick}>{label}<span className="visually-hidden">, comment of {author.name}</span></button>;
  return (
    <article className="comment" aria-label={`Comment of ${author.name}`}>
      <Avatar name={author.name} size="sm" />
      <div className="grow">
        <p className="t-xs t-2">
          <Link className="t-strong comment__name" to={paths.person.href(author.handle)}>{author.name}</Link>{author.id === ownerId && ', made this pitch'} <time dateTime={comment.createdAt}>{formatAgo(comment.createdAt)}</time>{comment.editedAt !== null && ', edited'}
        </p>
        {mode === 'edit'
          ? <CommentForm label="Your comment" verb="Save" start={comment.body} onDone={back} send={async (body) => { await changeComment(comment.id, body); await onChanged(); }} />
          : <p className="comment__body">{comment.body}</p>}
        {mode === 'delete' && (
          <p className="row row--wrap t-sm" role="group" aria-label="Delete this comment?">
            Delete it for good? {action('Delete', remove.mutate)} {action('Keep it', back)}
            {remove.isError && <span className="t-negative" role="alert">That didn’t work. Try again.</span>}
          </p>
        )}
        {mode === 'read' && user !== null && (
          <p className="row row--wrap comment__acts t-xs">
            {onReply && action('Answer', onReply)}
            {isOwn && action('Edit', () => setMode('edit'))}
            {(isOwn || user.id === ownerId) && action('Delete', () => setMode('delete'))}
            {!isOwn && action('Report', () => setMode('report'))}
          </p>
        )}
      </div>
      {mode === 'report' && <Suspense><ReportDialog subject={{ kind: 'comment', id: comment.id }} what="this comment" onClose={back} /></Suspense>}
    </article>
  );
}
