// Stills and reels on the page of a pitch: each reader gets those whose gate is open to them, and a move of the gate is seen at once.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { errorOf, picture, publishedPitch, upload, uploaded } from '../../testing/factories.ts';
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
    { id: reel.id, kind: 'trailer', url: reel.url, contentType: 'video/mp4', width: null, height: null, frame: null },
    { id: open.id, kind: 'gallery', url: open.url, contentType: 'image/webp', width: 60, height: 40, frame: null },
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

it('stands a picture for a reel, behind the reel’s gate and for as long as the reel is there', async () => {
  const reel = await uploaded(app, owner, pitch.id, { kind: 'trailer', contentType: 'video/mp4', gate: 'member', bytes: film() });
  const frame = async (colour: string) => uploaded(app, owner, pitch.id, { kind: 'gallery', contentType: 'image/png', frameOf: reel.id, bytes: await picture(80, 40, 'png', colour) });
  const first = await frame('#111');
  expect(first.gate).toBe('member');
  const shown = await mediaOf(member);
  expect(shown.filter(({ id }) => id === reel.id)).toEqual([expect.objectContaining({ frame: first.url })]);
  expect(ids(shown)).not.toContain(first.id);
  expect([(await app.request(first.url)).status, (await app.request(first.url, { cookie: member.cookie })).status]).toEqual([404, 200]);

  // A second picture takes the place of the first.
  const second = await frame('#222');
  expect((await mediaOf(member)).find(({ id }) => id === reel.id)?.frame).toBe(second.url);
  expect((await app.request(first.url, { cookie: owner.cookie })).status).toBe(404);

  // It moves with the reel, and not without it.
  const at = (id: string) => `/api/pitches/${pitch.id}/documents/${id}`;
  const move = (id: string, gate: string) => app.request(at(id), { method: 'PATCH', body: { gate }, cookie: owner.cookie });
  expect((await move(second.id, 'public')).status).toBe(404);
  expect((await move(reel.id, 'deal')).status).toBe(204);
  expect((await app.request(second.url, { cookie: member.cookie })).status).toBe(404);
  expect((await move(reel.id, 'public')).status).toBe(204);
  expect((await mediaOf())[0]).toMatchObject({ id: reel.id, frame: second.url });
  expect((await app.request(second.url)).status).toBe(200);

  expect((await app.request(at(reel.id), { method: 'DELETE', cookie: owner.cookie })).status).toBe(204);
  expect((await app.request(second.url, { cookie: owner.cookie })).status).toBe(404);
  expect(ids(await mediaOf(owner))).not.toContain(second.id);
});

it('takes a picture for no reel but one of the same pitch', async () => {
  const reel = await uploaded(app, owner, pitch.id, { kind: 'trailer', contentType: 'video/mp4', bytes: film() });
  const other = await publishedPitch(app, owner);
  const rival = await castPerson(app, 'creator');
  const bytes = await picture(20, 20, 'png');
  const tries: [string, CastMember, string, object, string][] = [
    ['another pitch', owner, other.id, { frameOf: reel.id }, 'frameOf'], ['a still', owner, pitch.id, { frameOf: (await still('public')).id }, 'frameOf'],
    ['a gate of its own', owner, pitch.id, { frameOf: reel.id, gate: 'public' }, 'gate'], ['another kind', owner, pitch.id, { frameOf: reel.id, kind: 'poster' }, 'frameOf'],
  ];
  for (const [what, person, id, more, field] of tries) {
    const response = await upload(app, person, id, { kind: 'gallery', contentType: 'image/png', bytes, ...more });
    expect([response.status, Object.keys((await errorOf(response)).fields ?? {})], what).toEqual([400, [field]]);
  }
  // Of a reel that is not the asker's, nothing is said.
  const theirs = await publishedPitch(app, rival);
  expect((await upload(app, rival, theirs.id, { kind: 'gallery', contentType: 'image/png', frameOf: reel.id, bytes })).status).toBe(400);
});
