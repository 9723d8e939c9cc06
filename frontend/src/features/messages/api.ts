import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Conversation, ConversationCreate, ConversationList, DeedResult, FoundMessages, Message, MessageFile, MessageList, ReactionWord } from '../../../../worker/features/conversations/schema.ts';
import { ApiError, http, request } from '../../lib/http.ts';

export type { Conversation, ConversationList, FoundMessages, Message, MessageFile, MessageList, ReactionWord };
export type ListFolder = 'inbox' | 'requests' | 'archived';
export type Sent = Extract<DeedResult, { kind: 'send' }>;

const base = '/api/conversations';
const next = <Page extends { nextCursor: string | null }>(page: Page) => page.nextCursor ?? undefined;
const first = undefined as string | undefined;

export const conversationsQuery = (folder: ListFolder) => infiniteQueryOptions({
  queryKey: ['conversations', 'list', folder],
  queryFn: ({ pageParam, signal }) => http.get<ConversationList>(base, { query: { folder, cursor: pageParam }, signal }),
  initialPageParam: first, getNextPageParam: next,
});
/** How many conversations hold something unread; asked for once, kept up by the stream. */
export const unreadQuery = queryOptions({ queryKey: ['conversations', 'counts'], queryFn: async ({ signal }) => (await http.get<ConversationList>(base, { query: { limit: 1 }, signal })).counts, staleTime: 5 * 60_000 });
export const conversationQuery = (id: string) => queryOptions({ queryKey: ['conversations', 'one', id], queryFn: ({ signal }) => http.get<Conversation>(`${base}/${id}`, { signal }) });
/** Newest first. */
export const messagesQuery = (id: string) => infiniteQueryOptions({
  queryKey: ['messages', 'of', id],
  queryFn: ({ pageParam, signal }) => http.get<MessageList>(`${base}/${id}/messages`, { query: { cursor: pageParam }, signal }),
  initialPageParam: first, getNextPageParam: next,
});
export const searchMessagesQuery = (words: string) => infiniteQueryOptions({
  queryKey: ['messages', 'search', words],
  queryFn: ({ pageParam, signal }) => http.get<FoundMessages>(`${base}/search`, { query: { q: words, cursor: pageParam }, signal }),
  initialPageParam: first, getNextPageParam: next, enabled: words !== '',
});

export const openConversation = (what: ConversationCreate) => http.post<Conversation>(base, what);
export const postMessage = (conversationId: string, message: { clientId: string; body: string; attachments: readonly string[]; replyTo?: string }) =>
  within(20_000, (signal) => http.post<Message>(`${base}/${conversationId}/messages`, message, { signal }));
export const editMessage = ({ conversationId, id }: Message, body: string) => http.patch<Message>(`${base}/${conversationId}/messages/${id}`, { body });
export const deleteMessage = ({ conversationId, id }: Message) => http.delete<void>(`${base}/${conversationId}/messages/${id}`);
export const react = ({ conversationId, id }: Message, word: ReactionWord | null) => http.put<void>(`${base}/${conversationId}/messages/${id}/reaction`, { word });
export const putRead = (conversationId: string, seq: number) => http.put<void>(`${base}/${conversationId}/read`, { seq });
export const mute = (id: string, until: string | null) => http.put<void>(`${base}/${id}/mute`, { until });
export const archive = (id: string, archived: boolean) => http.put<void>(`${base}/${id}/archive`, { archived });
export const rename = (id: string, title: string) => http.patch<Conversation>(`${base}/${id}`, { title });
export const acceptRequest = (id: string) => http.post<Conversation>(`${base}/${id}/accept`);
export const declineRequest = (id: string) => http.post<void>(`${base}/${id}/decline`);
export const addPeople = (id: string, personIds: readonly string[]) => http.post<Conversation>(`${base}/${id}/members`, { personIds });
/** One leaves, or whoever opened the group takes somebody out. */
export const endMembership = (id: string, personId: string) => http.delete<void>(`${base}/${id}/members/${personId}`);

/** A request that must not hang: past `ms` it counts as unanswered. */
const within = <T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const signal = AbortSignal.timeout(ms);
  return work(signal).catch((cause: unknown) => {
    throw signal.aborted ? new ApiError('No answer came in time.', { kind: 'network', status: 0, code: 'network', cause }) : cause;
  });
};

/** Stores a file or voice note; it is shown to nobody before a message carries it. */
export async function storeFile(conversationId: string, { blob, name, kind }: { blob: Blob; name: string; kind: 'file' | 'voice' }): Promise<string> {
  const { id } = await within(5 * 60_000, (signal) => request<MessageFile>('POST', `${base}/${conversationId}/files`, { query: { kind, name }, raw: blob, signal }));
  return id;
}
