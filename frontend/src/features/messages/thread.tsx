import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type Conversation, type Message, messagesQuery } from './api.ts';
import { Composer, type ComposerHandle } from './composer.tsx';
import { KeptItem } from './kept-item.tsx';
import { MessageItem } from './message-item.tsx';
import { addressees, nameOf, othersOf, writingSentence } from './names.ts';
import { OfflineBar } from './offline-bar.tsx';
import { useKept } from './outbox-tab.ts';
import { RequestBar } from './request-bar.tsx';
import { ThreadHead } from './thread-head.tsx';
import { linesOf } from './thread-lines.ts';
import { useMarkRead } from './use-mark-read.ts';
import { useRoomSigns } from './use-room-signs.ts';

/** This near to the end counts as being there, in px. */
const NEAR = 80;

interface ThreadProps {
  conversation: Conversation;
  user: { id: string; name: string };
}

/** One conversation: what was said, what waits on this device, who is writing, and the field to write in. */
export function Thread({ conversation, user }: ThreadProps) {
  const { id, people, shut, folder } = conversation;
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage, isPaused } = useInfiniteQuery(messagesQuery(id));
  const all = useKept(({ messages }) => messages);
  const kept = useMemo(() => all.filter(({ conversationId }) => conversationId === id), [all, id]);
  const [replyTo, setReplyTo] = useState<Message | null>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const { hash } = useLocation();
  const body = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const { here, presence, typing, typedBefore } = useRoomSigns(conversation);

  const messages = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  const lines = useMemo(() => (messages === undefined ? undefined : linesOf(messages, people, user.id)), [messages, people, user.id]);
  const byId = useMemo(() => new Map(messages?.map((message) => [message.id, message])), [messages]);
  const sentIds = useMemo(() => new Set(messages?.map(({ clientId }) => clientId)), [messages]);
  const waiting = kept.filter((message) => !sentIds.has(message.id));
  const canWrite = shut === null && folder === 'inbox';
  const newest = messages?.[0];
  useMarkRead(conversation, newest?.seq ?? 0, isAtEnd && folder === 'inbox', user.id);

  const names = (ids: readonly string[]) => othersOf(conversation, user.id).filter((person) => ids.includes(person.id)).map(({ name }) => name);
  const writing = typing.length > 0 ? writingSentence(names(typing)) : typedBefore.length > 0 ? `${writingSentence(names(typedBefore), 'then')} when you went offline` : '';

  // The end is kept in sight while one is there; somebody who reads further up is left alone. Older messages grow upwards.
  const stays = useRef(true);
  const before = useRef({ height: 0, oldest: '' });
  const oldest = messages?.at(-1)?.id ?? '';
  useLayoutEffect(() => {
    const box = body.current;
    if (!box) return;
    if (stays.current) box.scrollTop = box.scrollHeight;
    else if (oldest !== before.current.oldest && before.current.oldest !== '') box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { height: box.scrollHeight, oldest };
  }, [oldest, newest, waiting.length, writing]);

  // What changes its height by itself (a keyboard that opens, a picture that arrives) leaves the end in sight as well.
  useEffect(() => {
    const box = body.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(() => { if (stays.current) box.scrollTop = box.scrollHeight; });
    watch.observe(box);
    if (box.firstElementChild) watch.observe(box.firstElementChild);
    return () => watch.disconnect();
  }, []);

  // A quote, or a message that was found by its words, leads to where it was said; pages before it are fetched until it is there.
  const sought = hash.startsWith('#m-') ? hash.slice(3) : null;
  const reached = useRef<string | null>(null);
  const isThere = sought !== null && byId.has(sought);
  useLayoutEffect(() => {
    if (sought === null || reached.current === sought) return;
    stays.current = false;
    if (isThere) {
      reached.current = sought;
      document.getElementById(`m-${sought}`)?.scrollIntoView({ block: 'center' });
    } else if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [sought, isThere, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const onScroll = () => {
    const box = body.current;
    if (!box) return;
    stays.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
    setAtEnd(stays.current);
  };
  const toEnd = () => {
    stays.current = true;
    setAtEnd(true);
    if (body.current) body.current.scrollTop = body.current.scrollHeight;
  };
  const reply = useCallback((message: Message) => {
    setReplyTo(message);
    composer.current?.focus();
  }, []);
  return (
    <section className="th" aria-label={`Conversation with ${nameOf(conversation, user.id)}`}>
      <ThreadHead conversation={conversation} ownId={user.id} here={here} presence={presence} />
      {folder === 'requests' && <RequestBar conversation={conversation} ownId={user.id} />}
      <OfflineBar kept={waiting.filter(({ state }) => state !== 'refused').length} />
      <div className="th__body" ref={body} onScroll={onScroll} tabIndex={0} role="region" aria-label="Messages">
        <div className="th__lines">
          {error && lines === undefined && <ErrorPanel title="The messages didn’t load" error={error} onRetry={() => void refetch()} retrying={isFetching} />}
          {lines === undefined && !error && isPaused && <p className="t-2">Offline: what was said here is shown when you are back.</p>}
          {lines === undefined && !error && !isPaused && <div aria-busy="true"><Skeleton shape="lines" count={5} /></div>}
          {hasNextPage && <div><Button size="sm" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>Show older messages</Button></div>}
          {lines?.length === 0 && waiting.length === 0 && <p className="t-2">Nothing has been said yet.{shut === null && ' Begin with what you want to know.'}</p>}
          <div className="th__log" role="log" aria-label="What was said" aria-busy={lines === undefined || isFetchingNextPage}>
            {lines?.map(({ message, day, continues, receipt }) => (
              <div key={message.id} className={continues ? 'th__line th__line--more' : 'th__line'}>
                {day !== null && <p className="sep">{day}</p>}
                <MessageItem message={message} continues={continues} receipt={receipt} repliedTo={message.replyTo === null ? undefined : byId.get(message.replyTo.id)} conversation={conversation} ownId={user.id} onReply={reply} />
              </div>
            ))}
            {waiting.map((message) => <div key={message.id} className="th__line"><KeptItem message={message} name={user.name} onEdit={canWrite ? (draft) => composer.current?.restore(draft) : null} /></div>)}
          </div>
          <p className="row t-xs t-3 th__typing" style={{ gap: 8 }} role="status">{writing !== '' && <><span className="typing" aria-hidden="true"><i /><i /><i /></span>{writing}</>}</p>
        </div>
      </div>
      {!isAtEnd && <div className="th__down"><Button size="sm" onClick={toEnd}>To the latest{conversation.unread > 0 && `, ${conversation.unread} unread`}</Button></div>}
      {shut === 'closed' && <div className="comp"><Notice>Nobody can write in this conversation now. What was said stays here.</Notice></div>}
      {shut === 'waiting' && <div className="comp"><Notice>{addressees(conversation, user.id)} has not answered yet. You can write more when they do.</Notice></div>}
      {canWrite && <Composer key={id} ref={composer} conversationId={id} userId={user.id} to={addressees(conversation, user.id)} pitch={conversation.pitch} replyTo={replyTo} onReplyEnd={() => setReplyTo(null)} onSent={toEnd} />}
    </section>
  );
}
