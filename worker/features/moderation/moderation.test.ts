// What operators do, over HTTP: who may, what it changes everywhere, what is written down, and who is told.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { execute, row, rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, newSession, type CastMember } from '../../testing/cast.ts';
import { createPitch, errorOf, publishedPitch } from '../../testing/factories.ts';
import { signUp, type Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let owner: Person;
let operator: CastMember;
/** In the operators' portal, without the role: what a page would let in and the tables do not. */
let roleless: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  owner = await signUp(app, { portal: 'creator', name: 'Rosa Okafor' });
  [operator, roleless] = [await castPerson(app, 'admin'), await castPerson(app, 'admin')];
  await execute(app.db, sql`INSERT INTO user_roles (user_id, role_id) VALUES (${operator.id}, 'admin')`);
});
afterAll(() => app.close());

const post = (path: string, reason: string, person: { cookie: string } = operator) => app.request(path, { body: { reason }, cookie: person.cookie });
const listed = async () => ((await (await app.request('/api/pitches?limit=50')).json()) as { items: { id: string }[] }).items.map(({ id }) => id);
const mails = (topic: string) => rows(app.db, z.object({ to: z.string(), reason: z.string() }), sql`SELECT payload->>'to' AS to, payload->>'reason' AS reason FROM outbox WHERE topic = ${topic}`);

describe('taking a pitch down', () => {
  it('hides it from everybody but its owner, writes down why, tells the owner, and bars publishing until it is put back', async () => {
    const { id, slug } = await publishedPitch(app, owner);
    expect(await listed()).toContain(id);
    expect((await app.request(`/api/pitches/${slug}`)).status).toBe(200);
    const down = await post(`/api/pitches/${id}/takedown`, 'Uses the script of somebody else.');
    expect([down.status, await down.json()]).toEqual([200, { id, isShown: false }]);
    expect(await listed()).not.toContain(id);
    expect((await app.request(`/api/pitches/${slug}`)).status).toBe(404);
    const own = async () => (await (await app.request(`/api/pitches/${id}`, { cookie: owner.cookie })).json()) as { status: string; takedown: { reason: string; at: string } | null };
    expect(await own()).toMatchObject({ status: 'unpublished', takedown: { reason: 'Uses the script of somebody else.', at: expect.stringMatching(/^20\d\d-.+Z$/) } });
    expect(await mails('mail.pitch-taken-down')).toEqual([{ to: owner.email, reason: 'Uses the script of somebody else.' }]);

    const refused = await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: owner.cookie });
    expect([refused.status, (await errorOf(refused)).message]).toEqual([403, expect.stringContaining('Uses the script of somebody else.')]);
    await app.request(`/api/pitches/${id}/archive`, { method: 'POST', cookie: owner.cookie });
    await app.request(`/api/pitches/${id}/restore`, { method: 'POST', cookie: owner.cookie });
    expect((await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: owner.cookie })).status).toBe(403);

    const back = await post(`/api/pitches/${id}/put-back`, 'The rights are shown.');
    expect([back.status, await back.json()]).toEqual([200, { id, isShown: true }]);
    expect(await listed()).toContain(id);
    expect(await own()).toMatchObject({ status: 'published', takedown: null });
    expect(await (await app.request(`/api/pitches/${id}`)).text()).not.toContain('takedown');
    expect(await mails('mail.pitch-put-back')).toEqual([{ to: owner.email, reason: 'The rights are shown.' }]);
    expect(await row(app.db, z.unknown(), sql`SELECT reason, taken_down_by, lift_reason, lifted_by FROM pitch_takedowns WHERE pitch_id = ${id}`)).toEqual({
      reason: 'Uses the script of somebody else.', taken_down_by: operator.id, lift_reason: 'The rights are shown.', lifted_by: operator.id });
    await app.settle();
    expect(app.relayed.length).toBeGreaterThan(1);
  });

  it('puts nothing back into the market that its owner had archived or left incomplete meanwhile', async () => {
    const { id } = await publishedPitch(app, owner);
    await post(`/api/pitches/${id}/takedown`, 'Look at the logline.');
    expect((await app.request(`/api/pitches/${id}`, { method: 'PATCH', body: { synopsis: 'Too short.' }, cookie: owner.cookie })).status).toBe(200);
    expect(await (await post(`/api/pitches/${id}/put-back`, 'Fine now.')).json()).toEqual({ id, isShown: false });
    expect(await listed()).not.toContain(id);
  });

  it('is for operators with the permission, once, with a reason, for what is in the market', async () => {
    const { id } = await publishedPitch(app, owner);
    const draft = await createPitch(app, owner);
    expect((await app.request(`/api/pitches/${id}/takedown`, { body: { reason: 'x' } })).status).toBe(401);
    for (const person of [owner, roleless]) for (const deed of ['takedown', 'put-back']) expect((await post(`/api/pitches/${id}/${deed}`, 'No.', person)).status).toBe(403);
    expect(await listed()).toContain(id);
    expect((await post(`/api/pitches/${id}/takedown`, ' ')).status).toBe(400);
    expect((await post(`/api/pitches/${draft.id}/takedown`, 'No.')).status).toBe(409);
    expect((await post(`/api/pitches/${id}/put-back`, 'No.')).status).toBe(409);
    expect((await post(`/api/pitches/${app.services.newId()}/takedown`, 'No.')).status).toBe(404);
    expect((await post(`/api/pitches/${id}/takedown`, 'Yes.')).status).toBe(200);
    expect((await post(`/api/pitches/${id}/takedown`, 'Again.')).status).toBe(409);
  });

  it('keeps the record when the owner deletes the pitch', async () => {
    const { id, title } = await publishedPitch(app, owner);
    await post(`/api/pitches/${id}/takedown`, 'Gone for good.');
    expect((await app.request(`/api/pitches/${id}`, { method: 'DELETE', cookie: owner.cookie })).status).toBe(204);
    expect(await scalar(app.db, z.string(), sql`SELECT pitch_title FROM pitch_takedowns WHERE reason = 'Gone for good.' AND pitch_id IS NULL`)).toBe(title);
  });
});

describe('suspending an account', () => {
  it('ends its sessions within five seconds, refuses the right password, and hides the profile, until it is lifted', async () => {
    const person = await signUp(app, { portal: 'investor', name: 'Vera Quist' });
    const signIn = () => app.request('/api/auth/sign-in', { body: { email: person.email, password: person.password } });
    const status = async () => (await app.request('/api/me', { cookie: person.cookie })).status;
    expect(await status()).toBe(200);
    expect((await post(`/api/users/${person.id}/suspend`, 'A false identity.')).status).toBe(200);
    app.clock.advance(5000);
    expect(await status()).toBe(401);
    const refused = await signIn();
    expect([refused.status, (await errorOf(refused)).message]).toEqual([403, 'This account is suspended: A false identity.']);
    expect((await app.request(`/api/users/${person.handle}`)).status).toBe(404);
    expect(await mails('mail.account-suspended')).toEqual([{ to: person.email, reason: 'A false identity.' }]);
    expect((await post(`/api/users/${person.id}/reinstate`, 'It was them.')).status).toBe(200);
    expect((await signIn()).status).toBe(200);
    expect((await app.request(`/api/users/${person.handle}`)).status).toBe(200);
    expect(await mails('mail.account-reinstated')).toEqual([{ to: person.email, reason: 'It was them.' }]);
  });

  it('holds for a session that began in the same moment', async () => {
    const person = await signUp(app, { portal: 'investor' });
    await post(`/api/users/${person.id}/suspend`, 'Spam.');
    expect((await app.request('/api/me', { cookie: await newSession(app, person.id) })).status).toBe(401);
  });

  it('is for operators with the permission, and never of an operator', async () => {
    expect((await app.request(`/api/users/${owner.id}/suspend`, { body: { reason: 'x' } })).status).toBe(401);
    for (const person of [owner, roleless]) for (const deed of ['suspend', 'reinstate']) expect((await post(`/api/users/${owner.id}/${deed}`, 'No.', person)).status).toBe(403);
    expect((await post(`/api/users/${roleless.id}/suspend`, 'No.')).status).toBe(403);
    expect((await post(`/api/users/${app.services.newId()}/suspend`, 'No.')).status).toBe(404);
    expect((await post(`/api/users/${owner.id}/reinstate`, 'No.')).status).toBe(409);
    expect((await app.request('/api/me', { cookie: owner.cookie })).status).toBe(200);
  });
});
