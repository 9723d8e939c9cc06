// The part of a picture that a poster shows, over HTTP: the pixels that are served, who may, and what is kept.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { errorOf, publishedPitch, uploaded } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { heightOf, PosterCrop, widestIn } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let other: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, other] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'creator')]);
});
afterAll(() => app.close());

/** 900 x 600: three squares of 300 px above (red, green, blue), three below (white, black, grey). */
const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000', '#808080'];
async function chart(): Promise<Uint8Array> {
  const square = (background: string) => sharp({ create: { width: 300, height: 300, channels: 3, background } }).png().toBuffer();
  const input = await Promise.all(colours.map(async (colour, index) => ({ input: await square(colour), left: (index % 3) * 300, top: Math.floor(index / 3) * 300 })));
  return new Uint8Array(await sharp({ create: { width: 900, height: 600, channels: 3, background: '#fff' } }).composite(input).png().toBuffer());
}
/** The nearest of `colours` at a place of a picture, given as a part of its sides. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string | undefined> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  const away = (colour: string) => [1, 3, 5].reduce((sum, from, channel) => sum + Math.abs(Number.parseInt(colour.slice(from, from + 2), 16) - (data[at + channel] ?? 0)), 0);
  return colours.toSorted((a, b) => away(a) - away(b))[0];
}

const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());
const poster = async (id: string, cookie?: string) => z.object({ poster: z.object({ url: z.string(), width: z.int(), height: z.int() }) }).parse(await (await app.request(`/api/pitches/${id}`, { cookie })).json()).poster;
const put = (id: string, crop: unknown, person = owner) => app.request(`/api/pitches/${id}/poster/crop`, { method: 'PUT', body: { crop }, cookie: person.cookie });
const get = (id: string, what: 'crop' | 'whole', person = owner) => app.request(`/api/pitches/${id}/poster/${what}`, { cookie: person.cookie });

async function pitchWithPoster(): Promise<{ id: string; first: string }> {
  const { id } = await publishedPitch(app, owner);
  const { url } = await uploaded(app, owner, id, { kind: 'poster', contentType: 'image/png', bytes: await chart() });
  return { id, first: url };
}

describe('a part of the picture', () => {
  it('is what everybody is served, in every width, under an address of its own; the whole stays with its owner', async () => {
    const { id, first } = await pitchWithPoster();
    expect(PosterCrop.parse(await (await get(id, 'crop')).json())).toMatchObject({ whole: { width: 900, height: 600 }, crop: null });
    // The green and black column, and a little of the next one.
    const box = { x: 330, y: 60, width: 340, height: 510 };
    const put1 = await put(id, box);
    expect([put1.status, PosterCrop.parse(await put1.json())]).toMatchObject([200, { whole: { width: 900, height: 600 }, crop: box }]);
    const shown = await poster(id);
    expect(shown).toMatchObject({ width: 340, height: 510 });
    expect(shown.url).not.toBe(first);
    for (const query of ['', '?w=320']) {
      const bytes = await bytesOf(await app.request(shown.url + query));
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: query === '' ? 340 : 320 });
      expect([await colourAt(bytes, 0.05, 0.1), await colourAt(bytes, 0.7, 0.4), await colourAt(bytes, 0.95, 0.1), await colourAt(bytes, 0.05, 0.9), await colourAt(bytes, 0.95, 0.9)]).toEqual(['#00ff00', '#00ff00', '#0000ff', '#000000', '#808080']);
    }
    expect((await app.request(first)).status).toBe(404);
    const whole = await bytesOf(await get(id, 'whole'));
    expect(await sharp(whole).metadata()).toMatchObject({ width: 900, height: 600 });
    expect(await colourAt(whole, 0.1, 0.1)).toBe('#ff0000');
  });

  it('is chosen anew from the whole picture, and the whole comes back', async () => {
    const { id } = await pitchWithPoster();
    for (const [box, colour] of [[{ x: 0, y: 0, width: 240, height: 360 }, '#ff0000'], [{ x: 660, y: 240, width: 240, height: 360 }, '#808080']] as const) {
      expect((await put(id, box)).status).toBe(200);
      expect(await colourAt(await bytesOf(await app.request((await poster(id)).url)), 0.9, 0.7)).toBe(colour);
    }
    const { url } = await poster(id);
    expect((await put(id, { x: 660, y: 240, width: 240, height: 360 })).status).toBe(200);
    expect((await poster(id)).url).toBe(url);
    expect(PosterCrop.parse(await (await put(id, null)).json()).crop).toBeNull();
    expect(await poster(id)).toMatchObject({ width: 900, height: 600 });
    expect(await colourAt(await bytesOf(await app.request((await poster(id)).url)), 0.1, 0.1)).toBe('#ff0000');
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM poster_crops c JOIN pitch_media m ON m.file_id = c.file_id WHERE m.pitch_id = ${id}`)).toBe(0);
  });

  it('leaves nothing behind when it is replaced, and a new poster begins whole', async () => {
    const { id } = await pitchWithPoster();
    await put(id, { x: 0, y: 0, width: 300, height: 450 });
    const kept = () => rows(app.db, z.object({ key: z.string() }), sql`SELECT f.storage_key AS key FROM files f JOIN pitch_media m ON m.file_id = f.id WHERE m.pitch_id = ${id}`);
    const [cut] = await kept();
    const whole = cut?.key.replace('picture.webp', 'whole.webp') ?? '';
    expect(await app.services.storage.head(whole)).not.toBeNull();
    await uploaded(app, owner, id, { kind: 'poster', contentType: 'image/png', bytes: await chart() });
    expect(await kept()).toHaveLength(1);
    const discarded = await rows(app.db, z.object({ files: z.array(z.string()) }), sql`SELECT payload->'files' AS files FROM outbox WHERE topic = 'files.discard' AND payload->'files' @> ${JSON.stringify([cut?.key])}::jsonb`);
    expect(discarded).toHaveLength(1);
    expect(PosterCrop.parse(await (await get(id, 'crop')).json()).crop).toBeNull();
  });

  it('is one outcome when two are chosen at once', async () => {
    const { id } = await pitchWithPoster();
    const answers = await Promise.all([put(id, { x: 0, y: 0, width: 300, height: 450 }), put(id, { x: 600, y: 0, width: 300, height: 450 })]);
    for (const { status } of answers) expect([200, 409]).toContain(status);
    const last = PosterCrop.parse(await (await get(id, 'crop')).json()).crop;
    const bytes = await bytesOf(await app.request((await poster(id)).url));
    expect(await colourAt(bytes, 0.5, 0.1)).toBe(last?.x === 0 ? '#ff0000' : '#0000ff');
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM pitch_media WHERE pitch_id = ${id}`)).toBe(1);
  });

  it('lies inside the picture, is 2:3 and not too small', async () => {
    const { id } = await pitchWithPoster();
    for (const box of [{ x: 700, y: 0, width: 240, height: 360 }, { x: 0, y: 300, width: 240, height: 360 }, { x: 0, y: 0, width: 400, height: 400 }, { x: 0, y: 0, width: 200, height: 300 }, { x: -1, y: 0, width: 300, height: 450 }, { x: 0.5, y: 0, width: 300, height: 450 }, { x: 0, y: 0, width: 300 }]) {
      const answer = await put(id, box);
      expect([answer.status, (await errorOf(answer)).code], JSON.stringify(box)).toEqual([400, 'bad_request']);
    }
    expect(await poster(id)).toMatchObject({ width: 900, height: 600 });
  });

  it('is its owner\u2019s business', async () => {
    const { id } = await pitchWithPoster();
    const bare = await publishedPitch(app, owner);
    for (const what of ['crop', 'whole'] as const) {
      expect((await get(id, what, other)).status).toBe(404);
      expect((await app.request(`/api/pitches/${id}/poster/${what}`)).status).toBe(401);
      expect((await get(bare.id, what)).status).toBe(409);
    }
    expect((await put(id, null, other)).status).toBe(404);
    expect((await put(bare.id, null)).status).toBe(409);
  });
});

it('the widest part has a height that the picture has', () => {
  for (let width = 1; width < 60; width += 1) for (let height = 2; height < 60; height += 1) {
    const widest = widestIn({ width, height });
    expect(heightOf(widest) <= height && widest <= width).toBe(true);
    expect(widest + 1 > width || heightOf(widest + 1) > height).toBe(true);
  }
});
