// What a socket keeps when its hub sleeps, and what happens when the hub is gone.
import { evictDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { createPerson, db, env, newId, openSocket, tellPeople } from '../../worker/testing/live-world.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { hubRoom } from '../stubs.ts';

async function publishedPitch(ownerId: string): Promise<string> {
  const id = newId();
  await db.query(sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres, published_at) VALUES (${id}, ${ownerId}, ${id}, 'published', 'Pitch', 'feature', '{drama}', now())`);
  return id;
}

it('keeps identity, rooms and order over a hundred sleeps', async () => {
  const owner = await createPerson({ portal: 'creator', name: 'Ida Ränke' });
  const room = `pitch:${await publishedPitch(owner.id)}` as const;
  const [first, second] = [await openSocket(owner), await openSocket(owner)];
  first.say({ type: 'join', room });
  await first.next('joined');
  const hub = hubRoom(env.HUB, owner.id);
  for (let sleep = 1; sleep <= 100; sleep += 1) {
    await evictDurableObject(hub);
    await tellPeople([owner.id]);
    if (sleep % 10 === 0) await hub.whisper(room, [{ kind: 'nth', sleep }]);
    await second.until(() => second.lines().length === sleep);
  }
  await first.until(() => first.lines().length === 100);
  const whole = Array.from({ length: 100 }, (_, index) => index + 1);
  for (const tab of [first, second]) expect(tab.lines().map(({ seq }) => seq)).toEqual(whole);
  const told = (tab: typeof first) => tab.frames.flatMap((frame) => (frame.type === 'room' && frame.frame.kind === 'nth' ? [frame.frame.sleep] : []));
  expect(told(first)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  expect(told(second)).toEqual([]);
  expect(await hub.present([first.hello.connection, second.hello.connection, 'nobody'])).toHaveLength(2);
  expect([first.closed, second.closed]).toEqual([{}, {}]);
  for (const tab of [first, second]) tab.close();
}, 60_000);

