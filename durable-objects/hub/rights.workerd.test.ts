// Nobody hears what is not theirs: people who come, go, block, publish and withdraw at random, in three kinds of rooms, and every frame that
// anybody was told held against what they were allowed at that point of their own socket.
import { expect, it } from 'vitest';
import { createLive } from '../../worker/live.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { call, createPerson, db, env, newId, openSocket, type SocketPerson, type TestSocket } from '../../worker/testing/live-world.ts';
import { epochRoom } from '../stubs.ts';
import type { Room, ServerFrame } from './protocol.ts';

/** mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PEOPLE = 4;
const STEPS = 40;

async function makeWorld() {
  const people: SocketPerson[] = [];
  for (let n = 0; n < PEOPLE; n += 1) people.push(await createPerson({ name: `P${n}`, portal: 'creator' }));
  const [direct, group, pitch] = [newId(), newId(), newId()];
  const owner = people[0] as SocketPerson;
  await db.batch([
    sql`INSERT INTO conversations (id, kind, created_at, last_at) VALUES (${direct}, 'direct', now(), now()), (${group}, 'group', now(), now())`,
    ...people.slice(0, 2).map(({ id }) => sql`INSERT INTO conversation_participants (conversation_id, user_id, joined_at) VALUES (${direct}, ${id}, now())`),
    ...people.map(({ id }) => sql`INSERT INTO conversation_participants (conversation_id, user_id, joined_at) VALUES (${group}, ${id}, now())`),
    sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${pitch}, ${owner.id}, ${pitch}, 'published', 'Pitch', 'feature', '{drama}', now())`,
  ]);
  return { people, direct, group, pitch, rooms: [`conversation:${direct}`, `conversation:${group}`, `pitch:${pitch}`, `draft:${pitch}`] as Room[] };
}

/** What holds at the moment, kept beside the database. */
interface Model { inGroup: Set<number>; blocked: boolean; published: boolean }
const allowed = ({ inGroup, blocked, published }: Model, room: number, person: number): boolean =>
  [person < 2 && !blocked, inGroup.has(person), published || person === 0, person === 0][room] as boolean;

/** Frames of a room that a socket was told while it was not in it, by its own order of things. */
function strays(frames: readonly ServerFrame[]): ServerFrame[] {
  const inside = new Set<string>();
  return frames.filter((frame) => {
    if (frame.type === 'joined') inside.add(frame.room);
    if (frame.type === 'left') inside.delete(frame.room);
    return (frame.type === 'room' || frame.type === 'rooms') && !inside.has(frame.room);
  });
}

it.each([7, 20261124, 314159])('whatever happens (seed %i)', async (seed) => {
  const random = seeded(seed);
  const world = await makeWorld();
  const { people, rooms, group, pitch } = world;
  const model: Model = { inGroup: new Set(people.keys()), blocked: false, published: true };
  const tabs: TestSocket[] = await Promise.all(people.map((person) => openSocket(person)));
  const [first, second] = people as [SocketPerson, SocketPerson];
  /** By message: who may be told of it. */
  const audience = new Map<string, Set<number>>();
  const changed = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await epochRoom(env.EPOCHS, `user:${id}`).bump();
    await createLive(env).recheck(ids);
  };
  const say = async (person: number, room: number): Promise<void> => {
    const id = newId();
    const tab = tabs[person] as TestSocket;
    tab.say({ type: 'deed', id, room: rooms[room] as Room, deed: { kind: 'send', body: id } });
    const answer = await tab.until((frames) => frames.find((frame) => (frame.type === 'ack' || frame.type === 'error') && frame.id === id));
    expect([seed, person, room, answer?.type]).toEqual([seed, person, room, allowed(model, room, person) ? 'ack' : 'error']);
    if (answer?.type === 'ack') audience.set(id, new Set(room === 0 ? [0, 1] : model.inGroup));
  };
  const join = async (person: number, room: number): Promise<void> => {
    const tab = tabs[person] as TestSocket;
    const from = tab.frames.length;
    tab.say({ type: 'join', room: rooms[room] as Room });
    const answer = await tab.until((frames) => frames.slice(from).find((frame) => (frame.type === 'joined' && frame.room === rooms[room]) || (frame.type === 'error' && frame.id === rooms[room])));
    expect([seed, person, room, answer?.type]).toEqual([seed, person, room, allowed(model, room, person) ? 'joined' : 'error']);
  };
  const steps: (() => Promise<void>)[] = [
    ...Array.from({ length: 4 }, () => () => join(Math.floor(random() * PEOPLE), Math.floor(random() * rooms.length))),
    ...Array.from({ length: 3 }, () => () => say(Math.floor(random() * PEOPLE), Math.floor(random() * 2))),
    // Passing signs of whoever likes to, without waiting: they are on their way while rights change.
    ...Array.from({ length: 4 }, () => async () => { for (const tab of tabs) for (const room of rooms.slice(0, 2)) tab.say({ type: 'typing', room, on: random() < 0.5 }); }),
    async () => {
      const person = Math.floor(random() * PEOPLE);
      const isIn = model.inGroup.has(person);
      await db.query(sql`UPDATE conversation_participants SET left_at = ${isIn ? new Date().toISOString() : null}::timestamptz WHERE conversation_id = ${group} AND user_id = ${(people[person] as SocketPerson).id}`);
      if (isIn) model.inGroup.delete(person);
      else model.inGroup.add(person);
      await changed([(people[person] as SocketPerson).id]);
    },
    async () => {
      expect((await call(first, model.blocked ? 'DELETE' : 'PUT', `users/${second.id}/block`)).status).toBe(204);
      model.blocked = !model.blocked;
      await createLive(env).recheck([first.id, second.id]);
    },
    async () => {
      await db.query(sql`UPDATE pitches SET status = ${model.published ? 'draft' : 'published'} WHERE id = ${pitch}`);
      model.published = !model.published;
      await changed(people.map(({ id }) => id));
    },
  ];
  for (let step = 0; step < STEPS; step += 1) await (steps[Math.floor(random() * steps.length)] as (typeof steps)[0])();
  // Whatever is still on its way.
  for (const tab of tabs) {
    tab.say({ type: 'resume', since: 0 });
    await tab.next('live');
  }
  let signs = 0;
  tabs.forEach((tab, person) => {
    expect(strays(tab.frames)).toEqual([]);
    signs += tab.frames.filter(({ type }) => type === 'room' || type === 'rooms').length;
    for (const { event } of tab.lines()) if (event.kind === 'message') expect([seed, person, [...audience.get(String(event.message.clientId)) ?? []]]).toEqual([seed, person, expect.arrayContaining([person])]);
  });
  // It was a world in which things were told.
  expect(signs).toBeGreaterThan(0);
  expect(audience.size).toBeGreaterThan(0);
  for (const tab of tabs) tab.close();
}, 60_000);
