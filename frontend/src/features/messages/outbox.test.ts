import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '../../lib/http.ts';
import { keptMessages, type KeptMessage } from './kept-messages.ts';
import { createOutbox, type OutboxPorts } from './outbox.ts';

const userId = 'u1';
const away = () => new ApiError('No answer', { kind: 'network', status: 0, code: 'network' });
const no = (status: number, code: string, retryAfter?: number) => new ApiError('You cannot write here.', { kind: 'http', status, code, retryAfter });

const keep = (id: string, change: Partial<KeptMessage> = {}) => keptMessages.add({ id, userId, conversationId: 'c1', body: id, replyTo: null, files: [], at: '2026-11-23T12:03:00.000Z', state: 'kept', reason: null, ...change });
const states = async () => (await keptMessages.list(userId)).map(({ id, state }) => `${id} ${state}`);

let held: Promise<void> = Promise.resolve();
function tab(send: (message: KeptMessage, fileIds: readonly string[]) => Promise<void>, change: Partial<OutboxPorts> = {}) {
  const sent: string[] = [];
  const waits: number[] = [];
  const again: (() => void)[] = [];
  const outbox = createOutbox(userId, {
    store: keptMessages,
    upload: async (_, file) => `stored-${file.name}`,
    async send(message, fileIds) {
      sent.push(message.id);
      await send(message, fileIds);
    },
    canSend: () => true,
    alone: (work) => (held = held.then(work, work)),
    changed: async () => {},
    after(ms, act) {
      waits.push(ms);
      again.push(act);
      return () => {};
    },
    chance: () => 0,
    ...change,
  });
  return { outbox, sent, waits, again };
}

beforeEach(async () => {
  held = Promise.resolve();
  await keptMessages.forget(userId);
});

describe('the outbox', () => {
  it('sends in the order of writing and forgets what has been sent', async () => {
    for (const id of ['a', 'b', 'c']) await keep(id);
    const { outbox, sent } = tab(async () => {});
    await outbox.drain();
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(await states()).toEqual([]);
  });

  it('keeps what did not get through, stops there, and sends the same id again', async () => {
    for (const id of ['a', 'b']) await keep(id);
    let isAway = true;
    const { outbox, sent, waits } = tab(async () => { if (isAway) throw away(); });
    await outbox.drain();
    expect([sent, waits, await states()]).toEqual([['a'], [1000], ['a unsure', 'b kept']]);
    isAway = false;
    await outbox.drain();
    expect([sent, await states()]).toEqual([['a', 'a', 'b'], []]);
  });

  it('waits as long as the server says', async () => {
    await keep('a');
    const { outbox, waits } = tab(async () => { throw no(503, 'unavailable', 7); });
    await outbox.drain();
    expect([waits, await states()]).toEqual([[7000], ['a kept']]);
  });

  it('sets a refused message aside with the reason, and goes on with the next', async () => {
    for (const id of ['a', 'b']) await keep(id);
    const { outbox } = tab(async ({ id }) => { if (id === 'a') throw no(403, 'forbidden'); });
    await outbox.drain();
    expect(await keptMessages.list(userId)).toMatchObject([{ id: 'a', state: 'refused', reason: 'You cannot write here.' }]);
  });

  it('lets one conversation wait without the others', async () => {
    await keep('a');
    await keep('b', { conversationId: 'c2' });
    const { outbox } = tab(async ({ conversationId }) => { if (conversationId === 'c1') throw away(); });
    await outbox.drain();
    expect(await states()).toEqual(['a unsure']);
  });

  it('sends once although two tabs drain at the same time', async () => {
    for (const id of ['a', 'b', 'c', 'd']) await keep(id);
    const sent: string[] = [];
    const tabs = [1, 2, 3].map(() => tab(async ({ id }) => {
      sent.push(id);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }));
    await Promise.all(tabs.map(({ outbox }) => outbox.drain()));
    expect(sent).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on where a tab died in the middle: the same id again', async () => {
    await keep('a', { state: 'sending' });
    const { outbox, sent } = tab(async () => {});
    await outbox.drain();
    expect([sent, await states()]).toEqual([['a'], []]);
  });

  it('stores files before the message, once, however often the message is tried', async () => {
    const file = { blob: new Blob(['x']), size: 1, name: 'week-1.pdf', kind: 'file' as const, durationMs: null, fileId: null };
    await keep('a', { files: [file, { ...file, name: 'b.pdf' }, { ...file, blob: null, name: 'script.pdf', fileId: 'of-the-pitch' }] });
    const uploads: string[] = [];
    const got: (readonly string[])[] = [];
    let tries = 0;
    const { outbox } = tab(async (_, fileIds) => {
      got.push(fileIds);
      if ((tries += 1) === 1) throw away();
    }, { upload: async (_, { name }) => { uploads.push(name); return `stored-${name}`; } });
    await outbox.drain();
    await outbox.drain();
    expect(uploads).toEqual(['week-1.pdf', 'b.pdf']);
    expect(got).toEqual(Array.from({ length: 2 }, () => ['stored-week-1.pdf', 'stored-b.pdf', 'of-the-pitch']));
  });

  it('hands nothing over while it is known to be offline: it can still be taken back', async () => {
    await keep('a');
    const { outbox, sent } = tab(async () => {}, { canSend: () => false });
    await outbox.drain();
    expect([sent, await states(), await keptMessages.take('a'), await states()]).toEqual([[], ['a kept'], true, []]);
  });

  it('does not let a message be taken back that is under way', async () => {
    await keep('a');
    let takenBack: boolean | null = null;
    const { outbox, sent } = tab(async () => { takenBack = await keptMessages.take('a'); });
    await outbox.drain();
    expect([takenBack, sent]).toEqual([false, ['a']]);
  });
});
