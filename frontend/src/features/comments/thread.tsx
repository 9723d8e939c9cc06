import { useState } from 'react';
import type { Thread as ThreadData } from '../../../../worker/features/comments/schema.ts';
import { addComment } from './api.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';

interface ThreadProps {
  thread: ThreadData;
  pitchId: string;
  ownerId: string;
  onChanged: () => Promise<unknown>;
}

/** A comment with its answers: one level, so that a phone can show it. */
export function Thread({ thread, pitchId, ownerId, onChanged }: ThreadProps) {
  const [isAnswering, setAnswering] = useState(false);
  return (
    <li className="thread">
      <CommentItem comment={thread} ownerId={ownerId} onReply={thread.isDeleted ? undefined : () => setAnswering(true)} onChanged={onChanged} />
      {(thread.replies.length > 0 || isAnswering) && (
        <ul className="thread__replies">
          {thread.replies.map((reply) => <li key={reply.id}><CommentItem comment={reply} ownerId={ownerId} onChanged={onChanged} /></li>)}
          {isAnswering && (
            <li>
              <CommentForm label={`Answer ${thread.author?.name ?? ''}`} verb="Post the answer" rows={2} onDone={() => setAnswering(false)} send={async (body) => { await addComment(pitchId, body, thread.id); await onChanged(); }} />
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
