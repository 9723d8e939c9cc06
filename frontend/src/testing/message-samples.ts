// Conversations as the API gives them, typed by the server's own schemas.
import type { Conversation, Message } from '../../../worker/features/conversations/schema.ts';

export const ownId = '01900000-0000-7000-8000-0000000000a1';
export const otherId = '01900000-0000-7000-8000-0000000000b2';
export const conversationId = '01900000-0000-7000-8000-00000000c001';

export const sampleMessage = (seq: number, change: Partial<Message> = {}): Message => ({
  id: `m${seq}`, conversationId, seq, clientId: `k${seq}`, sender: { id: otherId, name: 'Maren Oyelaran' }, body: `Message ${seq}`, sentAt: `2026-11-23T11:${String(10 + seq)}:00.000Z`,
  editedAt: null, deletedAt: null, hidden: false, replyTo: null, files: [], reactions: [], ...change,
});

export const sampleConversation = (change: Partial<Conversation> = {}): Conversation => ({
  id: conversationId, kind: 'nda', title: null, pitch: { id: 'p1', slug: 'salt-year', title: 'Salt Year', poster: null }, ndaId: 'n1', createdBy: null,
  people: [
    { id: ownId, name: 'Harriet Osei-Lund', handle: 'harriet', portal: 'investor', readSeq: 3, readAt: '2026-11-23T11:13:00.000Z' },
    { id: otherId, name: 'Maren Oyelaran', handle: 'maren', portal: 'creator', readSeq: 2, readAt: '2026-11-23T11:12:00.000Z' },
  ],
  lastSeq: 3, lastAt: '2026-11-23T11:13:00.000Z', last: { seq: 3, senderId: otherId, text: 'Message 3', at: '2026-11-23T11:13:00.000Z' },
  folder: 'inbox', unread: 0, mutedUntil: null, archivedAt: null, shut: null, ...change,
});
