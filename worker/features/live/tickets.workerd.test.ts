// A ticket in the runtime itself: a real upgrade, and what the answer chooses.
import { expect, it } from 'vitest';
import { call, createPerson, openSocket, upgrade } from '../../testing/live-world.ts';
import type { SocketTicket } from './schema.ts';

it('opens one of two sockets that ask at once, and that one ends with the session', async () => {
  const person = await createPerson();
  const { protocols } = await (await call(person, 'POST', 'live/ticket')).json() as SocketTicket;
  const headers = { 'sec-websocket-protocol': protocols.join(', ') };
  const answers = await Promise.all([upgrade({ headers }), upgrade({ headers })]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([101, 401]);
  const answer = answers.find(({ status }) => status === 101) as Response;
  expect(answer.headers.get('sec-websocket-protocol')).toBe('pitchey.v1');
  const socket = answer.webSocket as WebSocket;
  const frames: { type: string; userId?: string; reason?: string }[] = [];
  socket.addEventListener('message', ({ data }) => { frames.push(JSON.parse(String(data)) as { type: string }); });
  socket.accept();
  await expect.poll(() => frames[0], { timeout: 8_000 }).toMatchObject({ type: 'hello', userId: person.id });
  expect((await call(person, 'POST', 'auth/sign-out')).status).toBeLessThan(300);
  await expect.poll(() => frames.at(-1), { timeout: 8_000 }).toMatchObject({ type: 'bye', reason: 'signed_out' });
});

it('beside a cookie the subprotocol is chosen too, and without an offer none is', async () => {
  const person = await createPerson();
  const offered = await upgrade({ cookie: person.cookie, origin: 'http://localhost:5173', headers: { 'sec-websocket-protocol': 'pitchey.v1' } });
  expect([offered.status, offered.headers.get('sec-websocket-protocol')]).toEqual([101, 'pitchey.v1']);
  offered.webSocket?.accept();
  offered.webSocket?.close(1000, 'done');
  (await openSocket(person)).close();
});
