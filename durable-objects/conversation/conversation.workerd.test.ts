// A conversation where it runs: sockets, hubs, the room and the database together.
import { evictDurableObject } from 'cloudflare:test';
import { expect, it, vi } from 'vitest';
import type { DeedResult, Message } from '../../worker/features/conversations/schema.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { call, createPerson, db, env, newId, openSocket, type SocketPerson, type TestSocket } from '../../worker/testing/live-world.ts';
import type { Deed } from '../hub/protocol.ts';
import { conversationRoom } from '../stubs.ts';

/** People who are in one conversation already. */
async function talk(kind: 'direct' | 'group', folders: readonly string[] = []) {
  const id = newId();
  const people = [await createPerson({ name: 'Ada' }), await createPerson({ name: 'Ben' }), await createPerson({ name: 'Eve' })] as const;
  const there = kind === 'group' ? people : people.slice(0, 2);
  await db.batch([
    sql`INSERT INTO conversations (id, kind, title, created_at, last_at, created_by) VALUES (${id}, ${kind}, ${kind === 'group' ? 'Us' : null}, now(), now(), ${people[0].id})`,
    ...there.map((person, index) => sql`INSERT INTO conversation_participants (conversation_id, user_id, joined_at, folder) VALUES (${id}, ${person.id}, now(), ${folders[index] ?? 'inbox'})`),
  ]);
  return { id, room: `conversation:${id}` as const, people };
}
type Room = Awaited<ReturnType<typeof talk>>['room'];

async function inRoom(person: SocketPerson, room: Room): Promise<TestSocket> {
  const tab = await openSocket(person);
  tab.say({ type: 'join', room });
  await tab.next('joined');
  return tab;
}

async function answerTo(tab: TestSocket, id: string) {
  return tab.until((frames) => frames.find((frame) => (frame.type === 'ack' || frame.type === 'error') && frame.id === id));
}
/** Sends a deed and gives what it was answered. */
async function does(tab: TestSocket, room: Room, deed: Deed, id: string = crypto.randomUUID()) {
  tab.say({ type: 'deed', id, room, deed });
  return answerTo(tab, id);
}
const messagesOf = (tab: TestSocket): Message[] => tab.lines().flatMap(({ event }) => (event.kind === 'message' ? [event.message] : []));
const signsOf = (tab: TestSocket, kind: string) => tab.frames.flatMap((frame) => (frame.type === 'room' && frame.frame.kind === kind ? [frame.frame] : []));

it('answers when it is written, and tells every tab of everybody the same in the same order', async () => {
  const { room, people: [ada, ben] } = await talk('direct');
  const [mine, theirs, phone] = [await inRoom(ada, room), await inRoom(ben, room), await openSocket(ben)];
  const first = await does(mine, room, { kind: 'send', body: 'Hello' });
  expect(first).toMatchObject({ type: 'ack', result: { kind: 'send', repeated: false, message: { seq: 1, body: 'Hello', sender: { id: ada.id, name: 'Ada' } } } });
  const burst = Array.from({ length: 20 }, (_, n) => does(n % 2 ? mine : theirs, room, { kind: 'send', body: `Line ${n}` }));
  expect((await Promise.all(burst)).every((frame) => frame?.type === 'ack')).toBe(true);
  for (const tab of [mine, theirs, phone]) {
    await tab.until(() => messagesOf(tab).length === 21);
    expect(messagesOf(tab).map(({ seq }) => seq)).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    expect(tab.lines().map(({ seq }) => seq)).toEqual(tab.lines().map((_, n) => n + 1));
  }
  // Of one tab, what was said first is first.
  const own = messagesOf(phone).filter(({ sender, body }) => sender?.id === ada.id && body.startsWith('Line')).map(({ body }) => Number(body.slice(5)));
  expect(own).toEqual(own.toSorted((left, right) => left - right));
  for (const tab of [mine, theirs, phone]) tab.close();
});

it('takes the same id again as the same message, over both ways and after the room is gone', async () => {
  const { id: conversationId, room, people: [ada] } = await talk('direct');
  const tab = await openSocket(ada);
  const id = crypto.randomUUID();
  const first = await does(tab, room, { kind: 'send', body: 'Once' }, id);
  const { message } = (first as { result: Extract<DeedResult, { kind: 'send' }> }).result;
  await evictDurableObject(conversationRoom(env.CONVERSATION, conversationId));
  tab.close();
  const again = await openSocket(ada);
  expect(await does(again, room, { kind: 'send', body: 'Other words' }, id)).toMatchObject({ type: 'ack', result: { repeated: true, message } });
  const overHttp = await call(ada, 'POST', `conversations/${conversationId}/messages`, { clientId: id, body: 'Once' });
  expect([overHttp.status, await overHttp.json()]).toEqual([200, message]);
  const found = await db.query(sql`SELECT count(*)::int AS n FROM messages WHERE conversation_id = ${conversationId}`);
  expect(found.rows).toEqual([{ n: 1 }]);
  again.close();
});

it('is nothing for those who are not in it, and takes nothing from a frame that it knows better', async () => {
  const { room, people: [ada] } = await talk('direct');
  const eve = await openSocket(await createPerson({ name: 'Eve' }));
  eve.say({ type: 'join', room });
  expect(await eve.next('error')).toMatchObject({ id: room, code: 'not_found' });
  expect(await does(eve, room, { kind: 'send', body: 'Me too' })).toMatchObject({ type: 'error', code: 'not_found' });
  const mine = await inRoom(ada, room);
  const forged = crypto.randomUUID();
  mine.raw(JSON.stringify({ type: 'deed', id: forged, room, deed: { kind: 'send', body: 'Hello', sender: { id: newId() }, seq: 900 } }));
  expect(await answerTo(mine, forged)).toMatchObject({ type: 'error', code: 'bad_frame' });
  expect(eve.frames.filter(({ type }) => type === 'room' || type === 'events')).toEqual([]);
  for (const tab of [mine, eve]) tab.close();
});

it('tells who is here and who is writing to those who may know, and forgets both', async () => {
  const { room, people: [ada, ben, eve] } = await talk('group', ['inbox', 'inbox', 'requests']);
  await db.query(sql`INSERT INTO blocks (blocker_id, blocked_id, created_at) VALUES (${ben.id}, ${eve.id}, now())`);
  const [mine, theirs, hers] = [await inRoom(ada, room), await inRoom(ben, room), await inRoom(eve, room)];
  for (let n = 0; n < 5; n += 1) mine.say({ type: 'typing', room, on: true });
  await theirs.until(() => signsOf(theirs, 'typing').length > 0);
  expect(signsOf(theirs, 'typing')).toEqual([{ kind: 'typing', userId: ada.id, name: 'Ada', on: true }]);
  const late = await openSocket(ben);
  late.say({ type: 'join', room });
  expect((await late.next('joined')).state).toMatchObject({ here: [{ userId: ada.id, typing: true }] });
  // What is said ends the writing of it.
  await does(mine, room, { kind: 'send', body: 'Hello' });
  await theirs.until(() => signsOf(theirs, 'typing').some(({ on }) => on === false));
  theirs.say({ type: 'typing', room, on: true });
  hers.say({ type: 'typing', room, on: true });
  await mine.until(() => signsOf(mine, 'typing').length > 0);
  mine.close();
  await theirs.until(() => signsOf(theirs, 'here').some(({ userId, on }) => userId === ada.id && on === false));
  // Eve has not taken the request up: nobody learns that she looks. And a block stands between her and Ben.
  expect([...signsOf(mine, 'here'), ...signsOf(mine, 'typing'), ...signsOf(theirs, 'here'), ...signsOf(theirs, 'typing')].filter(({ userId }) => userId === eve.id)).toEqual([]);
  expect([...signsOf(hers, 'here'), ...signsOf(hers, 'typing')].filter(({ userId }) => userId === ben.id)).toEqual([]);
  for (const tab of [theirs, hers, late]) tab.close();
});

it('shuts within five seconds when one blocks the other', async () => {
  const { room, people: [ada, ben] } = await talk('direct');
  const [mine, theirs] = [await inRoom(ada, room), await inRoom(ben, room)];
  const started = Date.now();
  expect((await call(ben, 'PUT', `users/${ada.id}/block`)).status).toBe(204);
  expect(await does(mine, room, { kind: 'send', body: 'Still there?' })).toMatchObject({ type: 'error', code: 'conflict', detail: { reason: 'closed' } });
  for (const tab of [mine, theirs]) {
    tab.say({ type: 'typing', room, on: true });
    await tab.until((frames) => frames.some((frame) => (frame.type === 'left' && frame.reason === 'forbidden') || (frame.type === 'error' && frame.code === 'forbidden')));
  }
  expect(Date.now() - started).toBeLessThan(5000);
  expect(messagesOf(theirs)).toEqual([]);
  for (const tab of [mine, theirs]) tab.close();
});

it('tells every device what was read, and nobody twice', async () => {
  const { id, room, people: [ada, ben] } = await talk('direct');
  const [mine, phone] = [await openSocket(ada), await openSocket(ada)];
  const theirs = await inRoom(ben, room);
  await does(theirs, room, { kind: 'send', body: 'One' });
  await does(theirs, room, { kind: 'send', body: 'Two' });
  expect(await does(mine, room, { kind: 'read', seq: 99 })).toMatchObject({ type: 'ack', result: { kind: 'read', seq: 2 } });
  expect(await does(mine, room, { kind: 'read', seq: 1 })).toMatchObject({ type: 'ack', result: { kind: 'read', seq: 2 } });
  const reads = (tab: TestSocket) => tab.lines().flatMap(({ event }) => (event.kind === 'read' ? [event] : []));
  for (const tab of [mine, phone, theirs]) {
    await tab.until(() => reads(tab).length > 0);
    expect(reads(tab)).toMatchObject([{ conversationId: id, userId: ada.id, seq: 2 }]);
  }
  const list = await (await call(ada, 'GET', 'conversations')).json() as { items: { id: string; unread: number }[] };
  expect(list.items).toMatchObject([{ id, unread: 0 }]);
  await vi.waitFor(() => { expect(reads(theirs)).toHaveLength(1); }, 15_000);
  for (const tab of [mine, phone, theirs]) tab.close();
});
