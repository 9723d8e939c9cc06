// Reading under an agreement: pages that name their reader, a mark that names the copy, a gate that shuts between two pages.
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { screenplay } from '../../testing/screenplay.ts';
import { deliverNotices } from '../../testing/notices.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Nda } from '../ndas/schema.ts';
import type { OpenedFile, ReaderInterest } from '../reading/schema.ts';
import { align } from './align.ts';
import { applyMark, markBits } from './mark.ts';
import { type GreyImage, NAMED_FROM, trace } from './tracer.ts';
import { watermark } from './watermark.ts';

let app: TestApp;
let owner: CastMember;
let pitch: { id: string };
let script: Uint8Array;
let fileId: string;

beforeAll(async () => {
  app = await createTestApp();
  owner = await castPerson(app, 'creator', { name: 'Ada Auteur' });
  pitch = await castPitch(app, owner);
  script = await screenplay(8, 'CANARY-SCRIPT');
  fileId = await addFile(script, 'nda');
});
afterAll(() => app.close());

async function addFile(bytes: Uint8Array, gate: string, contentType = 'application/pdf'): Promise<string> {
  const id = app.services.newId();
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes as BufferSource)).toString('hex');
  await app.services.storage.put(`t/${id}`, bytes, contentType);
  await app.db.batch([
    sql`INSERT INTO files (id, owner_id, kind, gate, file_name, content_type, size, sha256, storage_key) VALUES (${id}, ${owner.id}, 'script', ${gate}, 'Night Ferry.pdf', ${contentType}, ${bytes.length}, ${sha256}, ${`t/${id}`})`,
    sql`INSERT INTO pitch_media (pitch_id, file_id, kind) VALUES (${pitch.id}, ${id}, 'script')`,
  ]);
  return id;
}

/** A PDF with noise in it that no stamp makes smaller. */
async function bigPdf(size: number): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  doc.addPage();
  const noise = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(noise.subarray(at, Math.min(at + 65_536, size)));
  await doc.attach(noise, 'noise.bin');
  return doc.save();
}

const post = async (path: string, body: unknown, person: CastMember): Promise<Response> => app.request(path, { body, cookie: person.cookie });
const get = (path: string, person?: CastMember): Promise<Response> => app.request(path, { cookie: person?.cookie });
const json = async <T>(response: Response): Promise<T> => {
  expect(response.status, await response.clone().text()).toBeLessThan(300);
  return (await response.json()) as T;
};

async function reader(name: string, terms: object = {}): Promise<{ person: CastMember; nda: Nda }> {
  const person = await castPerson(app, 'investor', { name });
  const asked = await json<Nda>(await post('/api/ndas/request', { pitchId: pitch.id }, person));
  const approved = await json<Nda>(await post(`/api/ndas/${asked.id}/approve`, { terms }, owner));
  return { person, nda: await json<Nda>(await post(`/api/ndas/${asked.id}/sign`, { name, signature: { kind: 'typed', value: name }, accepted: true, documentHash: approved.document.hash }, person)) };
}

interface Shown { copyId: string; code: string; pageCount: number; pages: { width: number }[]; canDownload: boolean }

describe('a page', () => {
  it('comes as a picture that names its reader, different for each, cached by nobody', async () => {
    const [one, two] = [await reader('Ines Investor'), await reader('Łukasz Reader')];
    const shown = await json<Shown>(await get(`/api/files/${fileId}/pages`, one.person));
    expect(shown).toMatchObject({ pageCount: 8, canDownload: true });
    expect(shown.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const [first, second] = [await get(`/api/files/${fileId}/pages/1`, one.person), await get(`/api/files/${fileId}/pages/1`, two.person)];
    expect(first.headers.get('content-type')).toBe('image/webp');
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    const [a, b] = [Buffer.from(await first.arrayBuffer()), Buffer.from(await second.arrayBuffer())];
    expect(await sharp(a).metadata()).toMatchObject({ format: 'webp', width: 1224, height: 1584 });
    expect(a.equals(b)).toBe(false);
    expect(first.headers.get('x-copy-code')).not.toBe(second.headers.get('x-copy-code'));
    const tampered = Buffer.from(await (await get(`/api/files/${fileId}/pages/1?w=612`, one.person)).arrayBuffer());
    expect((await sharp(tampered).metadata()).width).toBe(612);
    expect((await get(`/api/files/${fileId}/pages/1?watermark=off`, one.person)).status).toBe(400);
    expect((await get(`/api/files/${fileId}/pages/9`, one.person)).status).toBe(404);
    expect((await get(`/api/files/${fileId}/pages/0`, one.person)).status).toBe(404);
  });

  it('is ready before it is asked for', async () => {
    const { person } = await reader('Quick Reader');
    expect((await get(`/api/files/${fileId}/pages/3?w=612`, person)).headers.get('x-page-ready')).toBe('no');
    await app.settle();
    for (const page of [4, 5]) expect((await get(`/api/files/${fileId}/pages/${page}?w=612`, person)).headers.get('x-page-ready')).toBe('yes');
  });

  it('is refused from the next one on when the agreement ends, however much was made ready', async () => {
    const { person, nda } = await reader('Late Reader');
    expect((await get(`/api/files/${fileId}/pages/1?w=612`, person)).status).toBe(200);
    await app.settle();
    await json(await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner));
    for (const path of ['pages', 'pages/1?w=612', 'pages/2?w=612', 'pages/2/text', 'search?q=ferry', 'copy.pdf']) {
      const response = await get(`/api/files/${fileId}/${path}`, person);
      expect(response.status, path).toBe(403);
      expect(await response.text()).not.toContain('CANARY');
    }
    await app.settle();
    const { readers } = await json<{ readers: ReaderInterest[] }>(await get(`/api/pitches/${pitch.id}/interest`, owner));
    expect(readers.find(({ userId }) => userId === person.id)).toMatchObject({ denied: 6, pages: 1, files: 1 });
  });

  it('is for whoever the gate lets in', async () => {
    const stranger = await castPerson(app, 'investor');
    expect((await get(`/api/files/${fileId}/pages/1`)).status).toBe(401);
    expect((await get(`/api/files/${fileId}/pages/1`, stranger)).status).toBe(404);
    expect((await get('/api/files/01930000-0000-7000-8000-000000000999/pages/1', stranger)).status).toBe(404);
    const clicked = await addFile(script, 'confidential');
    expect((await get(`/api/files/${clicked}/pages/1?w=612`, stranger)).status).toBe(404);
    await post(`/api/pitches/${pitch.id}/click-through`, { accepted: true }, stranger);
    expect((await get(`/api/files/${clicked}/pages/1?w=612`, stranger)).status).toBe(200);
    expect((await get(`/api/files/${fileId}/pages/1`, stranger)).status).toBe(403);
    const picture = await addFile(Buffer.from('not a pdf'), 'confidential', 'image/png');
    expect((await get(`/api/files/${picture}/pages/1`, stranger)).status).toBe(415);
    const broken = await addFile(Buffer.from('%PDF-1.7 broken'), 'confidential');
    expect((await get(`/api/files/${broken}/pages/1`, stranger)).status).toBe(422);
    const own = await get(`/api/files/${fileId}/pages/1?w=612`, owner);
    expect([own.status, own.headers.get('x-copy-code')]).toEqual([200, null]);
  });

  it('has its words beside it, for screen readers and search', async () => {
    const { person } = await reader('Screen Reader');
    const { runs } = await json<{ runs: { text: string; x: number; y: number; width: number; height: number }[] }>(await get(`/api/files/${fileId}/pages/1/text`, person));
    expect(runs.map(({ text }) => text).join(' ')).toContain('CANARY-SCRIPT');
    for (const { x, y, width, height } of runs) expect([x, y, x + width, y + height].every((value) => value >= 0 && value <= 1)).toBe(true);
    const tops = runs.map(({ y }) => y);
    expect(tops.slice(1).filter((top, index) => top < (tops[index] as number) - 0.01).length).toBeLessThanOrEqual(1);
    const { hits } = await json<{ hits: { page: number; count: number; snippet: string }[] }>(await get(`/api/files/${fileId}/search?q=WHEELHOUSE`, person));
    expect(hits).toHaveLength(8);
    expect(hits[0]?.snippet).toContain('WHEELHOUSE');
  });
});

describe('a copy to take away', () => {
  it('is given where the agreement says so, and names its reader', async () => {
    const [may, mayNot] = [await reader('Down Loader'), await reader('Here Reader', { download: false })];
    for (const path of ['copy.pdf', '']) expect((await get(`/api/files/${fileId}/${path}`, mayNot.person)).status).toBe(403);
    expect((await get(`/api/files/${fileId}/pages/1?w=612`, mayNot.person)).status).toBe(200);
    const response = await get(`/api/files/${fileId}/copy.pdf`, may.person);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="night-ferry-/);
    const doc = await PDFDocument.load(await response.arrayBuffer());
    expect(doc.getSubject()).toContain('Down Loader');
    expect(doc.getPageCount()).toBe(8);

    const raw = await get(`/api/files/${fileId}`, may.person);
    expect(raw.status).toBe(200);
    const whole = Buffer.from(await raw.arrayBuffer());
    expect((await PDFDocument.load(whole)).getSubject()).toContain('Down Loader');
    const other = await reader('Other Loader');
    expect(Buffer.from(await (await get(`/api/files/${fileId}`, other.person)).arrayBuffer()).equals(whole)).toBe(false);
    const part = (range: string): Promise<Response> => app.request(`/api/files/${fileId}`, { cookie: may.person.cookie, headers: { range } });
    const piece = await part('bytes=10-99');
    expect([piece.status, piece.headers.get('content-range'), piece.headers.get('cache-control')]).toEqual([206, `bytes 10-99/${whole.length}`, 'private, no-store']);
    expect(Buffer.from(await piece.arrayBuffer()).equals(whole.subarray(10, 100))).toBe(true);
    await json(await post(`/api/ndas/${may.nda.id}/revoke`, { reason: 'Sold.' }, owner));
    expect((await part('bytes=100-199')).status).toBe(403);
    expect((await app.request(`/api/files/${fileId}`, { cookie: may.person.cookie, headers: { 'if-none-match': raw.headers.get('etag') ?? '' } })).status).toBe(403);
    const own = Buffer.from(await (await get(`/api/files/${fileId}`, owner)).arrayBuffer());
    expect(own.equals(Buffer.from(script))).toBe(true);
  });

  it('stops in the middle when the agreement ends while it is on its way', async () => {
    const { person, nda } = await reader('Slow Loader');
    const big = await addFile(await bigPdf(6_000_000), 'nda');
    const response = await get(`/api/files/${big}`, person);
    const stream = (response.body as ReadableStream<Uint8Array>).getReader();
    let read = (await stream.read()).value?.length ?? 0;
    await json(await post(`/api/ndas/${nda.id}/revoke`, { reason: 'Sold.' }, owner));
    const failure = await (async () => {
      for (;;) {
        const { done, value } = await stream.read();
        if (done) return null;
        read += value.length;
      }
    })().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'forbidden' });
    expect(read).toBeLessThanOrEqual(1024 * 1024);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(6_000_000);
  });
});

describe('the reading record', () => {
  it('is the same for owner and reader, ranks interest, goes into the evidence, and tells the owner once', async () => {
    const { person, nda } = await reader('Keen Reader');
    const { copyId, code } = await json<Shown>(await get(`/api/files/${fileId}/pages`, person));
    await get(`/api/files/${fileId}/pages/1?w=612`, person);
    await get(`/api/files/${fileId}/pages/2?w=612`, person);
    await app.settle();
    expect((await post('/api/reading', { copyId, pages: [{ page: 1, ms: 60_000, depth: 1 }, { page: 2, ms: 30_000, depth: 0.4 }] }, person)).status).toBe(204);
    expect((await post('/api/reading', { copyId, pages: [{ page: 2, ms: 90_000, depth: 0.2 }] }, person)).status).toBe(204);
    expect((await post('/api/reading', { copyId, pages: [{ page: 2, ms: 1, depth: 0 }] }, owner)).status).toBe(404);
    const mine = await json<{ items: OpenedFile[] }>(await get(`/api/pitches/${pitch.id}/reading`, person));
    const theirs = await json<{ items: OpenedFile[] }>(await get(`/api/pitches/${pitch.id}/reading/${person.id}`, owner));
    expect(mine).toEqual(theirs);
    expect(mine.items).toMatchObject([{ code, ndaId: nda.id, pages: [{ page: 1, opens: 1, ms: 60_000, depth: 1 }, { page: 2, opens: 1, ms: 120_000, depth: 0.4 }] }]);
    const { readers, pages } = await json<{ readers: ReaderInterest[]; pages: { page: number; readers: number }[] }>(await get(`/api/pitches/${pitch.id}/interest`, owner));
    expect(readers[0]).toMatchObject({ userId: person.id, pages: 2, ms: 180_000, days: 1 });
    expect(pages.find(({ page }) => page === 1)?.readers).toBeGreaterThan(1);
    expect((await get(`/api/pitches/${pitch.id}/interest`, person)).status).toBe(403);
    const verdict = await json<{ valid: boolean; entries: number }>(await get(`/api/ndas/${nda.id}/verify`, person));
    expect(verdict).toMatchObject({ valid: true, entries: 4 });
    expect(await scalar(app.db, z.string(), sql`SELECT entry::jsonb #>> '{copy,code}' FROM nda_audit_log WHERE nda_id = ${nda.id} AND seq = 4`)).toBe(code);
    await deliverNotices(app);
    const notices = await rows(app.db, z.object({ to: z.string() }), sql`SELECT u.email AS to FROM notifications n JOIN users u ON u.id = n.user_id WHERE n.kind = 'documents-opened' AND n.actor_id = ${person.id}`);
    expect(notices).toEqual([{ to: owner.email }]);
  });
});

const grey = async (image: ReturnType<typeof sharp>): Promise<GreyImage> => {
  const { data, info } = await image.removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
};

describe('the tracer', () => {
  it('names the one of fifty copies that a rescaled JPEG came from, on every page, and nobody for a clean page', async () => {
    const secret = 'a secret for marks, long enough to be one';
    const source = { key: 'tracer', load: async () => script };
    const copies = Array.from({ length: 50 }, () => app.services.newId());
    for (const [page, culprit] of [[1, 7], [2, 23], [5, 49]] as const) {
      const candidates = await Promise.all(copies.map(async (copyId) => ({ copyId, bits: await markBits(secret, copyId, page) })));
      const words = watermark({ name: 'Somebody Else', email: 'somebody@pitchey.test', code: 'ABCD-2345', at: '2026-11-23T01:02:03Z' });
      const leaked = await app.services.pages.image(source, { page, width: 1224, overlay: words, touch: (rgba, w, h) => applyMark(rgba, w, h, (candidates[culprit] as { bits: Uint8Array }).bits) });
      const clean = await app.services.pages.image(source, { page, width: 1224, overlay: () => [], touch: () => undefined });
      const cleanGrey = await grey(sharp(clean.bytes));
      for (const [width, quality] of [[800, 70], [612, 50], [1500, 85]] as const) {
        const jpeg = await sharp(leaked.bytes).resize({ width }).jpeg({ quality }).toBuffer();
        const [best, next] = trace(await grey(sharp(jpeg)), cleanGrey, candidates);
        expect(best?.copyId, `page ${page}, ${width} px, quality ${quality}`).toBe(copies[culprit]);
        expect(best?.score, `page ${page}, ${width} px, quality ${quality}`).toBeGreaterThan(NAMED_FROM);
        expect(next?.score).toBeLessThan(NAMED_FROM);
      }
      const innocent = trace(await grey(sharp(await sharp(clean.bytes).resize({ width: 800 }).jpeg({ quality: 60 }).toBuffer())), cleanGrey, candidates);
      expect(innocent[0]?.score).toBeLessThan(NAMED_FROM);
    }
  });

  it('names it from half a page, cut out anywhere, shrunk and compressed', async () => {
    const secret = 'a secret for marks, long enough to be one';
    const source = { key: 'tracer', load: async () => script };
    const candidates = await Promise.all(Array.from({ length: 50 }, async () => { const copyId = app.services.newId(); return { copyId, bits: await markBits(secret, copyId, 3) }; }));
    const culprit = candidates[31] as (typeof candidates)[number];
    const words = watermark({ name: 'Somebody Else', email: 'somebody@pitchey.test', code: 'ABCD-2345', at: '2026-11-23T01:02:03Z' });
    const leaked = await app.services.pages.image(source, { page: 3, width: 1224, overlay: words, touch: (rgba, w, h) => applyMark(rgba, w, h, culprit.bits) });
    const clean = await grey(sharp((await app.services.pages.image(source, { page: 3, width: 1224, overlay: () => [], touch: () => undefined })).bytes));
    const cut = { left: 137, top: 211, width: 900, height: 1090 };
    const piece = await sharp(await sharp(leaked.bytes).extract(cut).png().toBuffer()).resize({ width: 700 }).jpeg({ quality: 70 }).toBuffer();
    const picture = await grey(sharp(piece));
    const part = align(picture, clean);
    for (const [found, real] of [[part.x, cut.left / 1224], [part.y, cut.top / leaked.height], [part.width, cut.width / 1224]] as const) expect(Math.abs(found - real)).toBeLessThan(0.004);
    const [best, next] = trace(picture, clean, candidates, part);
    expect(best?.copyId).toBe(culprit.copyId);
    expect(best?.score).toBeGreaterThan(NAMED_FROM);
    expect(next?.score).toBeLessThan(NAMED_FROM);
  }, 120_000);

  it('and no eye: the mark takes two steps of 255 at most', async () => {
    const bits = await markBits('another secret that is long enough', app.services.newId(), 1);
    const rgba = new Uint8Array(64 * 80 * 4).fill(255);
    applyMark(rgba, 64, 80, bits);
    expect(Math.min(...rgba)).toBe(253);
    const share = bits.reduce((sum, bit) => sum + bit, 0) / bits.length;
    expect(Math.abs(share - 0.5)).toBeLessThan(0.1);
  });
});
