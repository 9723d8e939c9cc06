// The outbox of this tab over the browser's storage, locks and network.
import type { QueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { live } from '../../lib/live/live.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { ApiError } from '../../lib/http.ts';
import { postMessage, type Sent, storeFile } from './api.ts';
import { askAgain, showMessage } from './follow.ts';
import { type KeptFile, type KeptMessage, keptMessages } from './kept-messages.ts';
import { UNANSWERED_MESSAGES } from './limits.ts';
import { createOutbox, type Outbox } from './outbox.ts';

/** What is kept on this device, oldest first, as every tab shows it. */
export const useKept = create<{ messages: readonly KeptMessage[] }>(() => ({ messages: [] }));

let outbox: Outbox | null = null;
let channel: BroadcastChannel | null = null;
let person: string | null = null;

async function reload(): Promise<void> {
  if (person !== null) useKept.setState({ messages: await keptMessages.list(person) });
}

/** What is kept is different: this tab shows it, the others look. */
async function changed(): Promise<void> {
  await reload();
  channel?.postMessage('changed');
}

async function hand(client: QueryClient, message: KeptMessage, fileIds: readonly string[]): Promise<void> {
  const { id, conversationId, body, replyTo } = message;
  const isLive = useLiveStatus.getState().status === 'live';
  const sent = await (isLive
    ? live.ask({ type: 'deed', id, room: `conversation:${conversationId}`, deed: { kind: 'send', body, ...(fileIds.length > 0 && { fileIds: [...fileIds] }), ...(replyTo !== null && { replyTo }) } }).then((result) => (result as Sent).message)
    : postMessage(conversationId, { clientId: id, body, attachments: fileIds, ...(replyTo !== null && { replyTo }) })
  ).catch((error: unknown) => {
    // Closed, or waiting for an answer: the page shows so, and offers no field for the next one.
    if (error instanceof ApiError && error.code === 'conflict') askAgain(client, conversationId);
    throw error;
  });
  // Shown as sent before it is forgotten as kept: it never leaves the page in between.
  showMessage(client, sent, message.userId);
  // With these a request is full.
  if (sent.seq === UNANSWERED_MESSAGES) askAgain(client, conversationId);
}

/** Begins for this person; gives the way to stop. */
export function startOutbox(client: QueryClient, userId: string): () => void {
  person = userId;
  channel = new BroadcastChannel(`pitchey-outbox:${userId}`);
  channel.onmessage = () => void reload();
  const tab = createOutbox(userId, {
    store: keptMessages,
    upload: storeFile,
    send: (message, fileIds) => hand(client, message, fileIds),
    canSend: () => useLiveStatus.getState().status !== 'offline',
    alone: (work) => navigator.locks.request(`pitchey-outbox:${userId}`, work),
    changed,
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    chance: Math.random,
  });
  outbox = tab;
  const drain = (): void => void tab.drain();
  const unfollow = useLiveStatus.subscribe(({ status }, before) => { if (status !== before.status && status !== 'offline') drain(); });
  window.addEventListener('online', drain);
  void reload().then(drain);
  return () => {
    tab.stop();
    unfollow();
    window.removeEventListener('online', drain);
    channel?.close();
    [outbox, channel, person] = [null, null, null];
    useKept.setState({ messages: [] });
  };
}

export interface Draft {
  body: string;
  replyTo: string | null;
  files: readonly KeptFile[];
}

/** Keeps a message and sends it as soon as it gets through. Resolves when it is on disk. */
export async function keep(conversationId: string, { body, replyTo, files }: Draft): Promise<void> {
  if (person === null) throw new ApiError('Sign in again; what you wrote is still here.', { kind: 'http', status: 401, code: 'unauthenticated' });
  await keptMessages.add({
    id: crypto.randomUUID(), userId: person, conversationId, body, replyTo, files: [...files],
    at: new Date().toISOString(), state: 'kept', reason: null,
  });
  await changed();
  void outbox?.drain();
}

export async function tryAgain(id: string): Promise<void> {
  await keptMessages.edit(id, (message) => ({ ...message, state: 'kept', reason: null }));
  await changed();
  void outbox?.drain();
}

/** Takes a message back. False: it is on its way already. */
export async function takeBack(id: string): Promise<boolean> {
  const isBack = await keptMessages.take(id);
  await changed();
  return isBack;
}
