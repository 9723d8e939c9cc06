// Groups of deeds as the room hands them over: one transaction, each answered by itself.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { rows } from '../../platform/db/db.ts';
import { createNeonDb } from '../../platform/db/neon.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { expectErrorLog } from '../../testing/setup.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { deliveriesOf } from './deed-frame.ts';
import type { Outcome, PendingDeed } from './deed-plan.ts';
import { commitDeeds } from './deeds.ts';
import type { Conversation } from './schema.ts';

let app: TestApp;
let people: [CastMember, CastMember];
let id: string;
beforeAll(async () => { app = await createTestApp(); });
afterAll(() => app.close());
beforeEach(async () => {
  people = [await castPerson(app, 'investor'), await castPerson(app, 'creator')];
  id = (await (await app.request('/api/conversations', { body: { kind: 'direct', personId: people[1].id }, cookie: people[0].cookie })).json() as Conversation).id;
  await app.db.query(sql`UPDATE conversation_participants SET folder = 'inbox' WHERE conversation_id = ${id}`);
});

const by = (who: 0 | 1, deed: PendingDeed['deed'], clientId: string = crypto.randomUUID()): PendingDeed => ({ id: clientId, person: { id: people[who].id, name: people[who].name }, deed });
const commit = (pending: readonly PendingDeed[], db = app.db) => commitDeeds({ db, newId: app.services.newId, now: app.clock.now() }, id, pending);
const messageOf = (outcome: Outcome | undefined) => {
  if (!outcome?.ok || outcome.result.kind !== 'send') throw new Error(`no message: ${JSON.stringify(outcome)}`);
  return outcome.result.message;
};
const stored = () => rows(app.db, z.object({ seq: z.int(), body: z.string() }), sql`SELECT seq, body FROM messages WHERE conversation_id = ${id} ORDER BY seq`);

it('takes everything of a group in the order it came, and answers each', async () => {
  const [first] = (await commit([by(0, { kind: 'send', body: 'First' })])).outcomes;
  const { id: messageId } = messageOf(first);
  const twice = crypto.randomUUID();
  const before = app.roundTrips();
  const { outcomes, tellings } = await commit([
    by(1, { kind: 'react', messageId, word: 'agreed' }), by(0, { kind: 'send', body: 'Second' }, twice), by(1, { kind: 'send', body: 'Third' }), by(0, { kind: 'send', body: 'Second again' }, twice), by(0, { kind: 'edit', messageId, body: 'First, better' }),
    by(1, { kind: 'edit', messageId, body: 'Not mine' }), by(1, { kind: 'send', body: ' \u200b ' }), by(1, { kind: 'read', seq: 2 }), by(1, { kind: 'read', seq: 99 }), by(0, { kind: 'delete', messageId: app.services.newId() }),
  ]);
  expect(app.roundTrips() - before).toBe(1);
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.result.kind : outcome.code))).toEqual(['react', 'send', 'send', 'send', 'edit', 'forbidden', 'bad_frame', 'read', 'read', 'not_found']);
  expect([messageOf(outcomes[1]), messageOf(outcomes[3])].map(({ seq, body }) => [seq, body])).toEqual([[2, 'Second'], [2, 'Second']]);
  expect([outcomes[7], outcomes[8]]).toMatchObject([{ result: { seq: 3 } }, { result: { seq: 3 } }]);
  expect(await stored()).toEqual([{ seq: 1, body: 'First, better' }, { seq: 2, body: 'Second' }, { seq: 3, body: 'Third' }]);
  const told = deliveriesOf(tellings).find(({ userId }) => userId === people[0].id)?.entries ?? [];
  expect(told.map(({ event }) => event.kind)).toEqual(['reaction', 'message', 'message', 'message_edited']);
  // Whoever wrote the third has read it: that is no news.
  expect(told.map(({ seq }) => seq)).toEqual(told.map((_, index) => (told[0]?.seq ?? 0) + index));
});

it('writes a hundred at once, in one round trip and without a gap', async () => {
  const before = app.roundTrips();
  const { outcomes } = await commit(Array.from({ length: 100 }, (_, n) => by(n % 2 ? 1 : 0, { kind: 'send', body: `Line ${n}` })));
  expect(app.roundTrips() - before).toBe(1);
  expect(outcomes.map((outcome) => messageOf(outcome).seq)).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
});

it('does not lose a group for the one that cannot be written', async () => {
  expectErrorLog('conversation.deeds');
  const { outcomes } = await commit([by(0, { kind: 'send', body: 'Before' }), { ...by(0, { kind: 'send', body: 'Broken' }), person: { id: 'nobody at all', name: 'x' } }, by(0, { kind: 'send', body: 'After' })]);
  expect(outcomes.map((outcome) => outcome.ok || outcome.code)).toEqual([true, 'internal', true]);
  expect(await stored()).toEqual([{ seq: 1, body: 'Before' }, { seq: 2, body: 'After' }]);
});

it('says that nobody knows when the answer does not come, and the same id tells afterwards', async () => {
  const hasty = createNeonDb({ connectionString: settingsOf(app.env).DATABASE_URL, fetchEndpoint: settingsOf(app.env).NEON_FETCH_ENDPOINT, timeoutMs: 1 });
  const unsure = Array.from({ length: 5 }, (_, n) => by(0, { kind: 'send', body: `Perhaps ${n}` }));
  await expect(commit(unsure, hasty)).rejects.toMatchObject({ code: 'unavailable' });
  const { outcomes } = await commit(unsure);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect((await stored()).map(({ body }) => body)).toEqual(unsure.map((_, n) => `Perhaps ${n}`));
});
