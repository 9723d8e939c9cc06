// What a tab may not do, and that nobody else is worse off for it.
import { runInDurableObject } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { createPerson, db, env, newId, ORIGIN, openSocket, tellPeople, upgrade } from '../../worker/testing/live-world.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { hubRoom } from '../stubs.ts';

const room = (kind: 'conversation' | 'pitch' | 'draft') => `${kind}:${newId()}` as const;

describe('bad frames', () => {
  it.each([
    ['bytes', new Uint8Array([1, 2, 3]).buffer],
    ['no JSON', '{"type":'],
    ['an unknown type', '{"type":"shout"}'],
    ['depth', `{"type":"resume","since":${'['.repeat(1000)}${']'.repeat(1000)}}`],
    ['an unknown member', '{"type":"resume","since":1,"userId":"x"}'],
    ['a room of no kind', '{"type":"join","room":"kitchen:1"}'],
  ])('%s are answered with an error frame, and the tab goes on', async (_, frame) => {
    const tab = await openSocket(await createPerson());
    tab.raw(frame);
    expect(await tab.next('error')).toMatchObject({ code: 'bad_frame' });
    tab.say({ type: 'resume', since: 0 });
    await tab.next('live');
    tab.close();
  });

  it('one that is too large ends its socket with 1009, and no other', async () => {
    const person = await createPerson();
    const [bad, good] = [await openSocket(person), await openSocket(person)];
    bad.raw(JSON.stringify({ type: 'resume', since: 0, junk: 'x'.repeat(64 * 1024) }));
    expect(await bad.untilClosed()).toMatchObject({ code: 1009 });
    await tellPeople([person.id]);
    await good.next('events');
    good.close();
  });

  it('before the greeting are not lost on the way in', async () => {
    const person = await createPerson();
    const socket = (await upgrade({ cookie: person.cookie, origin: ORIGIN })).webSocket as WebSocket;
    const types: string[] = [];
    socket.addEventListener('message', ({ data }) => { types.push((JSON.parse(String(data)) as { type: string }).type); });
    socket.accept();
    socket.send('{"type":"shout"}');
    socket.send('{"type":"resume","since":0}');
    await expect.poll(() => types, { timeout: 8_000 }).toEqual(expect.arrayContaining(['hello', 'error', 'live']));
    socket.close();
  });
});

describe('too much', () => {
  it('of frames is throttled, and ends the socket at the third strike while others go on', async () => {
    const person = await createPerson();
    const [loud, quiet] = [await openSocket(person), await openSocket(person)];
    // Strikes of one second are one: three seconds of shouting.
    const shouting = setInterval(() => { if (loud.socket.readyState === 1) for (let n = 0; n < 60; n += 1) loud.say({ type: 'presence', state: n % 2 ? 'away' : 'active' }); }, 200);
    try {
      expect(await loud.next('error')).toMatchObject({ code: 'too_many' });
      await tellPeople([person.id]);
      await quiet.next('events');
      expect(await loud.next('bye')).toMatchObject({ reason: 'too_many' });
      expect(await loud.untilClosed()).toMatchObject({ code: 1008 });
    } finally {
      clearInterval(shouting);
    }
    await tellPeople([person.id]);
    await quiet.next('events');
    quiet.close();
  });

  it('said to a tab that reads nothing cuts it with the place to go on, and nobody else', async () => {
    const person = await createPerson();
    const [deaf, keen] = [await openSocket(person), await openSocket(person)];
    // Characters that two lines of 60 kB make, twenty times.
    for (let n = 0; n < 20; n += 1) {
      await tellPeople([person.id], { kind: 'blank', pad: 'x'.repeat(60_000) });
      await keen.until(() => keen.lines().length === n + 1);
      keen.say({ type: 'seen', bytes: keen.chars() });
    }
    const bye = await deaf.next('bye');
    expect(bye.reason).toBe('slow');
    await deaf.untilClosed();
    expect(deaf.chars()).toBeLessThan(1_010_000);
    const back = await openSocket(person);
    back.say({ type: 'resume', since: Number(bye.resume) });
    await back.until(() => { back.say({ type: 'seen', bytes: back.chars() }); return back.lines().at(-1)?.seq === 20; });
    expect([...deaf.lines(), ...back.lines()].map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    for (const tab of [keen, back]) tab.close();
  });

  it('of a person: the 51st socket is refused, and there is room again when one goes', async () => {
    const person = await createPerson();
    const tabs = await Promise.all(Array.from({ length: 50 }, () => openSocket(person)));
    const socket = (await upgrade({ cookie: person.cookie, origin: ORIGIN })).webSocket as WebSocket;
    const heard: unknown[] = [];
    socket.addEventListener('message', ({ data }) => { heard.push(JSON.parse(String(data))); });
    let code = 0;
    socket.addEventListener('close', (event) => { code = event.code; });
    socket.accept();
    await expect.poll(() => code, { timeout: 8_000 }).toBe(1008);
    expect(heard).toEqual([{ type: 'bye', reason: 'too_many', resume: '0' }]);
    tabs[0]?.close();
    await expect.poll(async () => { const next = await openSocket(person).catch(() => null); next?.close(); return next !== null; }, { timeout: 8_000 }).toBe(true);
    for (const tab of tabs) tab.close();
  });

  it('of rooms: a tab joins twenty, and not one more', async () => {
    const owner = await createPerson({ portal: 'creator' });
    const pitches = Array.from({ length: 21 }, () => newId());
    await db.batch(pitches.map((id) => sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres) VALUES (${id}, ${owner.id}, ${id}, 'draft', 'Pitch', 'feature', '{drama}')`));
    const tab = await openSocket(owner);
    for (const id of pitches) tab.say({ type: 'join', room: `pitch:${id}` });
    await tab.until((frames) => frames.filter(({ type }) => type === 'joined').length === 20);
    expect(await tab.next('error')).toMatchObject({ code: 'too_many', id: `pitch:${pitches[20]}` });
    tab.close();
  });
});

it('of ten thousand joins a burst is looked at, the rest is refused, and nothing is left of them', async () => {
  const owner = await createPerson({ portal: 'creator' });
  const pitches = Array.from({ length: 25 }, () => newId());
  await db.batch(pitches.map((id) => sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres) VALUES (${id}, ${owner.id}, ${id}, 'draft', 'Pitch', 'feature', '{drama}')`));
  const [loud, quiet] = [await openSocket(owner), await openSocket(owner)];
  const frames = Array.from({ length: 10_000 }, (_, n) => JSON.stringify({ type: 'join', room: n < pitches.length ? `pitch:${pitches[n]}` : room('conversation') }));
  for (const frame of frames) loud.raw(frame);
  // Cut for its strikes, or because it was told more than it read: either way with the word to come back late.
  const bye = await loud.next('bye');
  expect(['too_many', 'slow']).toContain(bye.reason);
  await loud.untilClosed();
  const answers = loud.frames.filter((frame) => frame.type === 'error' || frame.type === 'joined');
  const taken = answers.filter((frame) => frame.type === 'joined' || frame.code !== 'too_many' || /20 rooms/.test(frame.message));
  expect(loud.frames.filter(({ type }) => type === 'joined').length).toBeLessThanOrEqual(20);
  // A burst of sixty, and thirty for each second that it took until the third strike.
  expect(taken.length).toBeLessThanOrEqual(60 + 30 * 10);
  expect(loud.chars()).toBeLessThan(1_100_000);
  await tellPeople([owner.id]);
  await quiet.next('events');
  await runInDurableObject(hubRoom(env.HUB, owner.id), (_, state) => {
    const sockets = state.getWebSockets().filter((socket) => socket.readyState === WebSocket.OPEN);
    expect(sockets.map((socket) => (socket.deserializeAttachment() as { rooms: string[] }).rooms)).toEqual([[]]);
  });
  quiet.close();
});

it('a room that is not there, and one that one may not enter, look the same', async () => {
  const [owner, other] = [await createPerson({ portal: 'creator' }), await createPerson()];
  const id = newId();
  await db.query(sql`INSERT INTO pitches (id, owner_id, slug, status, title, format, genres) VALUES (${id}, ${owner.id}, ${id}, 'draft', 'Pitch', 'feature', '{drama}')`);
  const tab = await openSocket(other);
  const answers: unknown[] = [];
  for (const name of [room('conversation'), room('draft'), room('pitch'), `pitch:${id}` as const, `draft:${id}` as const]) {
    tab.say({ type: 'join', room: name });
    const { id: about, ...answer } = await tab.next('error');
    expect(about).toBe(name);
    answers.push(answer);
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  tab.say({ type: 'typing', room: `conversation:${id}`, on: true });
  expect(await tab.next('error')).toMatchObject({ code: 'forbidden' });
  tab.close();
});
