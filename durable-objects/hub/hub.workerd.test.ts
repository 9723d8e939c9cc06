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

it('refuses a foreign page before anything else, and then whoever is not signed in', async () => {
  const ada = await createPerson();
  for (const origin of ['https://evil.example', 'null', `${'http://localhost:5173'}.evil.example`]) expect((await upgrade({ cookie: ada.cookie, origin })).status).toBe(403);
  expect((await upgrade({ cookie: ada.cookie })).status).toBe(403);
  expect((await upgrade({ origin: 'http://localhost:5173' })).status).toBe(401);
  expect((await upgrade({ origin: 'http://localhost:5173', query: `?token=${encodeURIComponent(ada.token)}` })).status).toBe(401);
});
