// The way of a socket, where it runs: the Worker's pipeline, the hub, the person's stream.
import { expect, it } from 'vitest';
import { createPerson, openSocket, tellPeople, upgrade } from '../../worker/testing/live-world.ts';

it('greets, tells what is committed, and says the same again to whoever asks for it', async () => {
  const ada = await createPerson();
  await tellPeople([ada.id]);
  const first = await openSocket(ada);
  expect(first.hello).toMatchObject({ type: 'hello', v: 1, userId: ada.id, resume: '1' });
  await tellPeople([ada.id]);
  await tellPeople([ada.id]);
  expect(await first.until((frames) => frames.flatMap((frame) => (frame.type === 'events' ? frame.entries : [])).length === 2)).toBeTruthy();
  expect(first.lines().map(({ seq }) => seq)).toEqual([2, 3]);
  first.say({ type: 'resume', since: 0 });
  await first.next('live');
  expect(first.lines().map(({ seq }) => seq)).toEqual([2, 3, 1, 2, 3]);
});

it('a second tab of a session stands where the first one does, and both are told everything once', async () => {
  const ada = await createPerson();
  await tellPeople([ada.id]);
  const first = await openSocket(ada);
  await tellPeople([ada.id]);
  await first.until(() => first.lines().length === 1);
  const second = await openSocket(ada);
  expect(second.hello).toMatchObject({ userId: ada.id, resume: '2' });
  // One that was lost on the way is no less lost to the newcomer: both find the gap.
  await tellPeople([ada.id], { kind: 'blank' }, true);
  await tellPeople([ada.id]);
  for (const tab of [first, second]) await tab.until(() => tab.lines().at(-1)?.seq === 4);
  expect([first, second].map((tab) => tab.lines().map(({ seq }) => seq))).toEqual([[2, 3, 4], [3, 4]]);
  // What it missed before it came is read for whoever says how far they are, and not guessed.
  await tellPeople([ada.id], { kind: 'blank' }, true);
  const third = await openSocket(ada);
  third.say({ type: 'resume', since: 4 });
  await third.next('live');
  expect(third.lines().map(({ seq }) => seq)).toEqual([5]);
  for (const tab of [first, second, third]) tab.close();
});

it('refuses a foreign page before anything else, and then whoever is not signed in', async () => {
  const ada = await createPerson();
  for (const origin of ['https://evil.example', 'null', `${'http://localhost:5173'}.evil.example`]) expect((await upgrade({ cookie: ada.cookie, origin })).status).toBe(403);
  expect((await upgrade({ cookie: ada.cookie })).status).toBe(403);
  expect((await upgrade({ origin: 'http://localhost:5173' })).status).toBe(401);
  expect((await upgrade({ origin: 'http://localhost:5173', query: `?token=${encodeURIComponent(ada.token)}` })).status).toBe(400);
});
