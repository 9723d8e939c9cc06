// The rules of asking, bargaining and signing, over HTTP; and what parallel calls leave behind.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Nda } from './schema.ts';

let app: TestApp;
let owner: CastMember;
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
});
afterAll(() => app.close());

type Answer = Nda & { error?: { code: string; fields?: Record<string, string>; reason?: string } };
const read = async (response: Response): Promise<Answer> => (await response.json()) as Answer;
const post = (path: string, body: unknown, person: CastMember): Promise<Response> => app.request(path, { body, cookie: person.cookie });
const ask = (pitchId: string, signer: CastMember, more: object = {}): Promise<Response> => post('/api/ndas/request', { pitchId, ...more }, signer);
const signature = (hash: string) => ({ name: 'Ines Investor', title: 'Partner', company: 'Northlight', signature: { kind: 'typed', value: 'Ines Investor' }, accepted: true, documentHash: hash });

const auditActions = (id: string): Promise<{ action: string }[]> => rows(app.db, z.object({ action: z.string() }), sql`SELECT entry::jsonb ->> 'action' AS action FROM nda_audit_log WHERE nda_id = ${id} ORDER BY seq`);
const hex = async (text: string): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

describe('asking', () => {
  it('gives a request whose document hashes to what it says', async () => {
    const signer = await castPerson(app, 'investor', { name: 'Ines Investor', company: 'Northlight' });
    const pitch = await castPitch(app, owner, { title: 'The <Quiet> Coast & "Sea"' });
    const nda = await read(await ask(pitch.id, signer, { message: 'We fund coasts.' }));
    expect(nda).toMatchObject({ status: 'requested', type: 'basic', pitch, owner: { id: owner.id }, signer: { id: signer.id, company: 'Northlight' }, message: 'We fund coasts.', expiresAt: null });
    expect(await hex(nda.document.html)).toBe(nda.document.hash);
    expect(nda.document.html).toContain('The &lt;Quiet&gt; Coast &amp; &quot;Sea&quot;');
    expect(nda.document.html).not.toContain('<Quiet>');
    expect(nda.document.html).not.toMatch(/\{\{/);
    expect(nda.next).toContainEqual({ action: 'approve', by: 'owner' });
    expect(Date.parse(nda.dueAt ?? '') - Date.parse(nda.createdAt)).toBe(14 * 86_400_000);
    await deliverNotices(app);
    const mail = await scalar(app.db, z.string(), sql`SELECT payload ->> 'to' FROM outbox WHERE topic = 'mail.nda-requested' AND payload ->> 'link' LIKE ${`%${nda.id}`}`);
    expect(mail).toBe(owner.email);
  });

  it('shows the bytes before anything is asked', async () => {
    const signer = await castPerson(app, 'production', { company: 'Tall Trees' });
    const pitch = await castPitch(app, owner);
    const preview = (await (await app.request(`/api/ndas/preview?pitchId=${pitch.id}`, { cookie: signer.cookie })).json()) as { hash: string; html: string; notes: { id: string; usual: boolean }[]; blocked: string | null };
    expect(preview.blocked).toBeNull();
    expect(preview.notes.map(({ id }) => id)).toContain('release');
    expect(preview.notes.every(({ usual }) => usual)).toBe(true);
    const nda = await read(await ask(pitch.id, signer));
    expect(nda.document.hash).toBe(preview.hash);
    expect(nda.document.html).toBe(preview.html);
  });

  it('is refused for one\'s own pitch, a draft, a second time, and by other portals', async () => {
    const company = await castPerson(app, 'production');
    const own = await castPitch(app, company);
    expect((await ask(own.id, company)).status).toBe(409);
    const signer = await castPerson(app, 'investor');
    const draft = await castPitch(app, owner, { status: 'draft' });
    expect((await ask(draft.id, signer)).status).toBe(409);
    const open = await castPitch(app, owner);
    expect((await ask(open.id, signer)).status).toBe(201);
    expect((await ask(open.id, signer)).status).toBe(409);
    expect((await ask(open.id, await castPerson(app, 'creator'))).status).toBe(403);
    expect((await ask('01930000-0000-7000-8000-000000000999', signer)).status).toBe(404);
    expect((await app.request('/api/ndas/request', { body: { pitchId: open.id } })).status).toBe(401);
    const extra = await ask(open.id, signer, { status: 'signed' });
    expect(extra.status).toBe(400);
  });

  it('refuses an end that lies in the past', async () => {
    const signer = await castPerson(app, 'investor');
    const pitch = await castPitch(app, owner);
    const response = await ask(pitch.id, signer, { terms: { expiresAt: '2020-01-01T00:00:00Z' } });
    expect(response.status).toBe(400);
    expect((await read(response)).error?.fields).toHaveProperty(['terms.expiresAt']);
  });

  it('is possible ten times a day, also when twelve are sent at once, and again the next day', async () => {
    const signer = await castPerson(app, 'investor');
    const pitches = await Promise.all(Array.from({ length: 12 }, () => castPitch(app, owner)));
    const answers = await Promise.all(pitches.map(({ id }) => ask(id, signer)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 10 }, () => 201), 429, 429]);
    app.clock.advance(86_400_001);
    const again = pitches[answers.findIndex(({ status }) => status === 429)] as { id: string };
    expect((await ask(again.id, signer)).status).toBe(201);
  });

  it('leaves one request when it is sent five times at once', async () => {
    const signer = await castPerson(app, 'investor');
    const pitch = await castPitch(app, owner);
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(pitch.id, signer)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM ndas WHERE pitch_id = ${pitch.id}`)).toBe(1);
  });
});

describe('a request with an Idempotency-Key', () => {
  it('has one effect and one answer, however often it is sent', async () => {
    const signer = await castPerson(app, 'investor');
    const [pitch, other] = [await castPitch(app, owner), await castPitch(app, owner)];
    const send = (pitchId: string): Promise<Response> => app.request('/api/ndas/request', { body: { pitchId }, cookie: signer.cookie, headers: { 'idempotency-key': 'ask-once' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(pitch.id)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(4);
    expect(new Set(await Promise.all(answers.map(async (answer) => (await read(answer)).id))).size).toBe(1);
    expect((await send(other.id)).status).toBe(422);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM ndas WHERE signer_id = ${signer.id}`)).toBe(1);
  });
});

describe('bargaining', () => {
  it('goes to and fro, and the signer taking the owner\'s terms is approved at once', async () => {
    const signer = await castPerson(app, 'investor');
    const pitch = await castPitch(app, owner);
    const asked = await read(await ask(pitch.id, signer));
    const longer = await read(await post(`/api/ndas/${asked.id}/counter`, { terms: { termMonths: 48 }, note: 'Four years, please.' }, owner));
    expect(longer).toMatchObject({ status: 'countered', terms: { termMonths: 48 }, next: [{ action: 'counter', by: 'signer' }, { action: 'approve', by: 'signer' }, { action: 'withdraw', by: 'signer' }] });
    expect(longer.document.hash).not.toBe(asked.document.hash);
    expect(longer.document.html).toContain('48 months');
    const back = await read(await post(`/api/ndas/${asked.id}/counter`, { terms: 'Access for the head of finance as well.', note: '' }, signer));
    expect(back).toMatchObject({ status: 'requested', terms: { termMonths: 48, special: 'Access for the head of finance as well.' } });
    await post(`/api/ndas/${asked.id}/counter`, { terms: { termMonths: 36 }, note: 'Three.' }, owner);
    const agreed = await read(await post(`/api/ndas/${asked.id}/approve`, {}, signer));
    expect(agreed.status).toBe('approved');
    expect(agreed.history.map(({ action, by }) => `${action} ${by}`)).toEqual(['request signer', 'counter owner', 'counter signer', 'counter owner', 'accept signer', 'approve system']);
    expect(new Set(agreed.history.map(({ documentHash }) => documentHash)).size).toBe(4);
  });

  it('has one outcome and one audit row when approve and reject race', async () => {
    for (let round = 0; round < 5; round += 1) {
      const signer = await castPerson(app, 'investor');
      const nda = await read(await ask((await castPitch(app, owner)).id, signer));
      const answers = await Promise.all([
        post(`/api/ndas/${nda.id}/approve`, {}, owner), post(`/api/ndas/${nda.id}/reject`, { reason: 'No.' }, owner), post(`/api/ndas/${nda.id}/approve`, {}, owner),
      ]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
      expect(await auditActions(nda.id)).toHaveLength(2);
    }
  });
});

describe('signing', () => {
  async function approved(): Promise<{ nda: Answer; signer: CastMember }> {
    const signer = await castPerson(app, 'investor');
    const asked = await read(await ask((await castPitch(app, owner)).id, signer));
    return { nda: await read(await post(`/api/ndas/${asked.id}/approve`, {}, owner)), signer };
  }

  it('needs the hash that was shown, a name and the tick', async () => {
    const { nda, signer } = await approved();
    const other = await post(`/api/ndas/${nda.id}/sign`, signature('0'.repeat(64)), signer);
    expect(other.status).toBe(409);
    expect((await read(other)).error).toMatchObject({ code: 'conflict', reason: 'document_changed' });
    expect((await post(`/api/ndas/${nda.id}/sign`, { ...signature(nda.document.hash), accepted: false }, signer)).status).toBe(400);
    expect((await post(`/api/ndas/${nda.id}/sign`, { ...signature(nda.document.hash), name: '' }, signer)).status).toBe(400);
    expect((await post(`/api/ndas/${nda.id}/sign`, { ...signature(nda.document.hash), signature: { kind: 'drawn', value: 'data:image/svg+xml;base64,AAAA' } }, signer)).status).toBe(400);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM nda_signatures WHERE nda_id = ${nda.id}`)).toBe(0);
  });

  it('opens the gate, writes the obligations and tells both sides', async () => {
    const { nda, signer } = await approved();
    const response = await app.request(`/api/ndas/${nda.id}/sign`, { body: signature(nda.document.hash), cookie: signer.cookie, headers: { 'user-agent': 'Reader/1.0', 'cf-connecting-ip': '198.51.100.44' } });
    const signed = await read(response);
    expect(response.status, JSON.stringify(signed)).toBe(200);
    expect(signed).toMatchObject({ status: 'signed', dueAt: null, next: [{ action: 'revoke', by: 'owner' }] });
    expect(Date.parse(signed.expiresAt ?? '') - Date.parse(signed.signedAt ?? '')).toBe(365 * 86_400_000);
    const kept = await rows(app.db, z.object({ ip: z.string(), agent: z.string(), consent: z.string(), hash: z.string() }), sql`SELECT ip, user_agent AS agent, consent, document_sha256 AS hash FROM nda_signatures WHERE nda_id = ${nda.id}`);
    expect(kept).toEqual([{ ip: '198.51.100.44', agent: 'Reader/1.0', consent: expect.stringContaining('signing it electronically'), hash: nda.document.hash }]);
    expect(await scalar(app.db, z.string(), sql`SELECT tier FROM content_access WHERE user_id = ${signer.id} AND revoked_at IS NULL`)).toBe('nda');
    await deliverNotices(app);
    const mails = await rows(app.db, z.object({ to: z.string() }), sql`SELECT payload ->> 'to' AS to FROM outbox WHERE topic = 'mail.nda-signed' AND payload ->> 'link' LIKE ${`%${nda.id}`}`);
    expect(mails.map(({ to }) => to).toSorted()).toEqual([owner.email, signer.email].toSorted());
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM obligations WHERE nda_id = ${nda.id} AND user_id = ${signer.id}`)).toBe(3);
  });

  it('happens once when it is sent four times at once', async () => {
    const { nda, signer } = await approved();
    const answers = await Promise.all(Array.from({ length: 4 }, () => post(`/api/ndas/${nda.id}/sign`, signature(nda.document.hash), signer)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    expect((await auditActions(nda.id)).filter(({ action }) => action === 'sign')).toHaveLength(1);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM content_access WHERE user_id = ${signer.id}`)).toBe(1);
  });

  it('and revoking closes the gate and keeps the duties', async () => {
    const { nda, signer } = await approved();
    await post(`/api/ndas/${nda.id}/sign`, signature(nda.document.hash), signer);
    expect((await post(`/api/ndas/${nda.id}/revoke`, { reason: 'The project is sold.' }, signer)).status).toBe(409);
    const revoked = await read(await post(`/api/ndas/${nda.id}/revoke`, { reason: 'The project is sold.' }, owner));
    expect(revoked).toMatchObject({ status: 'revoked', next: [], history: expect.arrayContaining([expect.objectContaining({ to: 'revoked', reason: 'The project is sold.', actor: { id: owner.id, name: owner.name } })]) });
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM content_access WHERE user_id = ${signer.id} AND revoked_at IS NULL`)).toBe(0);
    expect(await scalar(app.db, z.number(), sql`SELECT count(*) FROM obligations WHERE nda_id = ${nda.id}`)).toBeGreaterThan(0);
  });

  it('keeps a pitch from being deleted; an open request lapses with it', async () => {
    const { nda, signer } = await approved();
    await post(`/api/ndas/${nda.id}/sign`, signature(nda.document.hash), signer);
    await expect(app.db.query(sql`DELETE FROM pitches WHERE id = ${nda.pitch.id}`)).rejects.toMatchObject({ code: 'conflict' });
    const open = await approved();
    await app.db.query(sql`DELETE FROM pitches WHERE id = ${open.nda.pitch.id}`);
    const after = await read(await app.request(`/api/ndas/${open.nda.id}`, { cookie: open.signer.cookie }));
    expect(after).toMatchObject({ status: 'lapsed', pitch: { id: null, title: open.nda.pitch.title } });
  });
});

describe('what stands beside the document', () => {
  it('is what changed, what clauses mean, every round, and what is known of both sides', async () => {
    const signer = await castPerson(app, 'investor');
    const nda = await read(await ask((await castPitch(app, owner)).id, signer));
    await post(`/api/ndas/${nda.id}/counter`, { terms: { residuals: true, termMonths: 60 }, note: 'As we always do.' }, owner);
    interface Beside { notes: { id: string; usual: boolean }[]; differences: { term: string; form: unknown; here: unknown }[]; owner: { answered: number; answersInSeconds: number | null }; signer: { signed: number; hasPassport: boolean } }
    const beside = (await (await app.request(`/api/ndas/${nda.id}/reading`, { cookie: signer.cookie })).json()) as Beside;
    expect(beside.differences).toEqual([{ term: 'termMonths', form: 24, here: 60 }, { term: 'residuals', form: false, here: true }]);
    expect(beside.notes.filter(({ usual }) => !usual).map(({ id }) => id)).toEqual(['residuals']);
    expect(beside.owner.answered).toBeGreaterThan(0);
    expect(beside.signer).toMatchObject({ signed: 0, hasPassport: false });
    const { items } = (await (await app.request(`/api/ndas/${nda.id}/documents`, { cookie: owner.cookie })).json()) as { items: { round: number; hash: string; html: string }[] };
    expect(items.map(({ round }) => round)).toEqual([1, 2]);
    expect(items[0]?.hash).toBe(nda.document.hash);
    const stranger = await castPerson(app, 'investor');
    for (const path of ['reading', 'documents']) expect((await app.request(`/api/ndas/${nda.id}/${path}`, { cookie: stranger.cookie })).status).toBe(404);
  });
});

describe('the list', () => {
  it('counts by status, pages by cursor and keeps strangers out', async () => {
    const maker = await castPerson(app, 'production');
    const readers = await Promise.all(Array.from({ length: 5 }, () => castPerson(app, 'investor')));
    const pitch = await castPitch(app, maker);
    for (const reader of readers) expect((await ask(pitch.id, reader)).status).toBe(201);
    interface Page { items: Nda[]; nextCursor: string | null; counts: Record<string, number>; responseTime: { medianSeconds: number; answered: number } | null }
    const page = async (query: string, person: CastMember): Promise<Page> => (await (await app.request(`/api/ndas?${query}`, { cookie: person.cookie })).json()) as Page;
    const first = await page('role=owner&limit=3', maker);
    expect(first.counts).toMatchObject({ requested: 5, signed: 0 });
    expect(first.responseTime).toBeNull();
    const second = await page(`role=owner&limit=3&cursor=${encodeURIComponent(first.nextCursor ?? '')}`, maker);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5);
    expect(second.nextCursor).toBeNull();
    const oldest = await page('role=owner&limit=3&order=oldest', maker);
    const rest = await page(`role=owner&limit=3&order=oldest&cursor=${encodeURIComponent(oldest.nextCursor ?? '')}`, maker);
    expect([...oldest.items, ...rest.items].map(({ id }) => id)).toEqual([...first.items, ...second.items].map(({ id }) => id).toReversed());
    expect((await app.request(`/api/ndas?role=owner&cursor=${encodeURIComponent(oldest.nextCursor ?? '')}`, { cookie: maker.cookie })).status).toBe(400);
    expect((await page('role=signer', maker)).items).toEqual([]);
    const forged = `${Buffer.from('{"at":"2026-01-01T00:00:00Z","id":"x"}').toString('base64url')}.AAAA`;
    expect((await app.request(`/api/ndas?cursor=${forged}`, { cookie: maker.cookie })).status).toBe(400);

    const ids = first.items.map(({ id }) => id);
    const foreign = await read(await ask((await castPitch(app, owner)).id, readers[0] as CastMember));
    app.clock.advance(7_200_000);
    const bulk = await post('/api/ndas/bulk', { action: 'approve', ids: [...ids, foreign.id] }, maker);
    expect(((await bulk.json()) as { results: unknown[] }).results).toEqual([...ids.map((id) => ({ id, ok: true })), { id: foreign.id, ok: false, code: 'not_found' }]);
    const decided = await page('role=owner&status=approved&status=requested', maker);
    expect(decided.counts).toMatchObject({ requested: 2, approved: 3 });
    expect(decided.responseTime).toEqual({ medianSeconds: expect.closeTo(7200, -1), answered: 3 });
    expect((await page('role=owner&status=approved', maker)).items).toHaveLength(3);
  });
});
