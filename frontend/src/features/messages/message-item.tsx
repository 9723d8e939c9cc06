import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { formatClock } from '../../lib/format.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { deleteMessage, react, type Conversation, type Message, type ReactionWord } from './api.ts';
import { lineOf, withDeletion, withReaction } from './apply.ts';
import { EditForm } from './edit-form.tsx';
import { changeMessages } from './follow.ts';
import { MessageBody } from './message-body.tsx';
import { MessageFile } from './message-file.tsx';
import { MessageMenu } from './message-menu.tsx';
import { Reactions } from './reactions.tsx';

const ReportDialog = lazy(() => import('../reports/report-dialog.tsx'));

interface MessageItemProps {
  message: Message;
  continues: boolean;
  receipt: string | null;
  /** What it answers, where that is on the page. */
  repliedTo: Message | undefined;
  conversation: Conversation;
  ownId: string;
  onReply: (message: Message) => void;
}

export const MessageItem = memo(function MessageItem({ message, continues, receipt, repliedTo, conversation, ownId, onReply }: MessageItemProps) {
  const client = useQueryClient();
  const [mode, setMode] = useState<'read' | 'edit' | 'delete' | 'report'>('read');
  const back = () => setMode('read');
  const article = useRef<HTMLElement>(null);
  const before = useRef(mode);
  // Whoever changed their mind, or is done, goes on from the message, and not from the top of the page.
  useEffect(() => {
    const was = before.current;
    before.current = mode;
    if (mode === 'delete') article.current?.querySelector<HTMLElement>('.msg__sure button')?.focus();
    if (mode === 'read' && (was === 'edit' || was === 'delete')) (article.current?.querySelector<HTMLElement>('.msg__acts button') ?? article.current)?.focus();
  }, [mode]);
  const { id, conversationId, sender, body, sentAt, editedAt, deletedAt, hidden, replyTo, files } = message;
  const isOwn = sender?.id === ownId;
  const name = isOwn ? 'You' : (sender?.name ?? 'Pitchey');
  const remove = useMutation({
    mutationFn: () => deleteMessage(message),
    onSuccess: () => changeMessages(client, conversationId, (shown) => withDeletion(shown, { kind: 'message_deleted', conversationId, messageId: id, seq: message.seq, at: new Date().toISOString() })),
  });
  const answer = useMutation({
    mutationFn: (word: ReactionWord | null) => react(message, word),
    // Shown at once; what the server refuses is asked for anew.
    onMutate: (word) => changeMessages(client, conversationId, (shown) => withReaction(shown, { messageId: id, userId: ownId, word })),
    onError: () => client.invalidateQueries({ queryKey: ['messages', 'of', conversationId] }),
  });
  if (sender === null) return <p className="sysmsg" id={`m-${id}`}>{body} <time dateTime={sentAt}>{formatClock(sentAt)}</time></p>;
  const isGone = deletedAt !== null || hidden;
  return (
    <article ref={article} className="msg" id={`m-${id}`} tabIndex={-1} aria-label={`${name}, ${formatClock(sentAt)}`}>
      {!continues && <Avatar name={sender.name} />}
      <div>
        {!continues && <p className="msg__h"><b className="t-strong">{name}</b><time dateTime={sentAt}>{formatClock(sentAt)}</time>{editedAt !== null && !isGone && <span className="t-xs">edited</span>}</p>}
        {replyTo !== null && <Link className="msg__to" to={{ hash: `m-${replyTo.id}` }} replace>{repliedTo ? `${repliedTo.sender?.id === ownId ? 'You' : (repliedTo.sender?.name ?? 'Pitchey')}: ${lineOf(repliedTo)}` : 'An earlier message'}</Link>}
        {isGone && <p className="msg__gone">{hidden ? 'Left out: there is a block between you.' : 'Deleted.'}</p>}
        {!isGone && mode === 'edit' && <EditForm message={message} onDone={back} />}
        {!isGone && mode !== 'edit' && <MessageBody text={body} />}
        {!isGone && mode !== 'edit' && continues && editedAt !== null && <p className="t-xs t-3">edited</p>}
        {!isGone && files.map((file) => <MessageFile key={file.id} file={file} pitch={conversation.pitch} />)}
        {mode === 'delete' && (
          <p className="row row--wrap t-sm mt-2 msg__sure" role="group" aria-label="Delete this message?">
            Delete it for everybody?
            <button type="button" className="link" onClick={() => { remove.mutate(); back(); }}>Delete</button>
            <button type="button" className="link" onClick={back}>Keep it</button>
          </p>
        )}
        {remove.isError && <p className="t-xs t-negative" role="alert">It is still there: {remove.error.message}</p>}
        {answer.isError && <p className="t-xs t-negative" role="alert">Your answer did not arrive. Try again.</p>}
        {!isGone && <Reactions message={message} people={conversation.people} ownId={ownId} onReact={answer.mutate} />}
        {receipt !== null && <p className="rcpt"><Icon name="check" />{receipt}</p>}
      </div>
      {!isGone && (mode === 'read' || mode === 'report') && (
        <MessageMenu message={message} ownId={ownId} canWrite={conversation.shut === null} onReply={() => onReply(message)} onEdit={() => setMode('edit')} onDelete={() => setMode('delete')} onReport={() => setMode('report')} onReact={answer.mutate} />
      )}
      {mode === 'report' && <Suspense><ReportDialog subject={{ kind: 'message', id }} what="this message" onClose={back} /></Suspense>}
    </article>
  );
});
