// Conversations over HTTP: who may open what with whom, and what is written, told and answered.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPerson, type CastMember, castPitch } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { execute, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { z } from 'zod';
import type { Conversation, ConversationList, Message, MessageList } from './schema.ts';
import { sayAs, signBetween } from '../../testing/conversations.ts';

let app: TestApp;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());

const uuid = () => crypto.randomUUID();
const open = async (person: CastMember, body: unknown): Promise<Response> => app.request('/api/conversations', { body, cookie: person.cookie });
const opened = async (person: CastMember, body: unknown): Promise<Conversation> => {
  const response = await open(person, body);
  expect(response.status, await response.clone().text()).toBeLessThan(202);
  return await response.json() as Conversation;
};
const list = async (person: CastMember, folder = 'inbox'): Promise<ConversationList> => await (await app.request(`/api/conversations?folder=${folder}`, { cookie: person.cookie })).json() as ConversationList;
const messages = async (person: CastMember, id: string): Promise<Message[]> => (await (await app.request(`/api/conversations/${id}/messages?limit=100`, { cookie: person.cookie })).json() as MessageList).items;
const toldTo = (person: CastMember, from: number) => app.told.slice(from).filter(({ userId }) => userId === person.id).flatMap(({ entries }) => entries);

it('opens once with one person, shows it to them when something is said, and puts a stranger in the requests folder', async () => {
  const [ada, ben] = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  const first = await open(ada, { kind: 'direct', personId: ben.id });
  expect(first.status, await first.clone().text()).toBe(201);
  const { id } = await first.json() as Conversation;
  const again = await open(ben, { kind: 'direct', personId: ada.id });
  expect([again.status, (await again.json() as Conversation).id]).toEqual([200, id]);
  expect((await list(ben, 'requests')).items).toEqual([]);
  const said = await sayAs(app, ada, id, 'Hello');
  expect(said.status, await said.clone().text()).toBe(201);
  expect(await said.json()).toMatchObject({ seq: 1, body: 'Hello', sender: { id: ada.id, name: ada.name }, conversationId: id });
  const requests = await list(ben, 'requests');
  expect(requests.items.map((one) => [one.id, one.unread, one.last?.text])).toEqual([[id, 1, 'Hello']]);
  expect(requests.counts).toEqual({ unread: 0, requests: 1 });
  expect((await list(ben)).items).toEqual([]);
});

it('lets three things be said to somebody who has not answered, and more when they do', async () => {
  const [ada, ben] = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  const { id } = await opened(ada, { kind: 'direct', personId: ben.id });
  for (const body of ['One', 'Two', 'Three']) expect((await sayAs(app, ada, id, body)).status).toBe(201);
  const fourth = await sayAs(app, ada, id, 'Four');
  expect([fourth.status, (await fourth.json() as { error: { reason: string } }).error.reason]).toEqual([409, 'waiting']);
  expect((await opened(ada, { kind: 'direct', personId: ben.id })).shut).toBe('waiting');
  expect((await sayAs(app, ben, id, 'Hello Ada')).status).toBe(201);
  expect((await list(ben)).items.map((one) => one.id)).toContain(id);
  expect((await sayAs(app, ada, id, 'Four')).status).toBe(201);
  expect((await messages(ben, id)).map(({ seq, body }) => [seq, body])).toEqual([[5, 'Four'], [4, 'Hello Ada'], [3, 'Three'], [2, 'Two'], [1, 'One']]);
});

it('tells nobody that they were declined', async () => {
  const [ada, ben] = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  const { id } = await opened(ada, { kind: 'direct', personId: ben.id });
  await sayAs(app, ada, id, 'Hello');
  const from = app.told.length;
  expect((await app.request(`/api/conversations/${id}/decline`, { method: 'POST', cookie: ben.cookie })).status).toBe(204);
  await app.settle();
  expect(toldTo(ada, from)).toEqual([]);
  expect(toldTo(ben, from).map(({ event }) => event)).toMatchObject([{ kind: 'conversation_mine', folder: 'declined' }]);
  expect((await (await sayAs(app, ada, id, 'Still there?')).json() as { error: { reason: string } }).error.reason).toBe('waiting');
  expect((await list(ben, 'requests')).items).toEqual([]);
});

it('puts people with a signed agreement straight into the inbox', async () => {
  const [owner, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  const pitch = await castPitch(app, owner);
  await signBetween(app, pitch, owner, signer);
  const { id } = await opened(signer, { kind: 'direct', personId: owner.id });
  await sayAs(app, signer, id, 'Hello');
  expect((await list(owner)).items.map((one) => one.id)).toContain(id);
  expect((await list(owner)).counts.unread).toBeGreaterThan(0);
});

it('opens about a pitch with its owner, once a person, and not about what is not there', async () => {
  const [owner, ada, eve] = [await castPerson(app, 'creator'), await castPerson(app, 'investor'), await castPerson(app, 'production')];
  const [pitch, draft] = [await castPitch(app, owner), await castPitch(app, owner, { status: 'draft' })];
  const conversation = await opened(ada, { kind: 'pitch', pitchId: pitch.id });
  expect(conversation).toMatchObject({ kind: 'pitch', pitch: { id: pitch.id, title: pitch.title }, folder: 'inbox' });
  expect(conversation.people.map(({ id }) => id).toSorted()).toEqual([owner.id, ada.id].toSorted());
  expect((await opened(owner, { kind: 'pitch', pitchId: pitch.id, personId: ada.id })).id).toBe(conversation.id);
  expect((await opened(eve, { kind: 'pitch', pitchId: pitch.id })).id).not.toBe(conversation.id);
  for (const body of [{ kind: 'pitch', pitchId: draft.id }, { kind: 'pitch', pitchId: uuid() }, { kind: 'pitch', pitchId: pitch.id, personId: eve.id }, { kind: 'direct', personId: ada.id }]) {
    expect((await open(ada, body)).status).toBe(404);
  }
  expect((await open(owner, { kind: 'pitch', pitchId: pitch.id })).status).toBe(404);
});

it('caps requests to people who have not answered at ten a day', async () => {
  const eve = await castPerson(app, 'investor');
  for (let n = 0; n < 10; n += 1) expect((await open(eve, { kind: 'direct', personId: (await castPerson(app, 'creator')).id })).status).toBe(201);
  const late = await Promise.all([1, 2, 3].map(async () => open(eve, { kind: 'direct', personId: (await castPerson(app, 'creator')).id })));
  expect(late.map(({ status }) => status)).toEqual([429, 429, 429]);
});

it('says one thing for fifty tries with the same client id at once', async () => {
  const [ada, ben] = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  const { id } = await opened(ada, { kind: 'direct', personId: ben.id });
  const clientId = uuid();
  const answers = await Promise.all(Array.from({ length: 50 }, () => sayAs(app, ada, id, 'Once', { clientId })));
  expect([200, 201].map((status) => answers.filter((answer) => answer.status === status).length)).toEqual([49, 1]);
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json() as Message).id));
  expect(new Set(ids).size).toBe(1);
  expect(await messages(ben, id)).toHaveLength(1);
  expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM live_events WHERE subject_id = ${ids[0]}`)).toBe(1);
});

it('numbers what many say at once without a gap, and every stream tells it in that order', async () => {
  const [owner, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  await signBetween(app, await castPitch(app, owner), owner, signer);
  const { id } = await opened(signer, { kind: 'direct', personId: owner.id });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => sayAs(app, n % 2 ? owner : signer, id, `Line ${n}`)));
  expect(answers.every(({ status }) => status === 201)).toBe(true);
  expect((await messages(owner, id)).map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => 40 - n));
  for (const person of [owner, signer]) {
    const stream = await (await app.request('/api/sync?since=0', { cookie: person.cookie })).json() as { entries: { seq: number; event: { kind: string; message?: Message } }[] };
    expect(stream.entries.map(({ seq }) => seq)).toEqual(stream.entries.map((_, n) => n + 1));
    expect(stream.entries.flatMap(({ event }) => (event.kind === 'message' && event.message?.conversationId === id ? [event.message.seq] : []))).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  }
});

it('refuses new words either way where a block stands, and keeps the old ones readable', async () => {
  const [owner, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
  await signBetween(app, await castPitch(app, owner), owner, signer);
  const { id } = await opened(signer, { kind: 'direct', personId: owner.id });
  await sayAs(app, signer, id, 'Before');
  expect((await app.request(`/api/users/${signer.id}/block`, { method: 'PUT', cookie: owner.cookie })).status).toBe(204);
  for (const person of [owner, signer]) {
    const answer = await sayAs(app, person, id, 'After');
    expect([answer.status, (await answer.json() as { error: { reason: string } }).error.reason]).toEqual([409, 'closed']);
    expect((await messages(person, id)).map(({ body }) => body)).toEqual(['Before']);
    expect((await (await app.request(`/api/conversations/${id}`, { cookie: person.cookie })).json() as Conversation).shut).toBe('closed');
  }
  for (const [person, other] of [[owner, signer], [signer, owner]] as const) expect((await open(person, { kind: 'direct', personId: other.id })).status).toBe(404);
  await execute(app.db, sql`DELETE FROM blocks WHERE blocker_id = ${owner.id}`);
  expect((await sayAs(app, signer, id, 'Again')).status).toBe(201);
});

it('is nothing for those who are not in it, whatever they try', async () => {
  const [ada, ben, eve] = [await castPerson(app, 'investor'), await castPerson(app, 'creator'), await castPerson(app, 'creator')];
  const { id } = await opened(ada, { kind: 'direct', personId: ben.id });
  const { id: messageId } = await (await sayAs(app, ada, id, 'Between us CANARY')).json() as Message;
  const tries: [string, string, unknown?][] = [
    ['GET', `/api/conversations/${id}`], ['GET', `/api/conversations/${id}/messages`], ['POST', `/api/conversations/${id}/messages`, { clientId: uuid(), body: 'Me too' }], ['PUT', `/api/conversations/${id}/read`, { seq: 1 }],
    ['PATCH', `/api/conversations/${id}/messages/${messageId}`, { body: 'Changed' }], ['DELETE', `/api/conversations/${id}/messages/${messageId}`], ['PUT', `/api/conversations/${id}/messages/${messageId}/reaction`, { word: 'no' }],
    ['POST', `/api/conversations/${id}/accept`], ['POST', `/api/conversations/${id}/decline`], ['PUT', `/api/conversations/${id}/mute`, { until: null }], ['PUT', `/api/conversations/${id}/archive`, { archived: true }],
    ['PATCH', `/api/conversations/${id}`, { title: 'Mine' }], ['POST', `/api/conversations/${id}/members`, { personIds: [eve.id] }], ['DELETE', `/api/conversations/${id}/members/${ben.id}`], ['GET', `/api/conversations/${id}/files/${uuid()}`],
  ];
  for (const [method, path, body] of tries) {
    const answer = await app.request(path, { method, cookie: eve.cookie, ...(body !== undefined && { body }) });
    expect([path, answer.status]).toEqual([path, 404]);
    const missing = await app.request(path.replace(id, uuid()), { method, cookie: eve.cookie, ...(body !== undefined && { body }) });
    expect(missing.status).toBe(404);
    expect((await app.request(path, { method, ...(body !== undefined && { body }) })).status).toBe(401);
  }
  expect(await (await app.request('/api/conversations/search?q=canary', { cookie: eve.cookie })).text()).not.toContain('CANARY');
  expect((await (await app.request('/api/conversations/search?q=canary', { cookie: ben.cookie })).json() as { items: unknown[] }).items).toHaveLength(1);
  expect(await (await app.request('/api/sync?since=0', { cookie: eve.cookie })).text()).not.toContain('CANARY');
});

it('takes the sender, the number and the time from nobody but itself', async () => {
  const [ada, ben] = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  const { id } = await opened(ada, { kind: 'direct', personId: ben.id });
  for (const forged of [{ sender: { id: ben.id } }, { senderId: ben.id }, { seq: 900 }, { sentAt: '2001-01-01T00:00:00.000Z' }]) {
    expect((await app.request(`/api/conversations/${id}/messages`, { body: { clientId: uuid(), body: 'Hello', ...forged }, cookie: ada.cookie })).status).toBe(400);
  }
  const clientId = uuid();
  const mine = await (await sayAs(app, ada, id, 'Mine', { clientId })).json() as Message;
  // Another person's same id is another message, and says nothing about the first.
  const theirs = await sayAs(app, ben, id, 'Theirs', { clientId });
  expect([theirs.status, (await theirs.json() as Message).seq, mine.seq]).toEqual([201, 2, 1]);
  // The same id with other words is still the first message.
  const replay = await sayAs(app, ada, id, 'Other words', { clientId });
  expect([replay.status, await replay.json()]).toEqual([200, mine]);
});
