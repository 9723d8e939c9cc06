// An owner's own PDF as the agreement: brought, read page by page by whoever is to sign it and by nobody else, and signed as the bytes it was.
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Template } from '../nda-templates/schema.ts';
import type { Nda } from '../ndas/schema.ts';
import type { NdaFile, NdaFilePages } from './schema.ts';

let app: TestApp;
let owner: CastMember;
beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
});
afterAll(() => app.close());

async function pdf(words: string, pages = 2): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) doc.addPage([595, 842]).drawText(`${words} ${number}`, { x: 72, y: 700, size: 12, font });
  return doc.save();
}

const bring = (bytes: Uint8Array, person: CastMember, name = 'Our paper.pdf'): Promise<Response> =>
  app.request(`/api/nda-files?name=${encodeURIComponent(name)}`, { method: 'POST', body: bytes, cookie: person.cookie, headers: { 'content-type': 'application/octet-stream' } });
const get = (path: string, person?: CastMember): Promise<Response> => app.request(path, { cookie: person?.cookie });
const json = async <T>(response: Response, status = 200): Promise<T> => {
  expect(response.status, await response.clone().text()).toBe(status);
  return (await response.json()) as T;
};
const paths = (sha256: string): string[] => [`/api/nda-files/${sha256}/pages`, `/api/nda-files/${sha256}/pages/1`, `/api/nda-files/${sha256}/pages/1/text`, `/api/nda-files/${sha256}/file.pdf`];

describe('bringing a PDF', () => {
  it('keeps it once, counts its pages and names it', async () => {
    const bytes = await pdf('Kept');
    const first = await json<NdaFile>(await bring(bytes, owner, 'Our paper'), 201);
    expect(first).toMatchObject({ fileName: 'Our paper.pdf', pageCount: 2, size: bytes.length });
    expect(await json<NdaFile>(await bring(bytes, owner, 'Another name'), 201)).toEqual(first);
  });

  it('refuses what nobody could read or sign, and readers', async () => {
    expect((await bring(new TextEncoder().encode('%PDF-1.7 not really'), owner)).status).toBe(422);
    expect((await bring(await pdf('Long', 61), owner)).status).toBe(422);
    expect((await bring(new Uint8Array(10 * 1024 * 1024 + 1), owner)).status).toBe(413);
    expect((await bring(await pdf('Mine'), await castPerson(app, 'investor'))).status).toBe(403);
    expect((await app.request('/api/nda-files', { method: 'POST', body: await pdf('Nameless'), cookie: owner.cookie, headers: { 'content-type': 'application/octet-stream' } })).status).toBe(400);
  });
});

describe('an agreement made of it', () => {
  it('is shown before it is asked for, to those who may ask; is what is signed; and stays with those who signed when the owner moves on', async () => {
    const bytes = await pdf('The very words');
    const { id: fileId, sha256 } = await json<NdaFile>(await bring(bytes, owner), 201);
    const template = await json<Template>(await app.request('/api/nda-templates', { body: { name: 'Ours', title: 'Agreement of Low Door', fileId }, cookie: owner.cookie }), 201);
    expect(template.file).toEqual({ sha256, name: 'Our paper.pdf' });
    const [signer, creator, blocked] = [await castPerson(app, 'investor', { name: 'Ines Investor' }), await castPerson(app, 'creator'), await castPerson(app, 'investor')];
    for (const path of paths(sha256)) for (const person of [signer, creator]) expect((await get(path, person)).status, path).toBe(404);
    const pitch = await castPitch(app, owner);
    await json(await app.request(`/api/pitches/${pitch.id}/access`, { method: 'PUT', body: { template: { id: template.id } }, cookie: owner.cookie, headers: { 'if-match': '"1"' } }));
    expect((await app.request(`/api/users/${blocked.id}/block`, { method: 'PUT', cookie: owner.cookie })).status).toBe(204);
    for (const path of paths(sha256)) {
      expect((await get(path)).status, path).toBe(401);
      expect((await get(path, signer)).status, path).toBe(200);
      for (const person of [creator, blocked]) expect((await get(path, person)).status, path).toBe(404);
    }
    expect((await get(`/api/nda-files/${sha256}/pages/3`, signer)).status).toBe(404);
    expect((await get(`/api/nda-files/${'f'.repeat(64)}/pages`, owner)).status).toBe(404);
    const shown = await json<NdaFilePages>(await get(`/api/nda-files/${sha256}/pages`, signer));
    expect(shown.pages).toHaveLength(2);
    const words = await json<{ runs: { text: string }[] }>(await get(`/api/nda-files/${sha256}/pages/2/text`, signer));
    expect(words.runs.map(({ text }) => text).join(' ')).toContain('The very words 2');
    expect((await get(`/api/nda-files/${sha256}/pages/2`, signer)).headers.get('content-type')).toBe('image/webp');

    const preview = await json<{ file: { sha256: string }; html: string }>(await get(`/api/ndas/preview?pitchId=${pitch.id}`, signer));
    expect(preview.file.sha256).toBe(sha256);
    expect(preview.html).toContain(sha256);
    const asked = await json<Nda>(await app.request('/api/ndas/request', { body: { pitchId: pitch.id }, cookie: signer.cookie }), 201);
    expect(asked.document.file).toEqual({ sha256, name: 'Our paper.pdf' });
    await json(await app.request(`/api/ndas/${asked.id}/approve`, { body: {}, cookie: owner.cookie }));
    const signed = await json<Nda>(await app.request(`/api/ndas/${asked.id}/sign`, { body: { name: signer.name, signature: { kind: 'typed', value: signer.name }, accepted: true, documentHash: asked.document.hash }, cookie: signer.cookie }));
    expect(signed.status).toBe('signed');
    await app.settle();
    const paper = await PDFDocument.load(await (await get(`/api/ndas/${asked.id}/document.pdf`, signer)).arrayBuffer());
    expect(paper.getPageCount()).toBeGreaterThan(2);

    const later = await json<NdaFile>(await bring(await pdf('Other words'), owner, 'Later.pdf'), 201);
    const changed = await json<Template>(await app.request(`/api/nda-templates/${template.id}`, { method: 'PATCH', body: { fileId: later.id }, cookie: owner.cookie }));
    expect(changed).toMatchObject({ version: 2, file: { sha256: later.sha256 } });
    expect((await json<Nda>(await get(`/api/ndas/${asked.id}`, signer))).document).toEqual(signed.document);
    for (const path of paths(sha256)) expect((await get(path, signer)).status, path).toBe(200);
    expect((await get(paths(sha256)[0] ?? '', await castPerson(app, 'investor'))).status).toBe(404);
    expect(Buffer.from(await (await get(`/api/nda-files/${sha256}/file.pdf`, signer)).arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });
});
