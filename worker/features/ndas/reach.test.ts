// Where an agreement reaches: not across a block, through a retry only once, and past the market for as long as it holds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scalar } from '../../platform/db/db.ts';
import { z } from 'zod';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { screenplay } from '../../testing/screenplay.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Nda } from './schema.ts';

let app: TestApp;
let owner: CastMember;
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
});
afterAll(() => app.close());

const post = (path: string, body: unknown, person: CastMember, key?: string): Promise<Response> => app.request(path, { body, cookie: person.cookie, ...(key && { headers: { 'idempotency-key': key } }) });
const get = (path: string, person: CastMember): Promise<Response> => app.request(path, { cookie: person.cookie });
const json = async <T>(response: Response, status = 200): Promise<T> => {
  expect(response.status, await response.clone().text()).toBe(status);
  return (await response.json()) as T;
};

async function signed(pitchId: string, signer: CastMember): Promise<Nda> {
  const asked = await json<Nda>(await post('/api/ndas/request', { pitchId }, signer), 201);
  await json(await post(`/api/ndas/${asked.id}/approve`, {}, owner));
  return json<Nda>(await post(`/api/ndas/${asked.id}/sign`, { name: signer.name, signature: { kind: 'typed', value: signer.name }, accepted: true, documentHash: asked.document.hash }, signer));
}

describe('a block', () => {
  it.each(['the owner', 'the reader'] as const)('by %s ends asking, looking at the terms and renewing; what is signed stays in reach of both', async (who) => {
    const [maker, signer] = [await castPerson(app, 'creator'), await castPerson(app, 'investor')];
    const [pitch, other] = [await castPitch(app, maker), await castPitch(app, maker)];
    const asked = await json<Nda>(await post('/api/ndas/request', { pitchId: pitch.id }, signer), 201);
    await json(await post(`/api/ndas/${asked.id}/approve`, {}, maker));
    await json(await post(`/api/ndas/${asked.id}/sign`, { name: signer.name, signature: { kind: 'typed', value: signer.name }, accepted: true, documentHash: asked.document.hash }, signer));
    const [by, whom] = who === 'the owner' ? [maker, signer] : [signer, maker];
    expect((await app.request(`/api/users/${whom.id}/block`, { method: 'PUT', cookie: by.cookie })).status).toBe(204);
    expect((await post('/api/ndas/request', { pitchId: other.id }, signer)).status).toBe(404);
    expect((await get(`/api/ndas/preview?pitchId=${other.id}`, signer)).status).toBe(404);
    expect((await post(`/api/ndas/${asked.id}/renew`, {}, signer)).status).toBe(404);
    for (const person of [maker, signer]) expect((await get(`/api/ndas/${asked.id}`, person)).status).toBe(200);
    expect((await app.request(`/api/users/${whom.id}/block`, { method: 'DELETE', cookie: by.cookie })).status).toBe(204);
    expect((await post('/api/ndas/request', { pitchId: other.id }, signer)).status).toBe(201);
  });
});

describe('an Idempotency-Key', () => {
  it('makes one of each thing that is created, however often it is sent, and refuses another request', async () => {
    const signer = await castPerson(app, 'investor', { name: 'Ines Investor' });
    const pitch = await castPitch(app, owner);
    const nda = await signed(pitch.id, signer);
    const standard = await json<{ document: { hash: string } }>(await get('/api/passport', signer));
    const question = await json<{ id: string }>(await post(`/api/ndas/${nda.id}/info-requests`, { subject: 'First', body: 'What?' }, signer), 201);
    const made: [path: string, body: object, other: object, person: CastMember, table: ReturnType<typeof sql>][] = [
      [`/api/ndas/${nda.id}/renew`, { message: 'Again.' }, { message: 'Other.' }, signer, sql`ndas`],
      ['/api/nda-templates', { name: 'Ours', title: 'Ours' }, { name: 'Theirs', title: 'Ours' }, owner, sql`nda_templates WHERE owner_id IS NOT NULL`],
      ['/api/nda-auto-approvals', { requester: 'any' }, { requester: 'investor' }, owner, sql`nda_auto_approvals`],
      [`/api/ndas/${nda.id}/info-requests`, { subject: 'Nights', body: 'How many?' }, { subject: 'Days', body: 'How many?' }, signer, sql`info_requests`],
      [`/api/info-requests/${question.id}/answers`, { body: 'Seven.' }, { body: 'Eight.' }, owner, sql`info_answers`],
      ['/api/passport', { name: signer.name, signature: { kind: 'typed', value: signer.name }, accepted: true, documentHash: standard.document.hash }, { name: 'Another', signature: { kind: 'typed', value: 'Another' }, accepted: true, documentHash: standard.document.hash }, signer, sql`nda_passports`],
    ];
    for (const [path, body, other, person, table] of made) {
      const count = (): Promise<number> => scalar(app.db, z.number(), sql`SELECT count(*) FROM ${table}`);
      const before = await count();
      const key = `key ${path}`.replaceAll(/[^a-z0-9/-]/g, '-');
      const answers = await Promise.all([1, 2, 3].map(() => post(path, body, person, key)));
      const bodies = await Promise.all(answers.map((answer) => json<{ id: string }>(answer, 201)));
      expect(new Set(bodies.map(({ id }) => id)).size, path).toBe(1);
      expect(answers.filter((answer) => answer.headers.get('idempotent-replayed') === 'true'), path).toHaveLength(2);
      expect(await count() - before, path).toBe(1);
      expect((await post(path, other, person, key)).status, path).toBe(422);
    }
  });
});

describe('a pitch that leaves the market', () => {
  it('stays open to whoever signed, without its public side, until the agreement ends or an operator takes it down', async () => {
    const [signer, clicker, stranger] = [await castPerson(app, 'investor', { name: 'Ines Investor' }), await castPerson(app, 'investor'), await castPerson(app, 'investor')];
    const pitch = await castPitch(app, owner);
    const [id, bytes] = [app.services.newId(), await screenplay(2, 'CANARY-PAGE')];
    await app.services.storage.put(`t/${id}`, bytes, 'application/pdf');
    await app.db.batch([
      sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, 'script', 'nda', 'Night Ferry.pdf', 'application/pdf', ${bytes.length}, ${Buffer.from(await crypto.subtle.digest('SHA-256', bytes as BufferSource)).toString('hex')}, ${`t/${id}`})`,
      sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${pitch.id}, ${id}, 'script')`,
    ]);
    const nda = await signed(pitch.id, signer);
    await json(await post(`/api/pitches/${pitch.id}/click-through`, { accepted: true }, clicker));
    const places = [`/api/pitches/${pitch.id}`, `/api/pitches/${pitch.id}/documents`, `/api/files/${id}/pages`, `/api/files/${id}/pages/1/text`];
    for (const status of ['unpublished', 'archived']) {
      await app.db.query(sql`UPDATE pitches SET status = ${status} WHERE id = ${pitch.id}`);
      for (const place of places) {
        expect((await get(place, signer)).status, `${status} ${place}`).toBe(200);
        for (const person of [clicker, stranger]) expect((await get(place, person)).status, `${status} ${place}`).toBe(404);
      }
      expect(await json(await get(places[0] ?? '', signer))).toMatchObject({ tier: 'nda', publishedAt: null, protected: { budgetBreakdown: 'CANARY-NDA' } });
      expect((await app.request(places[0] ?? '')).status).toBe(404);
    }
    await app.db.query(sql`UPDATE pitches SET status = 'draft' WHERE id = ${pitch.id}`);
    for (const place of places) expect((await get(place, signer)).status, place).toBe(404);
    await app.db.batch([
      sql`UPDATE pitches SET status = 'unpublished' WHERE id = ${pitch.id}`,
      sql`INSERT INTO pitch_takedowns (id, pitch_id, pitch_title, reason, taken_down_at) VALUES (${app.services.newId()}, ${pitch.id}, 'Night Ferry', 'Not theirs.', now())`,
    ]);
    for (const place of places) expect((await get(place, signer)).status, place).toBe(404);
    await app.db.query(sql`DELETE FROM pitch_takedowns WHERE pitch_id = ${pitch.id}`);
    expect((await get(places[3] ?? '', signer)).status).toBe(200);
    await json(await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner));
    for (const place of places) expect((await get(place, signer)).status, place).not.toBe(200);
  });
});

describe('where a reader stopped', () => {
  it('is kept by person, and forgotten with the gate', async () => {
    const [signer, other] = [await castPerson(app, 'investor'), await castPerson(app, 'investor')];
    const pitch = await castPitch(app, owner);
    const [id, bytes] = [app.services.newId(), await screenplay(3)];
    await app.services.storage.put(`t/${id}`, bytes, 'application/pdf');
    await app.db.batch([
      sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, 'script', 'nda', 'Night Ferry.pdf', 'application/pdf', ${bytes.length}, 'x', ${`t/${id}`})`,
      sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${pitch.id}, ${id}, 'script')`,
    ]);
    const nda = await signed(pitch.id, signer);
    await signed(pitch.id, other);
    const put = (page: number, person: CastMember): Promise<Response> => app.request(`/api/files/${id}/position`, { method: 'PUT', body: { page }, cookie: person.cookie });
    expect(await json(await get(`/api/files/${id}/pages`, signer))).toMatchObject({ lastPage: null });
    expect((await put(2, signer)).status).toBe(204);
    expect((await put(3, signer)).status).toBe(204);
    expect(await json(await get(`/api/files/${id}/pages`, signer))).toMatchObject({ lastPage: 3 });
    expect(await json(await get(`/api/files/${id}/pages`, other))).toMatchObject({ lastPage: null });
    expect((await put(0, signer)).status).toBe(400);
    await json(await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner));
    expect((await put(1, signer)).status).toBe(403);
    expect((await put(1, await castPerson(app, 'investor'))).status).toBe(404);
  });
});
