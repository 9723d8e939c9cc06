// Who is on a pitch's page: counted for everyone, named to the owner only where the reading record names them anyway.
import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { createLive } from '../../worker/live.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { createPerson, db, env, newId, openSocket, type SocketPerson, type TestSocket } from '../../worker/testing/live-world.ts';
import { hubRoom, pitchPageRoom } from '../stubs.ts';

async function publishedPitch(ownerId: string): Promise<`pitch:${string}`> {
  const id = newId();
  await db.query(sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${id}, ${ownerId}, ${id}, 'published', 'Pitch', 'feature', '{drama}', now())`);
  return `pitch:${id}`;
}

/** What reading a document under a gate leaves. */
const openedCopy = (room: string, userId: string) => db.query(sql`INSERT INTO document_copies (id, code, file_sha256, file_name, pitch_id, user_id, day, created_at, ip, user_agent)
  VALUES (${newId()}, ${newId()}, 'x', 'Script.pdf', ${room.slice(6)}, ${userId}, now()::date, now(), '203.0.113.9', 'Test/1')`);

async function onPage(person: SocketPerson, room: `pitch:${string}`): Promise<TestSocket & { state: unknown }> {
  const tab = await openSocket(person);
  tab.say({ type: 'join', room });
  return { ...tab, state: (await tab.next('joined')).state };
}

const told = ({ frames }: Pick<TestSocket, 'frames'>) => frames.flatMap((frame) => (frame.type === 'room' ? [frame.frame] : frame.type === 'rooms' ? frame.frames : []));

it('counts people, names those the owner may know, and forgets who left', async () => {
  const [owner, signer, visitor] = [await createPerson({ portal: 'creator', name: 'Olga Owner' }), await createPerson({ name: 'Sina Signer' }), await createPerson({ name: 'Vito Visitor' })];
  const room = await publishedPitch(owner.id);
  await openedCopy(room, signer.id);
  const own = await onPage(owner, room);
  expect(own.state).toEqual({ kind: 'readers', readers: 0, people: [] });
  const [first, second, unnamed] = [await onPage(signer, room), await onPage(signer, room), await onPage(visitor, room)];
  expect(unnamed.state).toEqual({ kind: 'readers', readers: 2 });
  await own.until(() => told(own).at(-1)?.readers === 2);
  expect(told(own).at(-1)).toEqual({ kind: 'readers', readers: 2, people: [{ userId: signer.id, name: 'Sina Signer', since: expect.stringMatching(/Z$/) }] });
  await unnamed.until(() => told(unnamed).some(({ readers }) => readers === 2));
  for (const tab of [first, second, unnamed]) expect(JSON.stringify(tab.frames.filter(({ type }) => type !== 'hello'))).not.toMatch(new RegExp(`${signer.id}|Sina|people`));
  first.close();
  second.say({ type: 'leave', room });
  await second.next('left');
  await own.until(() => told(own).at(-1)?.readers === 1);
  expect(told(own).at(-1)).toEqual({ kind: 'readers', readers: 1, people: [] });
  expect(JSON.stringify(own.frames)).not.toContain('Vito');
  for (const tab of [own, second, unnamed]) tab.close();
});

it('names nobody across a block', async () => {
  const [owner, reader] = [await createPerson({ portal: 'creator' }), await createPerson()];
  const room = await publishedPitch(owner.id);
  await openedCopy(room, reader.id);
  await db.query(sql`INSERT INTO blocks (blocker_id, blocked_id) VALUES (${reader.id}, ${owner.id})`);
  const [tab, own] = [await onPage(reader, room), await onPage(owner, room)];
  expect(own.state).toEqual({ kind: 'readers', readers: 1, people: [] });
  for (const one of [tab, own]) one.close();
});

it('tabs whose hub was restarted without a word are found out, and the room keeps the others over its sleep', async () => {
  const [owner, gone, staying] = [await createPerson({ portal: 'creator' }), await createPerson(), await createPerson()];
  const room = await publishedPitch(owner.id);
  const own = await onPage(owner, room);
  await onPage(gone, room);
  const other = await onPage(staying, room);
  expect(other.state).toMatchObject({ readers: 2 });
  await evictDurableObject(hubRoom(env.HUB, gone.id), { webSockets: 'close' });
  const page = pitchPageRoom(env.PITCH_PAGE, room.slice(6));
  await evictDurableObject(page);
  expect(await runDurableObjectAlarm(page)).toBe(true);
  await own.until(() => told(own).at(-1)?.readers === 1);
  for (const one of [own, other]) one.close();
});

it('tells what is counted when it moves, to whoever is there', async () => {
  const owner = await createPerson({ portal: 'creator' });
  const room = await publishedPitch(owner.id);
  const own = await onPage(owner, room);
  await db.query(sql`INSERT INTO pitch_stats (pitch_id, views, likes) VALUES (${room.slice(6)}, 12, 3)`);
  await createLive(env).pulse([room.slice(6), newId()]);
  await own.until(() => told(own).some(({ kind }) => kind === 'counts'));
  expect(told(own).find(({ kind }) => kind === 'counts')).toEqual({ kind: 'counts', views: 12, likes: 3, watchers: 0, comments: 0 });
  own.close();
});
