// Rights that end while a socket is open, and lines that go astray.
import { expect, it } from 'vitest';
import { call, createPerson, db, env, newId, openSocket, signIn, tellPeople } from '../../worker/testing/live-world.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { runsOf } from '../shared/line.ts';
import { hubRoom } from '../stubs.ts';

async function publishedPitch(ownerId: string, status = 'published'): Promise<string> {
  const id = newId();
  await db.query(sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${id}, ${ownerId}, ${id}, ${status}, 'Pitch', 'feature', '{drama}', now())`);
  return id;
}

it('a session that ends closes its sockets within 5 s, and those of no other session', async () => {
  const here = await createPerson();
  const there = await signIn(here);
  const [ending, staying] = [await openSocket(here), await openSocket(there)];
  const began = Date.now();
  expect((await call(here, 'POST', 'auth/sign-out')).status).toBe(204);
  expect(await ending.next('bye')).toMatchObject({ reason: 'signed_out' });
  expect(await ending.untilClosed()).toMatchObject({ code: 4001 });
  expect(Date.now() - began).toBeLessThan(5_000);
  await tellPeople([here.id]);
  await staying.next('events');
  expect(ending.lines()).toEqual([]);
  staying.close();
});

it('without a word from anybody, what the rows say is found out before anything is sent', async () => {
  const person = await createPerson();
  const tab = await openSocket(person);
  await db.query(sql`DELETE FROM sessions WHERE id = ${person.sessionId}`);
  await env.EPOCHS.get(env.EPOCHS.idFromName(`user:${person.id}`)).bump();
  await expect.poll(async () => { await tellPeople([person.id]); return tab.closed.code; }, { timeout: 8_000, interval: 250 }).toBe(4001);
  tab.close();
});

it('a room that is shut is left within 5 s, and nothing of it is heard after', async () => {
  const [owner, reader] = [await createPerson({ portal: 'creator' }), await createPerson()];
  const pitchId = await publishedPitch(owner.id);
  const room = `pitch:${pitchId}` as const;
  const [own, tab] = [await openSocket(owner), await openSocket(reader)];
  own.say({ type: 'join', room });
  await own.next('joined');
  tab.say({ type: 'join', room });
  expect(await tab.next('joined')).toMatchObject({ state: { kind: 'readers', readers: 1 } });
  await own.until((frames) => frames.some((frame) => frame.type === 'room' && frame.frame.readers === 1));
  await db.query(sql`UPDATE pitches SET status = 'draft' WHERE id = ${pitchId}`);
  await hubRoom(env.HUB, reader.id).recheck();
  expect(await tab.next('left')).toEqual({ type: 'left', room, reason: 'forbidden' });
  await own.until((frames) => frames.some((frame) => frame.type === 'room' && frame.frame.readers === 0));
  const heard = tab.frames.length;
  await hubRoom(env.HUB, reader.id).whisper(room, [{ kind: 'counts' }]);
  tab.say({ type: 'resume', since: 0 });
  await tab.next('live');
  expect(tab.frames.slice(heard).map(({ type }) => type)).toEqual(['live']);
  for (const one of [own, tab]) one.close();
});

it('lines that come out of order, twice or not at all are told once and in order', async () => {
  const person = await createPerson();
  const tab = await openSocket(person);
  const hub = hubRoom(env.HUB, person.id);
  const lines = (...seqs: number[]) => runsOf(seqs.map((seq) => ({ seq, at: '2026-11-24T10:00:00.000Z', event: { kind: 'blank' } })));
  for (let n = 0; n < 6; n += 1) await tellPeople([person.id], { kind: 'blank' }, true);
  await hub.deliver(lines(2));
  await hub.deliver(lines(1, 2));
  await tab.until(() => tab.lines().length === 2);
  // 3 and 5 were lost on the way.
  await hub.deliver(lines(4));
  await hub.deliver(lines(6));
  await hub.deliver(lines(4));
  await tab.until(() => tab.lines().length === 6);
  expect(tab.lines().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  tab.close();
});

it('a cursor from elsewhere, or older than what is kept, is answered with a reset', async () => {
  const person = await createPerson();
  for (let n = 0; n < 3; n += 1) await tellPeople([person.id], { kind: 'blank' }, true);
  await db.batch([sql`DELETE FROM stream_entries WHERE user_id = ${person.id} AND seq <= 2`, sql`UPDATE streams SET floor_seq = 2 WHERE user_id = ${person.id}`]);
  const tab = await openSocket(person);
  for (const [since, reset] of [[999_999, true], [1, true], [2, false]] as const) {
    tab.say({ type: 'resume', since });
    expect(await tab.next('live')).toEqual({ type: 'live', seq: 3, reset });
    const page = await (await call(person, 'GET', `sync?since=${since}`)).json();
    expect(page).toEqual({ entries: reset ? [] : [{ seq: 3, at: expect.any(String), event: { kind: 'blank' } }], cursor: '3', more: false, reset });
  }
  tab.close();
});

it('a long absence is caught up with as fast as the tab says it reads', async () => {
  const person = await createPerson();
  for (let n = 0; n < 30; n += 1) await tellPeople([person.id], { kind: 'blank', pad: 'x'.repeat(50_000) }, true);
  const tab = await openSocket(person);
  tab.say({ type: 'resume', since: 0 });
  await tab.until(() => tab.chars() > 400_000);
  // Nothing more until it says so.
  expect(tab.lines().length).toBeLessThan(12);
  await tab.until(() => { tab.say({ type: 'seen', bytes: tab.chars() }); return tab.frames.some(({ type }) => type === 'live'); });
  expect(tab.lines().map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  tab.close();
});
