// Taken out of a group with the room open: nothing that is said or done there reaches the person any more.
import { expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { call, createPerson, db, newId, openSocket, type SocketPerson, type TestSocket } from '../../testing/live-world.ts';

const WITHIN = 5_000;

async function group() {
  const id = newId();
  const people = [await createPerson({ name: 'Ada' }), await createPerson({ name: 'Ben' }), await createPerson({ name: 'Eve' })] as const;
  await db.batch([
    sql`INSERT INTO conversations (id, kind, title, created_at, last_at, created_by) VALUES (${id}, 'group', 'Us', now(), now(), ${people[0].id})`,
    ...people.map((person) => sql`INSERT INTO conversation_participants (conversation_id, user_id, joined_at, folder) VALUES (${id}, ${person.id}, now(), 'inbox')`),
  ]);
  return { id, room: `conversation:${id}` as const, people };
}

async function inRoom(person: SocketPerson, room: `conversation:${string}`): Promise<TestSocket> {
  const tab = await openSocket(person);
  tab.say({ type: 'join', room });
  await tab.next('joined');
  return tab;
}

/** What passed in rooms, as one was told. */
const signsOf = (tab: TestSocket) => tab.frames.flatMap((frame) => (frame.type === 'room' ? [frame.frame] : frame.type === 'rooms' ? frame.frames : []));

it.each([['by who opened it', 0], ['by themselves, on another device', 2]])('%s', async (_, by) => {
  const { id, room, people } = await group();
  const [ada, ben, eve] = people;
  const [theirs, other] = [await inRoom(ben, room), await inRoom(ada, room)];
  const [open, second] = [await inRoom(eve, room), await openSocket(eve)];
  theirs.say({ type: 'deed', id: newId(), room, deed: { kind: 'send', body: 'Before' } });
  await open.until(() => open.lines().some(({ event }) => event.kind === 'message'));
  theirs.say({ type: 'typing', room, on: true });
  await open.until(() => signsOf(open).some(({ kind }) => kind === 'typing'));

  expect((await call(people[by] as SocketPerson, 'DELETE', `conversations/${id}/members/${eve.id}`)).status).toBe(204);
  await open.until((frames) => frames.some((frame) => frame.type === 'left' && frame.room === room && frame.reason === 'forbidden'), WITHIN);
  const from = open.frames.length;
  for (const body of ['After', 'And more']) theirs.say({ type: 'deed', id: newId(), room, deed: { kind: 'send', body } });
  await other.until(() => other.lines().some(({ event }) => event.kind === 'message' && event.message.body === 'And more'));
  const signs = signsOf(other).length;
  theirs.say({ type: 'typing', room, on: true });
  await other.until(() => signsOf(other).length > signs);
  // Whatever is on its way comes before this answer; the words of before are gone out of what is told again as well.
  for (const tab of [open, second]) {
    tab.say({ type: 'resume', since: 0 });
    await tab.next('live');
  }
  expect(open.frames.slice(from).filter((frame) => frame.type === 'room' || frame.type === 'rooms')).toEqual([]);
  for (const tab of [open, second]) expect(JSON.stringify(tab.frames.slice(tab === open ? from : 0))).not.toMatch(/After|And more/);
  expect(open.lines().map(({ event }) => event).findLast(({ kind }) => kind !== 'blank')).toMatchObject({ kind: 'conversation_mine', conversationId: id, folder: 'left' });

  open.say({ type: 'typing', room, on: true });
  expect(await open.next('error')).toMatchObject({ code: 'forbidden' });
  open.say({ type: 'join', room });
  expect(await open.next('error')).toMatchObject({ code: 'not_found', id: room });
  const deed = newId();
  open.say({ type: 'deed', id: deed, room, deed: { kind: 'send', body: 'Let me in' } });
  expect(await open.next('error')).toMatchObject({ code: 'not_found', id: deed });
  for (const tab of [theirs, other, open, second]) tab.close();
});
