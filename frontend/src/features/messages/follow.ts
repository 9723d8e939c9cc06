// Keeps what is shown of conversations up with the stream.
import type { QueryClient } from '@tanstack/react-query';
import { live } from '../../lib/live/live.ts';
import { conversationQuery, conversationsQuery, type Conversation, type ListFolder, type Message, messagesQuery, unreadQuery } from './api.ts';
import { afterEdit, afterMessage, afterRead, type Conversations, type Messages, withConversation, withDeletion, withEdit, withMessage, withReaction } from './apply.ts';

const folders: readonly ListFolder[] = ['inbox', 'requests', 'archived'];

/** A message that was written or heard, into everything that shows its conversation. */
export function showMessage(client: QueryClient, message: Message, ownId: string): void {
  changeMessages(client, message.conversationId, (shown) => withMessage(shown, message));
  changeConversation(client, message.conversationId, (shown) => afterMessage(shown, message, ownId));
}

export function changeMessages(client: QueryClient, id: string, change: (shown: Messages) => Messages | null): void {
  const { queryKey } = messagesQuery(id);
  const shown = client.getQueryData<Messages>(queryKey);
  const next = shown === undefined ? undefined : change(shown);
  // Its first answer may be on its way: that one may not know of this yet.
  if (next === undefined || next === null || client.isFetching({ queryKey }) > 0) void client.invalidateQueries({ queryKey });
  if (next) client.setQueryData(queryKey, next);
}

export function changeConversation(client: QueryClient, id: string, change: (shown: Conversation) => Conversation): void {
  client.setQueryData<Conversation>(conversationQuery(id).queryKey, (shown) => shown && change(shown));
  let isListed = false;
  for (const folder of folders) {
    const { queryKey } = conversationsQuery(folder);
    const shown = client.getQueryData<Conversations>(queryKey);
    const next = shown && withConversation(shown, id, change);
    if (!next) continue;
    isListed = true;
    client.setQueryData(queryKey, next);
  }
  if (!isListed) void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
}

export const askAgain = (client: QueryClient, id: string): void => {
  void client.invalidateQueries({ queryKey: conversationQuery(id).queryKey });
  void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
  void client.invalidateQueries({ queryKey: unreadQuery.queryKey });
};

/** Begins for this person; gives the way to stop. */
export function followConversations(client: QueryClient, ownId: string): () => void {
  const count = (): void => void client.invalidateQueries({ queryKey: unreadQuery.queryKey });
  const stops = [
    live.on('message', ({ conversationId, message }) => {
      // Names of files behind a gate are told to nobody at large: whom it lets in learns them by asking.
      if (message.files.some(({ source }) => source === 'pitch')) void client.invalidateQueries({ queryKey: messagesQuery(conversationId).queryKey });
      showMessage(client, message, ownId);
      if (message.sender?.id !== ownId) count();
    }),
    live.on('message_edited', ({ conversationId, message }) => {
      changeMessages(client, conversationId, (shown) => withEdit(shown, message));
      changeConversation(client, conversationId, (shown) => afterEdit(shown, message));
    }),
    live.on('message_deleted', (event) => {
      changeMessages(client, event.conversationId, (shown) => withDeletion(shown, event));
      void client.invalidateQueries({ queryKey: ['conversations', 'list'] });
    }),
    live.on('reaction', (event) => changeMessages(client, event.conversationId, (shown) => withReaction(shown, event))),
    live.on('read', (event) => {
      changeConversation(client, event.conversationId, (shown) => afterRead(shown, event, ownId));
      if (event.userId === ownId) count();
    }),
    live.on('conversation', ({ conversationId }) => askAgain(client, conversationId)),
    // A signature opens a conversation.
    live.on('nda', ({ status }) => { if (status === 'signed') for (const key of ['list', 'counts']) void client.invalidateQueries({ queryKey: ['conversations', key] }); }),
    live.on('conversation_mine', ({ conversationId, folder }) => {
      // One has left, or was taken out: nothing of it is kept here.
      if (folder === 'left') client.removeQueries({ queryKey: messagesQuery(conversationId).queryKey });
      askAgain(client, conversationId);
    }),
  ];
  return () => { for (const stop of stops) stop(); };
}
