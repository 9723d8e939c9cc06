import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { errorOf, pdf, publishedPitch, uploaded } from '../../testing/factories.ts';
import type { Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Pitch } from '../pitches/schema.ts';

let app: TestApp;
let creator: CastMember;
let rival: CastMember;
let investor: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor] = await Promise.all([castPerson(app, 'creator', { name: 'Maren Oyelaran' }), castPerson(app, 'creator'), castPerson(app, 'investor')]);
});
afterAll(() => app.close());

const DAY = 86_400_000;
const petra = { name: 'Petra Lindemarsh', role: 'Ada Tarrow' };
const withTeam = (status: 'interested' | 'letter_of_intent' | 'signed' = 'signed') => publishedPitch(app, creator, { title: 'Salt Year', team: [{ ...petra, status }, { name: 'Idris', role: 'Composer', status: 'interested' }] });
const invite = (id: string, body: unknown = { ...petra, email: 'petra@stage.example' }) => app.request(`/api/pitches/${id}/team/invitations`, { body, cookie: creator.cookie });
const link = async () => new URL(await scalar(app.db, z.string(), sql`SELECT payload->>'link' FROM outbox WHERE topic = 'mail.attachment-asked' ORDER BY id DESC LIMIT 1`));
const answer = (token: string | null, word = 'confirmed') => app.request('/api/attachments', { body: { token, answer: word } });
const seen = async (id: string, cookie?: string) => (await (await app.request(`/api/pitches/${id}`, { cookie })).json() as Pitch).team[0];

describe('an attachment', () => {
  it('is asked by mail, read behind the link, and confirmed with one click, signed out', async () => {
    const { id } = await withTeam();
    expect(await seen(id)).toEqual({ ...petra, status: 'signed', hasProof: false, confirmedAt: null });
    expect((await invite(id)).status).toBe(201);
    const address = await link();
    expect(address.pathname).toBe('/confirm-attachment');
    const token = address.searchParams.get('token');
    expect((await app.db.query(sql`SELECT payload->>'to' AS "to", payload->>'project' AS project FROM outbox WHERE topic = 'mail.attachment-asked' ORDER BY id DESC LIMIT 1`)).rows).toEqual([{ to: 'petra@stage.example', project: 'Salt Year' }]);
    expect(await seen(id, creator.cookie)).toMatchObject({ invitedAt: expect.any(String) as string, confirmedAt: null });
    for (let opened = 0; opened < 2; opened += 1) {
      const question = await app.request(`/api/attachments?token=${token}`);
      expect([question.status, await question.json()]).toEqual([200, { project: 'Salt Year', creator: 'Maren Oyelaran', ...petra, status: 'signed' }]);
    }
    expect((await answer(token)).status).toBe(200);
    const after = await seen(id);
    expect(after).toEqual({ ...petra, status: 'signed', hasProof: false, confirmedAt: expect.any(String) as string });
    for (const spent of [await answer(token), await answer(token, 'declined'), await app.request(`/api/attachments?token=${token}`)]) expect(spent.status).toBe(404);
    expect((await errorOf(await invite(id))).message).toContain('confirmed already');
  });

  it('holds no token and no address where it could be read', async () => {
    const { id } = await withTeam();
    await invite(id);
    const token = (await link()).searchParams.get('token') ?? '';
    const { rows } = await app.db.query(sql`SELECT row_to_json(a)::text AS text FROM pitch_attachments a WHERE pitch_id = ${id}`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain('stage.example');
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  it('is confirmed for what was asked, and for nothing else', async () => {
    const { id } = await withTeam('letter_of_intent');
    await invite(id);
    const token = (await link()).searchParams.get('token');
    const change = (team: unknown) => app.request(`/api/pitches/${id}`, { method: 'PATCH', body: { team }, cookie: creator.cookie });
    await change([{ ...petra, status: 'signed' }]);
    expect((await answer(token)).status).toBe(404);
    await change([{ ...petra, status: 'letter_of_intent' }, { name: 'Idris', role: 'Composer', status: 'signed' }]);
    expect((await answer(token)).status).toBe(200);
    const file = await uploaded(app, creator, id, { kind: 'attachment', contentType: 'application/pdf', bytes: pdf() });
    await change([{ ...petra, status: 'letter_of_intent', proofFileId: file.id }]);
    expect(await seen(id, investor.cookie)).toMatchObject({ hasProof: true, confirmedAt: expect.any(String) as string });
    await change([{ ...petra, status: 'signed', proofFileId: file.id }]);
    expect(await seen(id)).toMatchObject({ hasProof: true, confirmedAt: null });
  });

  it('may be denied, which is final for that question', async () => {
    const { id } = await withTeam();
    await invite(id);
    expect((await answer((await link()).searchParams.get('token'), 'declined')).status).toBe(200);
    expect(await seen(id, creator.cookie)).toMatchObject({ confirmedAt: null, declinedAt: expect.any(String) as string });
    expect(await seen(id)).not.toHaveProperty('declinedAt');
    expect((await invite(id)).status).toBe(409);
  });

  it('is asked once in ten minutes, by a link that works two weeks, and the last one only', async () => {
    const { id } = await withTeam();
    await invite(id);
    const first = (await link()).searchParams.get('token');
    const early = await invite(id);
    expect([early.status, early.headers.get('retry-after')]).toEqual([409, expect.stringMatching(/^\d+$/)]);
    app.clock.advance(11 * 60_000);
    expect((await invite(id)).status).toBe(201);
    const second = (await link()).searchParams.get('token');
    expect((await answer(first)).status).toBe(404);
    app.clock.advance(15 * DAY);
    expect((await answer(second)).status).toBe(404);
    app.clock.advance(-15 * DAY); // the sessions of the others would be over
  });

  it('is asked of nobody who is not there or only interested', async () => {
    const { id } = await withTeam('interested');
    expect((await invite(id)).status).toBe(409);
    expect((await invite(id, { name: 'Nobody', role: 'x', email: 'a@b.example' })).status).toBe(404);
    expect((await invite(id, { ...petra, email: 'no address' })).status).toBe(400);
    for (const token of ['', 'x'.repeat(101), null]) expect([400, 404]).toContain((await answer(token)).status);
  });
});

it('is asked by the owner alone', async () => {
  const { id } = await withTeam();
  await expectRefused(app, [{ method: 'POST', path: `/api/pitches/${id}/team/invitations`, body: { ...petra, email: 'a@b.example' } }], { wrongPortal: [investor as unknown as Person], wrongOwner: [rival as unknown as Person] });
});
