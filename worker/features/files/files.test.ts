import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPitch, errorOf, pdf, picture, publishedPitch, uploaded } from '../../testing/factories.ts';
import { type Person, signUp } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

let app: TestApp;
let creator: Person;
let investor: Person;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, investor] = await Promise.all([signUp(app, { portal: 'creator' }), signUp(app, { portal: 'investor' })]);
});
afterAll(() => app.close());

const get = (url: string, headers: Record<string, string> = {}, cookie?: string) => app.request(url, { headers, cookie });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a poster', () => {
  it('of a published pitch is for everybody, for ever, in four widths made once', async () => {
    const { id } = await publishedPitch(app, creator);
    const poster = await uploaded(app, creator, id, { kind: 'poster', contentType: 'image/jpeg', fileName: 'Salt Year \u00e9"\r\nx: y.jpg', bytes: await picture(800, 1200) });
    const original = await get(poster.url);
    expect(original.status).toBe(200);
    expect(Object.fromEntries(['cache-control', 'content-type', 'x-content-type-options', 'accept-ranges', 'content-length'].map((name) => [name, original.headers.get(name)]))).toEqual({
      'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'image/webp', 'x-content-type-options': 'nosniff', 'accept-ranges': 'bytes', 'content-length': String(poster.size),
    });
    expect(original.headers.get('content-disposition')).toMatch(/^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\x21-\x7e]+$/);
    expect(original.headers.get('content-security-policy')).toContain('sandbox');
    expect((await bytesOf(original)).byteLength).toBe(poster.size);
    for (const width of [320, 480, 640, 960]) {
      const cold = await get(`${poster.url}?w=${width}`);
      const small = await bytesOf(cold);
      expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: Math.min(width, 800) });
      expect(cold.headers.get('etag')).toContain(`-w${width}`);
      await app.settle();
      const before = app.roundTrips();
      expect(await bytesOf(await get(`${poster.url}?w=${width}`))).toEqual(small);
      expect(app.roundTrips()).toBe(before);
    }
    for (const query of ['?w=1', '?w=321', '?w=', '?w=320&w=480', '?width=320']) expect((await get(poster.url + query)).status, query).toBe(400);
    const etag = original.headers.get('etag') ?? '';
    expect((await get(poster.url, { 'if-none-match': etag })).status).toBe(304);
    expect((await app.request(poster.url, { method: 'HEAD' })).status).toBe(200);
  });

  it('of a draft is for its owner, and kept by nobody', async () => {
    const { id } = await createPitch(app, creator);
    const poster = await uploaded(app, creator, id, { kind: 'poster', contentType: 'image/png', bytes: await picture(40, 60, 'png') });
    const owned = await get(poster.url, {}, creator.cookie);
    expect([owned.status, owned.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    await owned.arrayBuffer();
    for (const cookie of [undefined, investor.cookie]) {
      const response = await get(`${poster.url}?w=320`, {}, cookie);
      expect(response.status).toBe(404);
      await errorOf(response);
    }
    await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: creator.cookie });
    const seen = await get(poster.url);
    expect(seen.status).toBe(200);
    await seen.arrayBuffer();
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: creator.cookie });
    expect((await get(poster.url)).status).toBe(404);
  });
});

describe('a gated file', () => {
  it.each([
    ['public', 200, 200], ['member', 404, 200], ['confidential', 404, 404], ['nda', 404, 404], ['deal', 404, 404],
  ] as const)('behind %s: anonymous %i, member %i, its owner always', async (gate, anonymous, member) => {
    const { id } = await publishedPitch(app, creator);
    const { url } = await uploaded(app, creator, id, { kind: 'deck', contentType: 'application/pdf', gate, bytes: pdf() });
    for (const [cookie, status] of [[undefined, anonymous], [investor.cookie, member], [creator.cookie, 200], [undefined, anonymous]] as const) {
      const response = await get(url, {}, cookie);
      expect(response.status).toBe(status);
      if (status === 200) {
        expect(response.headers.get('cache-control')).toBe(gate === 'public' ? 'public, max-age=31536000, immutable' : 'private, no-store');
        expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
        expect(await response.text()).toContain('%PDF');
      } else {
        expect(await response.text()).not.toContain('PDF');
      }
    }
    expect((await get(`${url}?w=320`, {}, creator.cookie)).status).toBe(400);
  });
});

describe('Range', () => {
  it('gives the part asked for, refuses what is not there, and does bounded work', async () => {
    const { id } = await publishedPitch(app, creator);
    const bytes = pdf(1000);
    const { url } = await uploaded(app, creator, id, { kind: 'deck', contentType: 'application/pdf', gate: 'public', bytes });
    const part = await get(url, { range: 'bytes=2-5' });
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([206, `bytes 2-5/${bytes.byteLength}`, '4']);
    expect(await bytesOf(part)).toEqual(bytes.slice(2, 6));
    const suffix = await get(url, { range: 'bytes=-7' });
    expect(await bytesOf(suffix)).toEqual(bytes.slice(-7));
    const beyond = await get(url, { range: 'bytes=99999-' });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.byteLength}`]);
    const many = await get(url, { range: `bytes=${'0-9,'.repeat(1000)}0-9` });
    expect(many.status).toBe(200);
    expect((await bytesOf(many)).byteLength).toBe(bytes.byteLength);
    const etag = part.headers.get('etag') ?? '';
    expect((await get(url, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get(url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });
});

describe('what is not there', () => {
  it.each(['018f0000-0000-7000-8000-000000000000', 'x', '..%2f..%2fetc', '%00'])('%s is 404', async (id) => expect((await get(`/api/files/${id}`)).status).toBe(404));
});
