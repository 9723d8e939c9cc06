// Stills and reels on the page of a pitch: each reader gets those whose gate is open to them, and a move of the gate is seen at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { picture, publishedPitch, uploaded } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { Media, Pitch, PitchOwner } from './schema.ts';

let app: TestApp;
let owner: CastMember;
let member: CastMember;
let pitch: PitchOwner;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, member] = await Promise.all([castPerson(app, 'creator'), castPerson(app, 'investor')]);
  pitch = await publishedPitch(app, owner);
});
afterAll(() => app.close());

const film = (): Uint8Array => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(200, 7)]);
const still = async (gate: string) => uploaded(app, owner, pitch.id, { kind: 'gallery', contentType: 'image/png', gate, bytes: await picture(60, 40, 'png') });
const mediaOf = async (person?: CastMember, query = ''): Promise<Media[]> => ((await (await app.request(`/api/pitches/${pitch.id}${query}`, { cookie: person?.cookie })).json()) as Pitch).media;
const ids = (media: readonly Media[]): string[] => media.map(({ id }) => id);

it('shows reels, then stills, to whom their gates are open', async () => {
  expect(await mediaOf()).toEqual([]);
  const [open, forMembers, underNda] = [await still('public'), await still('member'), await still('nda')];
  const reel = await uploaded(app, owner, pitch.id, { kind: 'trailer', contentType: 'video/mp4', bytes: film() });
  expect(await mediaOf()).toEqual([
    { id: reel.id, kind: 'trailer', url: reel.url, contentType: 'video/mp4', width: null, height: null },
    { id: open.id, kind: 'gallery', url: open.url, contentType: 'image/webp', width: 60, height: 40 },
  ]);
  expect(ids(await mediaOf(member))).toEqual([reel.id, open.id, forMembers.id]);
  expect(ids(await mediaOf(owner))).toEqual([reel.id, open.id, forMembers.id, underNda.id]);
  expect(ids(await mediaOf(owner, '?as=member'))).toEqual([reel.id, open.id, forMembers.id]);

  // The address of a reel answers in pieces, as a player asks.
  const piece = await app.request(reel.url, { headers: { range: 'bytes=0-' } });
  expect([piece.status, piece.headers.get('content-type'), piece.headers.get('content-range')]).toEqual([206, 'video/mp4', `bytes 0-${reel.size - 1}/${reel.size}`]);

  const at = `/api/pitches/${pitch.id}/documents`;
  expect((await app.request(`${at}/${open.id}`, { method: 'PATCH', body: { gate: 'deal' }, cookie: owner.cookie })).status).toBe(204);
  expect(ids(await mediaOf())).toEqual([reel.id]);
  expect((await app.request(`${at}/${reel.id}`, { method: 'DELETE', cookie: owner.cookie })).status).toBe(204);
  expect(await mediaOf()).toEqual([]);
});
