// What surrounds an agreement: templates, ledger, questions, conversation.
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Template } from '../nda-templates/schema.ts';
import type { Nda } from './schema.ts';

let app: TestApp;
let owner: CastMember;
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
});
afterAll(() => app.close());

const call = async <T>(path: string, init: Parameters<TestApp['request']>[1], status: number): Promise<T> => {
  const response = await app.request(path, init);
  expect(response.status, await response.clone().text()).toBe(status);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
const post = <T>(path: string, body: unknown, person: CastMember, status = 200): Promise<T> => call<T>(path, { body, cookie: person.cookie }, status);

async function signed(reader: CastMember, pitchId: string): Promise<Nda> {
  const asked = await post<Nda>('/api/ndas/request', { pitchId }, reader, 201);
  const approved = await post<Nda>(`/api/ndas/${asked.id}/approve`, {}, owner);
  return post<Nda>(`/api/ndas/${asked.id}/sign`, { name: 'Rea Der', signature: { kind: 'typed', value: 'Rea Der' }, accepted: true, documentHash: approved.document.hash }, reader);
}

describe('templates', () => {
  it('are versions: a change leaves what was made before as it was', async () => {
    const made = await post<Template>('/api/nda-templates', { name: 'Coast form', title: 'Agreement about the coast', terms: { termMonths: 30 } }, owner, 201);
    const pitch = await castPitch(app, owner);
    await call(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { template: { id: made.id } }, cookie: owner.cookie, headers: { 'if-match': '*' } }, 200);
    const reader = await castPerson(app, 'investor');
    const asked = await post<Nda>('/api/ndas/request', { pitchId: pitch.id }, reader, 201);
    expect(asked).toMatchObject({ type: 'custom', terms: { termMonths: 30 } });
    expect(asked.document.html).toContain('<h1>Agreement about the coast</h1>');
    const changed = await call<Template>(`/api/nda-templates/${made.id}`, { method: 'PATCH', body: { title: 'Another title', terms: { termMonths: 12 } }, cookie: owner.cookie }, 200);
    expect(changed).toMatchObject({ version: 2, uses: 1, terms: { termMonths: 12 } });
    expect((await call<Nda>(`/api/ndas/${asked.id}`, { cookie: reader.cookie }, 200)).document).toEqual(asked.document);
    const countered = await post<Nda>(`/api/ndas/${asked.id}/counter`, { terms: { termMonths: 31 }, note: '' }, owner);
    expect(countered.document.html).toContain('<h1>Agreement about the coast</h1>');
    await expect(app.db.query(sql`UPDATE nda_template_versions SET title = 'x' WHERE template_id = ${made.id}`)).rejects.toThrow(/never altered/);
    await call(`/api/nda-templates/${made.id}`, { method: 'DELETE', cookie: owner.cookie }, 204);
    await call(`/api/nda-templates/${made.id}`, { cookie: owner.cookie }, 404);
  });

  it('keep locked words, need the bones, know their variables, and are their owner\'s', async () => {
    const { clauses } = await call<{ clauses: Template['clauses'] }>('/api/nda-templates/clauses', { cookie: owner.cookie }, 200);
    expect(clauses.find(({ id }) => id === 'residuals')).toMatchObject({ usual: false, when: 'residuals' });
    const bad = clauses.map((clause) => (clause.id === 'use' ? { ...clause, text: 'Anything goes.' } : clause));
    const base = { name: 'Mine', title: 'Mine' };
    expect((await post<{ error: { fields: object } }>('/api/nda-templates', { ...base, clauses: bad }, owner, 400)).error.fields).toHaveProperty([`clauses.${bad.findIndex(({ id }) => id === 'use')}.text`]);
    expect((await post<{ error: { fields: object } }>('/api/nda-templates', { ...base, clauses: clauses.filter(({ id }) => id !== 'law') }, owner, 400)).error.fields).toHaveProperty(['clauses']);
    const own = { id: 'own-words', title: 'Own', text: 'Nobody tells {{weather}}.', note: '', usual: false, locked: false, when: null };
    expect((await post<{ error: { message: string; fields: Record<string, string> } }>('/api/nda-templates', { ...base, clauses: [...clauses, own] }, owner, 400)).error.fields[`clauses.${clauses.length}.text`]).toContain('weather');
    const made = await post<Template>('/api/nda-templates', { ...base, clauses: [...clauses, { ...own, text: 'Nobody tells {{project}}. <script>alert(1)</script>' }] }, owner, 201);
    await call(`/api/nda-templates/${made.id}`, { cookie: (await castPerson(app, 'creator')).cookie }, 404);
    const standard = (await call<{ items: Template[] }>('/api/nda-templates', { cookie: owner.cookie }, 200)).items.filter((template) => template.standard);
    expect(standard).toHaveLength(4);
    await call(`/api/nda-templates/${standard[0]?.id}`, { method: 'PATCH', body: { name: 'Hijack' }, cookie: owner.cookie }, 403);
    const pitch = await castPitch(app, owner);
    await call(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { template: { id: made.id } }, cookie: owner.cookie, headers: { 'if-match': '*' } }, 200);
    const preview = await call<{ html: string; notes: { id: string; usual: boolean }[] }>(`/api/ndas/preview?pitchId=${pitch.id}`, { cookie: (await castPerson(app, 'investor')).cookie }, 200);
    expect(preview.html).not.toContain('<script');
    expect(preview.notes).toContainEqual(expect.objectContaining({ id: 'own-words', usual: false }));
  });

  it('can be the owner\'s own PDF, bound by its hash and kept apart from the upload', async () => {
    const doc = await PDFDocument.create();
    doc.addPage().drawText('My own agreement');
    const bytes = await doc.save();
    const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes as BufferSource)).toString('hex');
    const fileId = app.services.newId();
    await app.services.storage.put('uploads/own.pdf', bytes, 'application/pdf');
    await app.db.query(sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${fileId}, ${owner.id}, 'attachment', 'member', 'own.pdf', 'application/pdf', ${bytes.length}, ${sha256}, 'uploads/own.pdf')`);
    const made = await post<Template>('/api/nda-templates', { name: 'Own PDF', title: 'Own agreement', fileId }, owner, 201);
    expect(made.file).toEqual({ sha256, name: 'own.pdf' });
    await app.services.storage.delete('uploads/own.pdf');
    const pitch = await castPitch(app, owner);
    await call(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { template: { id: made.id } }, cookie: owner.cookie, headers: { 'if-match': '*' } }, 200);
    const reader = await castPerson(app, 'investor');
    const nda = await signed(reader, pitch.id);
    expect(nda.document.html).toContain(sha256);
    await app.settle();
    const paper = await PDFDocument.load(await (await app.request(`/api/ndas/${nda.id}/document.pdf`, { cookie: reader.cookie })).arrayBuffer());
    expect(paper.getPageCount()).toBe(3);
    await app.services.storage.put(`nda/files/${sha256}.pdf`, 'something else', 'application/pdf');
    expect((await app.request(`/api/ndas/${nda.id}/evidence.zip`, { cookie: reader.cookie })).status).toBe(500);
  });
});

describe('the ledger', () => {
  it('lists duties with their ends, as CSV and as a calendar', async () => {
    const reader = await castPerson(app, 'production');
    const pitch = await castPitch(app, owner, { title: '=HYPERLINK("x"), Night' });
    const nda = await signed(reader, pitch.id);
    interface Ledger { items: { kind: string; state: string; endsAt: string | null; startsAt: string; otherSide: string }[] }
    const { items } = await call<Ledger>('/api/obligations', { cookie: reader.cookie }, 200);
    expect(items.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(['no_publicity in_force', 'return_or_destroy to_come', 'secrecy in_force']);
    const [signedAt, end] = [new Date(nda.signedAt ?? ''), new Date(items.find(({ kind }) => kind === 'secrecy')?.endsAt ?? '')];
    expect([end.getUTCFullYear() - signedAt.getUTCFullYear(), end.getUTCMonth()]).toEqual([3, signedAt.getUTCMonth()]);
    const mine = await call<Ledger>('/api/obligations', { cookie: owner.cookie }, 200);
    expect(mine.items.find(({ kind }) => kind === 'submission_release')).toMatchObject({ endsAt: null, state: 'in_force' });

    const csv = await (await app.request('/api/obligations/export.csv', { cookie: reader.cookie })).text();
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toContain(`"'=HYPERLINK(""x""), Night"`);
    const ics = await (await app.request('/api/obligations/export.ics', { cookie: reader.cookie })).text();
    expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(ics).toContain('TRIGGER:-P7D');

    await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner);
    const after = await call<Ledger>('/api/obligations', { cookie: reader.cookie }, 200);
    expect(after.items.find(({ kind }) => kind === 'return_or_destroy')?.state).toBe('in_force');
    expect(after.items.find(({ kind }) => kind === 'secrecy')?.state).toBe('in_force');
  });
});

describe('questions and the conversation', () => {
  it('are opened by the signature, go both ways, and stay inside', async () => {
    const reader = await castPerson(app, 'investor');
    const pitch = await castPitch(app, owner);
    const nda = await signed(reader, pitch.id);
    const people = await rows(app.db, z.object({ id: z.uuid() }), sql`SELECT p.user_id AS id FROM conversations c JOIN conversation_participants p ON p.conversation_id = c.id WHERE c.nda_id = ${nda.id}`);
    expect(people.map(({ id }) => id).toSorted()).toEqual([owner.id, reader.id].toSorted());

    interface Question { id: string; status: string; answers: { body: string; files: { fileName: string }[] }[] }
    const question = await post<Question>(`/api/ndas/${nda.id}/info-requests`, { subject: 'Chain of title', priority: 'high', body: 'Is the option renewed?' }, reader, 201);
    await deliverNotices(app);
    expect(await scalar(app.db, z.string(), sql`SELECT payload ->> 'to' FROM outbox WHERE topic = 'mail.nda-question'`)).toBe(owner.email);
    const stranger = await castPerson(app, 'investor');
    await call(`/api/ndas/${nda.id}/info-requests`, { cookie: stranger.cookie }, 404);
    await post(`/api/info-requests/${question.id}/answers`, { body: 'Yes.' }, stranger, 404);
    const [mine, foreign] = [app.services.newId(), app.services.newId()];
    const other = await castPitch(app, owner);
    for (const [id, where] of [[mine, pitch.id], [foreign, other.id]] as const) {
      await app.db.batch([
        sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, 'attachment', 'nda', 'option.pdf', 'application/pdf', 9, 'x', ${`k/${id}`})`,
        sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${where}, ${id}, 'attachment')`,
      ]);
    }
    await post(`/api/info-requests/${question.id}/answers`, { body: 'Here.', fileIds: [mine, foreign] }, owner, 400);
    const answered = await post<Question>(`/api/info-requests/${question.id}/answers`, { body: 'Renewed until May.', fileIds: [mine] }, owner, 201);
    expect(answered).toMatchObject({ status: 'answered', answers: [{ body: 'Renewed until May.', files: [{ fileName: 'option.pdf' }] }] });
    await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner);
    await post(`/api/ndas/${nda.id}/info-requests`, { subject: 'And now?', body: 'Still there?' }, reader, 409);
  });
});
