import { describe, expect, it } from 'vitest';
import { otherId, ownId, sampleConversation, sampleMessage } from '../../testing/message-samples.ts';
import type { Message } from './api.ts';
import { afterMessage, afterRead, lineOf, withConversation, withDeletion, withEdit, withMessage, withReaction, type Messages } from './apply.ts';

const shown = (...pages: Message[][]): Messages => ({ pages: pages.map((items) => ({ items, nextCursor: null })), pageParams: pages.map(() => undefined) });
const three = shown([sampleMessage(3), sampleMessage(2)], [sampleMessage(1)]);
const bodies = (data: Messages | null) => data?.pages.flatMap(({ items }) => items.map(({ body }) => body));

describe('what the stream tells of messages', () => {
  it('puts the next message first, keeps one that is there, and gives up when one is missing', () => {
    expect(bodies(withMessage(three, sampleMessage(4)))).toEqual(['Message 4', 'Message 3', 'Message 2', 'Message 1']);
    expect(bodies(withMessage(three, sampleMessage(3)))).toEqual(['Message 3', 'Message 2', 'Message 1']);
    expect(withMessage(three, sampleMessage(5))).toBeNull();
    expect(bodies(withMessage(shown([]), sampleMessage(9)))).toEqual(['Message 9']);
  });

  it('does not undo an edit that was heard before the message itself', () => {
    const edited = withEdit(three, sampleMessage(3, { body: 'Better', editedAt: '2026-11-23T11:20:00.000Z' }));
    expect(bodies(withMessage(edited, sampleMessage(3)))?.[0]).toBe('Better');
  });

  it('takes words and files away with a deletion', () => {
    const data = withDeletion(three, { kind: 'message_deleted', conversationId: 'c', messageId: 'm2', seq: 2, at: '2026-11-23T12:00:00.000Z' });
    expect(data.pages[0]?.items[1]).toMatchObject({ body: '', deletedAt: '2026-11-23T12:00:00.000Z' });
  });

  it('keeps one word a person', () => {
    const once = withReaction(three, { messageId: 'm1', userId: ownId, word: 'agreed' });
    const twice = withReaction(once, { messageId: 'm1', userId: ownId, word: 'thanks' });
    expect(twice.pages[1]?.items[0]?.reactions).toEqual([{ userId: ownId, word: 'thanks' }]);
    expect(withReaction(twice, { messageId: 'm1', userId: ownId, word: null }).pages[1]?.items[0]?.reactions).toEqual([]);
  });
});

describe('what the stream tells of conversations', () => {
  it('counts what others say, once, and not what one says oneself', () => {
    const after = afterMessage(sampleConversation(), sampleMessage(4), ownId);
    expect(after).toMatchObject({ unread: 1, lastSeq: 4, last: { text: 'Message 4' } });
    expect(afterMessage(after, sampleMessage(4), ownId).unread).toBe(1);
    expect(afterMessage(after, sampleMessage(5, { sender: { id: ownId, name: 'Harriet Osei-Lund' } }), ownId)).toMatchObject({ unread: 0, lastSeq: 5 });
  });

  it('moves receipts forward only', () => {
    const at = '2026-11-23T12:00:00.000Z';
    const read = afterRead(sampleConversation(), { userId: otherId, seq: 3, at }, ownId);
    expect(read.people[1]).toMatchObject({ readSeq: 3, readAt: at });
    expect(afterRead(read, { userId: otherId, seq: 1, at: '2026-11-23T13:00:00.000Z' }, ownId).people[1]).toMatchObject({ readSeq: 3, readAt: at });
    expect(afterRead(sampleConversation({ unread: 3 }), { userId: ownId, seq: 2, at }, ownId).unread).toBe(1);
  });

  it('brings a conversation to the top when something was said in it', () => {
    const other = sampleConversation({ id: 'c2', lastAt: '2026-11-23T11:30:00.000Z' });
    const list = { pages: [{ items: [other, sampleConversation()], nextCursor: null, counts: { unread: 0, requests: 0 } }], pageParams: [undefined] };
    const next = withConversation(list, sampleConversation().id, (one) => afterMessage(one, sampleMessage(4), ownId));
    expect(next?.pages[0]?.items.map(({ id }) => id)).toEqual([sampleConversation().id, 'c2']);
    expect(withConversation(list, 'elsewhere', (one) => one)).toBeNull();
  });

  it('says in a line what a message holds', () => {
    const file = { id: 'f', source: 'conversation' as const, kind: 'voice' as const, fileName: 'Voice note', contentType: 'audio/webm', size: 1, durationMs: 900, gate: null, url: '' };
    expect([lineOf(sampleMessage(1, { body: 'One\n\ntwo' })), lineOf(sampleMessage(1, { body: '', files: [file] })), lineOf(sampleMessage(1, { deletedAt: 'x' }))]).toEqual(['One two', 'Voice note', 'Deleted']);
  });
});
