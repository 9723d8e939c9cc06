// Whether somebody is there, as others may learn it.
import { evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { scalar } from '../../worker/platform/db/db.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { call, createPerson, db, env, newId, openSocket } from '../../worker/testing/live-world.ts';
import { hubRoom } from '../stubs.ts';

const lastSeen = (id: string) => scalar(db, z.string().nullable(), sql`SELECT last_seen_at FROM profiles WHERE user_id = ${id}`);
const room = () => `conversation:${newId()}` as const;

it('is active, away and, a moment after the last tab, offline since then', async () => {
  const person = await createPerson();
  const hub = hubRoom(env.HUB, person.id);
  expect(await hub.watch(room())).toEqual({ state: 'offline', lastSeenAt: null });
  const [first, second] = [await openSocket(person), await openSocket(person)];
  expect(await hub.watch(room())).toEqual({ state: 'active', lastSeenAt: null });
  for (const tab of [first, second]) tab.say({ type: 'presence', state: 'away' });
  await expect.poll(() => hub.watch(room())).toEqual({ state: 'away', lastSeenAt: null });
  await evictDurableObject(hub);
  second.say({ type: 'presence', state: 'active' });
  await expect.poll(() => hub.watch(room())).toEqual({ state: 'active', lastSeenAt: null });
  for (const tab of [first, second]) tab.close();
  await expect.poll(() => hub.present([first.hello.connection, second.hello.connection]), { timeout: 8_000 }).toEqual([]);
  // A page that is loaded again is no coming and going.
  await expect.poll(async () => (await hub.watch(room())).state).toBe('away');
  expect(await lastSeen(person.id)).toBeNull();
  await expect.poll(() => runDurableObjectAlarm(hub)).toBe(true);
  const at = await lastSeen(person.id);
  expect(at).toMatch(/Z$/);
  expect(await hub.watch(room())).toEqual({ state: 'offline', lastSeenAt: at });
});

it('is nobody\'s business for whoever says so, at once', async () => {
  const person = await createPerson();
  const hub = hubRoom(env.HUB, person.id);
  const tab = await openSocket(person);
  expect(await hub.watch(room())).toMatchObject({ state: 'active' });
  expect((await call(person, 'PATCH', 'me', { showsPresence: false })).status).toBe(200);
  await expect.poll(() => hub.watch(room())).toEqual({ state: 'hidden', lastSeenAt: null });
  tab.close();
  await expect.poll(() => runDurableObjectAlarm(hub)).toBe(true);
  expect(await hub.watch(room())).toEqual({ state: 'hidden', lastSeenAt: null });
});
