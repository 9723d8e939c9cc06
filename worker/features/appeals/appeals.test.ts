// What an owner says against a takedown, over HTTP: who may, how often, who reads it, and what becomes of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { execute, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { errorOf, publishedPitch } from '../../testing/factories.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { AppealList } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let other: CastMember;
let operator: CastMember;
/** In the operators' portal, without the role. */
let roleless: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, other, operator, roleless] = await Promise.all([castPerson(app, 'creator', { name: 'Rosa Okafor' }), castPerson(app, 'creator'), castPerson(app, 'admin'), castPerson(app, 'admin')]);
  await execute(app.db, sql`INSERT INTO user_roles (user_id, role_id) VALUES (${operator.id}, 'admin')`);
});
afterAll(() => app.close());

const send = (path: string, body: unknown, person: CastMember) => app.request(path, { body, cookie: person.cookie });
const appeal = (pitchId: string, text = 'The script is my own; the registration is attached.', person = owner) => send(`/api/pitches/${pitchId}/appeals`, { text }, person);
const decide = (id: string, decision: 'granted' | 'declined', answer = 'We looked again.', person = operator) => send(`/api/appeals/${id}/decision`, { decision, answer }, person);
const list = async (status = 'open') => AppealList.parse(await (await app.request(`/api/appeals?status=${status}`, { cookie: operator.cookie })).json());
const openOf = async (pitchId: string) => (await list()).items.find(({ pitch }) => pitch?.id === pitchId);
const idOf = async (pitchId: string): Promise<string> => (await openOf(pitchId))?.id ?? '';
const own = async (id: string) => z.looseObject({ status: z.string(), takedown: z.unknown() }).parse(await (await app.request(`/api/pitches/${id}`, { cookie: owner.cookie })).json());
const mails = (topic: string) => rows(app.db, z.object({ to: z.string(), reason: z.string(), link: z.string() }), sql`SELECT payload->>'to' AS to, payload->>'reason' AS reason, payload->>'link' AS link FROM outbox WHERE topic = ${topic} ORDER BY id`);

async function takenDown(reason = 'Uses the script of somebody else.'): Promise<string> {
  const { id } = await publishedPitch(app, owner);
  expect((await send(`/api/pitches/${id}/takedown`, { reason }, operator)).status).toBe(200);
  return id;
}

describe('an appeal', () => {
  it('is seen by operators with the reason it answers, and granting it puts the pitch back', async () => {
    const id = await takenDown();
    expect((await appeal(id)).status).toBe(201);
    expect(await openOf(id)).toMatchObject({ text: 'The script is my own; the registration is attached.', takedown: { reason: 'Uses the script of somebody else.' }, author: { name: 'Rosa Okafor' }, number: 1, status: 'open', answer: null });
    expect((await own(id)).takedown).toMatchObject({ appeal: { text: 'The script is my own; the registration is attached.', answer: null }, appealsLeft: 2 });
    const before = await list('granted');
    expect((await decide(await idOf(id), 'granted', 'The registration is older.')).status).toBe(204);
    expect(await own(id)).toMatchObject({ status: 'published', takedown: null });
    expect(await openOf(id)).toBeUndefined();
    const after = await list('granted');
    expect([after.counts.granted, after.items[0]]).toMatchObject([before.counts.granted + 1, { pitch: { id }, answer: 'The registration is older.', status: 'granted' }]);
    expect(await mails('mail.pitch-put-back')).toContainEqual({ to: owner.email, reason: 'The registration is older.', link: expect.stringContaining(`/creator/pitches/${id}/edit`) });
    expect((await mails('mail.appeal-declined')).filter(({ link }) => link.includes(id))).toEqual([]);
  });

  it('that is declined leaves the pitch down, with the answer where its owner reads it; three are all', async () => {
    const id = await takenDown();
    for (let time = 1; time <= 3; time += 1) {
      app.clock.advance(1_000);
      expect((await appeal(id, `Take ${time}.`)).status).toBe(201);
      expect((await openOf(id))?.number).toBe(time);
      expect((await decide(await idOf(id), 'declined', `No, ${time}.`)).status).toBe(204);
      expect(await own(id)).toMatchObject({ status: 'unpublished', takedown: { appeal: { text: `Take ${time}.`, answer: `No, ${time}.` }, appealsLeft: 3 - time } });
    }
    const over = await appeal(id);
    expect([over.status, (await errorOf(over)).message]).toEqual([409, 'This takedown was appealed as often as it can be.']);
    expect((await mails('mail.appeal-declined')).filter(({ link }) => link.includes(id)).map(({ to, reason }) => [to, reason])).toEqual([[owner.email, 'No, 1.'], [owner.email, 'No, 2.'], [owner.email, 'No, 3.']]);
    expect((await send(`/api/pitches/${id}/put-back`, { reason: 'Mended.' }, operator)).status).toBe(200);
    await send(`/api/pitches/${id}/takedown`, { reason: 'Again.' }, operator);
    expect((await appeal(id)).status).toBe(201);
  });

  it('is told to its writer', async () => {
    const id = await takenDown();
    await appeal(id);
    await decide(await idOf(id), 'declined');
    await deliverNotices(app);
    const { items } = z.object({ items: z.array(z.looseObject({ kind: z.string(), link: z.string() })) }).parse(await (await app.request('/api/notifications?limit=50', { cookie: owner.cookie })).json());
    expect(items).toContainEqual(expect.objectContaining({ kind: 'appeal-declined', link: `/creator/pitches/${id}/edit` }));
  });

  it('is one at a time, however many are sent at once, and putting the pitch back settles it', async () => {
    const id = await takenDown();
    const answers = await Promise.all(Array.from({ length: 4 }, () => appeal(id)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    expect((await send(`/api/pitches/${id}/put-back`, { reason: 'Our mistake.' }, operator)).status).toBe(200);
    expect(await openOf(id)).toBeUndefined();
    expect((await list('granted')).items.find(({ pitch }) => pitch?.id === id)?.answer).toBe('Our mistake.');
  });

  it('is decided once, whoever is quicker', async () => {
    const id = await takenDown();
    await appeal(id);
    const appealId = await idOf(id);
    const answers = await Promise.all([decide(appealId, 'declined', 'No.'), decide(appealId, 'granted', 'Yes.'), decide(appealId, 'declined', 'Still no.')]);
    expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 409)).toHaveLength(2);
    expect((await decide(appealId, 'declined')).status).toBe(409);
  });

  it('is the owner\u2019s alone to make and an operator\u2019s alone to decide', async () => {
    const id = await takenDown();
    const shown = await publishedPitch(app, owner);
    expect((await appeal(id, 'Mine.', other)).status).toBe(404);
    expect((await appeal(id, 'Mine.', operator)).status).toBe(403);
    expect((await app.request(`/api/pitches/${id}/appeals`, { body: { text: 'x' } })).status).toBe(401);
    expect((await appeal(id, '  ')).status).toBe(400);
    expect((await appeal(id, 'x'.repeat(2001))).status).toBe(400);
    const notDown = await appeal(shown.id);
    expect([notDown.status, (await errorOf(notDown)).message]).toEqual([409, 'This pitch is not down.']);
    expect((await appeal(app.services.newId())).status).toBe(404);
    expect((await appeal(id)).status).toBe(201);
    const appealId = await idOf(id);
    expect((await app.request('/api/appeals', { cookie: owner.cookie })).status).toBe(403);
    expect((await decide(appealId, 'declined', 'No.', owner)).status).toBe(403);
    for (const decision of ['granted', 'declined'] as const) expect((await decide(appealId, decision, 'No.', roleless)).status).toBe(403);
    expect((await decide(appealId, 'declined', ' ')).status).toBe(400);
    expect((await decide(app.services.newId(), 'declined')).status).toBe(404);
    expect((await openOf(id))?.id).toBe(appealId);
  });

  it('of a pitch that was deleted waits for nobody', async () => {
    const id = await takenDown();
    await appeal(id);
    const appealId = await idOf(id);
    expect((await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: owner.cookie })).status).toBe(204);
    expect((await list()).items.some((item) => item.id === appealId)).toBe(false);
    expect((await decide(appealId, 'granted')).status).toBe(409);
  });
});
