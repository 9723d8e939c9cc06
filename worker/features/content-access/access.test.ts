// What opens and closes: canary texts per gate, seen by each kind of reader, with the public copy of the page warm in the cache.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember, newSession } from '../../testing/cast.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { runNdaClock } from '../ndas/jobs.ts';
import type { Nda } from '../ndas/schema.ts';
import { guardStream } from './actions.ts';

let app: TestApp;
let owner: CastMember;
let pitch: { id: string; title: string };
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator');
  pitch = await castPitch(app, owner);
});
afterAll(() => app.close());

const post = (path: string, body: unknown, person: CastMember): Promise<Response> => app.request(path, { body, cookie: person.cookie });
const nda = async (response: Response): Promise<Nda> => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as Nda;
};

/** Which canaries a reader gets, and the tier the page claims. */
async function sees(id: string, cookie?: string): Promise<{ tier: string; canaries: string[] }> {
  const response = await app.request(`/api/pitches/${id}`, { cookie });
  const text = await response.text();
  expect(response.status, text).toBe(200);
  return { tier: (JSON.parse(text) as { tier: string }).tier, canaries: [...text.matchAll(/CANARY-[A-Z]+/g)].map(([canary]) => canary).toSorted() };
}

async function sign(reader: CastMember, id: string, terms?: object): Promise<Nda> {
  const asked = await nda(await post('/api/ndas/request', { pitchId: id, ...(terms && { terms }) }, reader));
  const approved = await nda(await post(`/api/ndas/${asked.id}/approve`, {}, owner));
  return nda(await post(`/api/ndas/${asked.id}/sign`, { name: 'Rea Der', signature: { kind: 'typed', value: 'Rea Der' }, accepted: true, documentHash: approved.document.hash }, reader));
}

describe('gates of a pitch', () => {
  it('open by click-through, by signature, and close by revocation, on the next request', async () => {
    const reader = await castPerson(app, 'investor');
    await sees(pitch.id);
    expect(await sees(pitch.id)).toEqual({ tier: 'public', canaries: [] });
    expect(await sees(pitch.id, reader.cookie)).toEqual({ tier: 'member', canaries: [] });

    expect((await post(`/api/pitches/${pitch.id}/click-through`, { accepted: false }, reader)).status).toBe(400);
    const clicked = await post(`/api/pitches/${pitch.id}/click-through`, { accepted: true }, reader);
    expect(await clicked.json()).toMatchObject({ accepted: true, wording: expect.stringContaining('confidential') });
    expect(await sees(pitch.id, reader.cookie)).toEqual({ tier: 'confidential', canaries: ['CANARY-CONFIDENTIAL'] });
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM content_access WHERE user_id = ${reader.id} AND wording IS NOT NULL AND ip IS NOT NULL AND user_agent IS NOT NULL`)).toBe(1);

    const signed = await sign(reader, pitch.id);
    expect(await sees(pitch.id, reader.cookie)).toEqual({ tier: 'nda', canaries: ['CANARY-CONFIDENTIAL', 'CANARY-NDA'] });
    expect((await sees(pitch.id, owner.cookie)).canaries).toHaveLength(3);
    expect(await sees(pitch.id)).toEqual({ tier: 'public', canaries: [] });
    expect(await sees(pitch.id, (await castPerson(app, 'investor')).cookie)).toEqual({ tier: 'member', canaries: [] });

    await nda(await post(`/api/ndas/${signed.id}/revoke`, { reason: 'Sold.' }, owner));
    expect(await sees(pitch.id, reader.cookie)).toEqual({ tier: 'confidential', canaries: ['CANARY-CONFIDENTIAL'] });
  });

  it('are not moved by what a request says about itself', async () => {
    const reader = await castPerson(app, 'investor');
    const response = await app.request(`/api/pitches/${pitch.id}?tier=nda&nda=signed&access=granted`, { cookie: `${reader.cookie}; nda=signed; tier=nda`, headers: { 'x-nda': 'signed' } });
    expect(await response.text()).not.toContain('CANARY');
  });

  it('close at the agreed end, also before the clock\'s job has run', async () => {
    const reader = await castPerson(app, 'investor');
    const signed = await sign(reader, pitch.id, { accessDays: 2 });
    app.clock.advance(2 * 86_400_000 + 1000);
    reader.cookie = await newSession(app, reader.id);
    expect(await sees(pitch.id, reader.cookie)).toEqual({ tier: 'member', canaries: [] });
    const clock = () => runNdaClock({ services: app.services, settings: settingsOf(app.env), actor: null });
    expect((await clock()).expired).toBe(1);
    expect((await clock()).expired).toBe(0);
    expect((await nda(await app.request(`/api/ndas/${signed.id}`, { cookie: reader.cookie }))).status).toBe('expired');
    owner.cookie = await newSession(app, owner.id);
  });

  it('are asked about in the one statement of the pitch', async () => {
    const reader = await castPerson(app, 'investor');
    await sees(pitch.id, reader.cookie);
    const before = app.roundTrips();
    await sees(pitch.id, reader.cookie);
    expect(app.roundTrips() - before).toBe(1);
  });
});

describe('the clock', () => {
  it('reminds whoever must move, once, then lapses', async () => {
    const reader = await castPerson(app, 'investor');
    const asked = await nda(await post('/api/ndas/request', { pitchId: (await castPitch(app, owner)).id }, reader));
    const clock = () => runNdaClock({ services: app.services, settings: settingsOf(app.env), actor: null });
    app.clock.advance(12 * 86_400_000);
    expect((await clock()).reminded).toBe(1);
    expect((await clock()).reminded).toBe(0);
    await deliverNotices(app);
    const due = await scalar(app.db, z.string(), sql`SELECT payload ->> 'to' FROM outbox WHERE topic = 'mail.nda-due' AND payload ->> 'link' LIKE ${`%${asked.id}`}`);
    expect(due).toBe(owner.email);
    app.clock.advance(2 * 86_400_000 + 1000);
    [owner.cookie, reader.cookie] = [await newSession(app, owner.id), await newSession(app, reader.id)];
    expect((await post(`/api/ndas/${asked.id}/approve`, {}, owner)).status).toBe(409);
    expect((await clock()).lapsed).toBe(1);
    expect((await nda(await app.request(`/api/ndas/${asked.id}`, { cookie: owner.cookie }))).history.at(-1)).toMatchObject({ to: 'lapsed', by: 'system' });
    expect((await post('/api/ndas/request', { pitchId: asked.pitch.id }, reader)).status).toBe(201);
  });
});

describe('standing answers and the passport', () => {
  it('approve a verified company at once, and nobody else', async () => {
    const maker = await castPerson(app, 'creator');
    const work = await castPitch(app, maker);
    const [company, other, admin] = [await castPerson(app, 'production', { company: 'Tall Trees' }), await castPerson(app, 'production'), await castPerson(app, 'admin')];
    expect((await post('/api/nda-auto-approvals', { requester: 'production', pitchId: pitch.id }, maker)).status).toBe(404);
    expect((await post('/api/nda-auto-approvals', { requester: 'production' }, maker)).status).toBe(201);
    const verification = { method: 'PUT', body: { companyName: 'Tall Trees Ltd', evidence: 'Register no. 0871234, looked up.' } };
    expect((await app.request(`/api/company-verifications/${company.id}`, { ...verification, cookie: maker.cookie })).status).toBe(403);
    expect((await app.request(`/api/company-verifications/${company.id}`, { ...verification, cookie: admin.cookie })).status).toBe(204);
    expect((await nda(await post('/api/ndas/request', { pitchId: work.id }, other))).status).toBe('requested');
    const approved = await nda(await post('/api/ndas/request', { pitchId: work.id }, company));
    expect(approved.status).toBe('approved');
    expect(approved.history.at(-1)).toMatchObject({ action: 'approve', by: 'system', actor: null });
    const third = await castPitch(app, maker);
    expect((await nda(await post('/api/ndas/request', { pitchId: third.id, terms: { download: true } }, company))).status).toBe('requested');
  });

  it('sign the standard form once and open a pitch by one call', async () => {
    const maker = await castPerson(app, 'creator');
    const work = await castPitch(app, maker);
    await post('/api/nda-auto-approvals', { requester: 'investor', verifiedOnly: false, passportOnly: true }, maker);
    const reader = await castPerson(app, 'investor');
    const { document } = (await (await app.request('/api/passport', { cookie: reader.cookie })).json()) as { document: { hash: string; html: string } };
    const body = { name: 'Rea Der', signature: { kind: 'typed', value: 'Rea Der' }, accepted: true };
    const preview = async (): Promise<string> => ((await (await app.request(`/api/ndas/preview?pitchId=${work.id}`, { cookie: reader.cookie })).json()) as { hash: string }).hash;
    const hash = await preview();
    const early = await post('/api/ndas/request', { pitchId: work.id, passport: { documentHash: hash, accepted: true } }, reader);
    expect(early.status).toBe(409);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM ndas WHERE pitch_id = ${work.id}`)).toBe(0);
    expect((await post('/api/passport', { ...body, documentHash: hash }, reader)).status).toBe(409);
    expect((await post('/api/passport', { ...body, documentHash: document.hash }, reader)).status).toBe(201);
    expect((await post('/api/ndas/request', { pitchId: work.id, passport: { documentHash: document.hash, accepted: true } }, reader)).status).toBe(409);
    const signed = await nda(await post('/api/ndas/request', { pitchId: work.id, passport: { documentHash: hash, accepted: true } }, reader));
    expect(signed.status).toBe('signed');
    expect((await sees(work.id, reader.cookie)).tier).toBe('nda');
    const verdict = (await (await app.request(`/api/ndas/${signed.id}/verify`, { cookie: reader.cookie })).json()) as { valid: boolean };
    expect(verdict.valid).toBe(true);

    const second = await castPitch(app, owner);
    const asked = await nda(await post('/api/ndas/request', { pitchId: second.id }, reader));
    const approved = await nda(await post(`/api/ndas/${asked.id}/approve`, {}, owner));
    expect((await nda(await post(`/api/ndas/${asked.id}/sign-with-passport`, { accepted: true, documentHash: approved.document.hash }, reader))).status).toBe('signed');
    const third = await castPitch(app, owner);
    const bargained = await nda(await post('/api/ndas/request', { pitchId: third.id }, reader));
    const changed = await nda(await post(`/api/ndas/${bargained.id}/approve`, { terms: { termMonths: 60 } }, owner));
    expect((await post(`/api/ndas/${bargained.id}/sign-with-passport`, { accepted: true, documentHash: changed.document.hash }, reader)).status).toBe(409);
    const state = (await (await app.request('/api/passport', { cookie: reader.cookie })).json()) as { passport: { uses: number } };
    expect(state.passport.uses).toBe(2);
  });
});

describe('a stream under guard', () => {
  const source = (bytes: number) => new ReadableStream<Uint8Array>({ start(controller) { controller.enqueue(new Uint8Array(bytes)); controller.close(); } });

  it('stops within one window of the closing, even inside one big chunk', async () => {
    let [open, read, time] = [true, 0, 0];
    const guarded = guardStream(source(1000), async () => open, { everyBytes: 100, everyMs: 1000, now: () => time });
    const failure = await (async () => {
      for await (const piece of guarded as unknown as AsyncIterable<Uint8Array>) {
        read += piece.length;
        if (read === 300) open = false;
      }
      return null;
    })().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'forbidden' });
    expect(read).toBe(300);
    [open, read, time] = [true, 0, 0];
    const slow = guardStream(source(250), async () => open, { everyBytes: 100, everyMs: 1000, now: () => (time += 600) });
    for await (const piece of slow as unknown as AsyncIterable<Uint8Array>) read += piece.length;
    expect(read).toBe(250);
  });

  it('stops when nobody can tell', async () => {
    const guarded = guardStream(source(1000), () => Promise.reject(new Error('away')), { everyBytes: 100, everyMs: 1000, now: () => 0 });
    await expect(new Response(guarded).arrayBuffer()).rejects.toMatchObject({ code: 'forbidden' });
  });
});
