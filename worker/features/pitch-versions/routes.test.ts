import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../platform/db/sql.ts';
import { expectRefused } from '../../testing/access-cases.ts';
import { castPerson, castPitch, type CastMember } from '../../testing/cast.ts';
import { createPitch, errorOf, pdf, publishedPitch, uploaded } from '../../testing/factories.ts';
import type { Person } from '../../testing/people.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import type { PitchOwner } from '../pitches/schema.ts';
import type { PitchVersion, PitchVersionList } from './schema.ts';

let app: TestApp;
let creator: CastMember;
let rival: CastMember;
let investor: CastMember;

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [creator, rival, investor] = await Promise.all([castPerson(app, 'creator', { name: 'Maren Oyelaran' }), castPerson(app, 'creator'), castPerson(app, 'investor')]);
});
afterAll(() => app.close());

const MINUTE = 60_000;
const save = async (id: string, body: unknown) => {
  const response = await app.request(`/api/pitches/${id}`, { method: 'PATCH', body, cookie: creator.cookie });
  expect(response.status, await response.clone().text()).toBe(200);
};
const history = async (id: string, query = ''): Promise<PitchVersionList> => {
  const response = await app.request(`/api/pitches/${id}/versions${query}`, { cookie: creator.cookie });
  expect(response.status, await response.clone().text()).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return await response.json() as PitchVersionList;
};
const short = ({ version, kind, changes }: PitchVersion) => [version, kind, changes.map(({ field }) => field)];
const restore = (id: string, version: number | string, headers: Record<string, string> = {}) => app.request(`/api/pitches/${id}/versions/${version}/restore`, { method: 'POST', cookie: creator.cookie, headers });
const read = async (id: string) => await (await app.request(`/api/pitches/${id}`, { cookie: creator.cookie })).json() as PitchOwner;

describe('what is kept', () => {
  it('gathers the saves of ten minutes, with the change against what was there before', async () => {
    const { id } = await createPitch(app, creator, { logline: 'First.' });
    for (const logline of ['Se', 'Second', 'Second.']) await save(id, { logline });
    app.clock.advance(4 * MINUTE);
    await save(id, { protected: { budgetBreakdown: 'Salaries.' }, team: [{ name: 'Petra', role: 'Ada', status: 'interested' }] });
    app.clock.advance(7 * MINUTE);
    await save(id, { logline: 'Third.' });
    const { items } = await history(id);
    expect(items.map(short)).toEqual([[6, 'edited', ['logline']], [5, 'edited', ['logline', 'protected.budgetBreakdown', 'team']], [1, 'created', []]]);
    expect(items[0]).toMatchObject({ isCurrent: true, author: { id: creator.id, name: 'Maren Oyelaran' }, changes: [{ field: 'logline', before: 'Second.', after: 'Third.' }] });
    expect(items[1]?.changes).toEqual([
      { field: 'logline', before: 'First.', after: 'Second.' },
      { field: 'protected.budgetBreakdown', before: '', after: 'Salaries.' },
      { field: 'team', before: [], after: [{ name: 'Petra', role: 'Ada', status: 'interested', proofFileId: null }] },
    ]);
    expect(Date.parse(items[1]?.at ?? '') - Date.parse(items[1]?.beganAt ?? '')).toBeGreaterThanOrEqual(4 * MINUTE);
  });

  it('never joins across a publication, a restore or another author', async () => {
    const { id } = await publishedPitch(app, creator, { tone: 'As created' });
    await save(id, { tone: 'One' });
    await app.request(`/api/pitches/${id}/unpublish`, { method: 'POST', cookie: creator.cookie });
    await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: creator.cookie });
    await save(id, { tone: 'Two' });
    expect((await restore(id, 2)).status).toBe(200);
    await save(id, { tone: 'Three' });
    await app.db.query(sql`UPDATE pitch_versions SET author_id = ${rival.id} WHERE pitch_id = ${id} AND version = 5`);
    await save(id, { tone: 'Four' });
    const { items } = await history(id);
    expect(items.map(({ version, kind, publishedAt, restoredFrom, changes }) => [version, kind, publishedAt !== null, restoredFrom, changes[0]?.after])).toEqual([
      [6, 'edited', false, null, 'Four'], [5, 'edited', false, null, 'Three'], [4, 'restored', false, 2, 'One'], [3, 'edited', false, null, 'Two'], [2, 'edited', true, null, 'One'], [1, 'created', true, null, undefined],
    ]);
  });

  it('writes down how a pitch was that is older than its history, before the first change', async () => {
    const { id } = await castPitch(app, creator, { title: 'Older' });
    expect((await history(id)).items).toEqual([]);
    await save(id, { protected: { budgetBreakdown: 'Changed.' } });
    const { items } = await history(id);
    expect(items.map(short)).toEqual([[2, 'edited', ['protected.budgetBreakdown']], [1, 'found', []]]);
    expect(items[0]?.changes[0]).toMatchObject({ before: 'CANARY-NDA', after: 'Changed.' });
  });

  it('keeps nothing of a change that was refused, nor of one that changed nothing', async () => {
    const { id } = await createPitch(app, creator, { tone: 'Dry' });
    expect((await app.request(`/api/pitches/${id}`, { method: 'PATCH', body: { tone: 'lost' }, headers: { 'if-match': '"7"' }, cookie: creator.cookie })).status).toBe(412);
    await save(id, { tone: 'Dry' });
    expect((await history(id)).items.map(short)).toEqual([[1, 'created', []]]);
    await save(id, { tone: 'Wet' });
    expect((await history(id)).items.map(short)).toEqual([[3, 'edited', ['tone']], [1, 'created', []]]);
  });

  it('is whole when twenty write at once', async () => {
    const { id } = await createPitch(app, creator);
    await Promise.all(Array.from({ length: 20 }, (_, index) => save(id, { tone: `Writer ${index}` })));
    const [newest, first, ...others] = (await history(id)).items;
    expect([newest?.version, first?.version, others]).toEqual([21, 1, []]);
    expect(newest?.changes).toEqual([{ field: 'tone', before: '', after: (await read(id)).tone }]);
  });
});

describe('GET /api/pitches/:id/versions', () => {
  it('goes page by page, each change against its own past', async () => {
    const { id } = await createPitch(app, creator, { tone: '0' });
    for (const tone of ['1', '2', '3']) {
      app.clock.advance(11 * MINUTE);
      await save(id, { tone });
    }
    const first = await history(id, '?limit=2');
    const second = await history(id, `?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([...first.items, ...second.items].map(({ version, isCurrent, changes }) => [version, isCurrent, changes[0]?.before, changes[0]?.after])).toEqual([[4, true, '2', '3'], [3, false, '1', '2'], [2, false, '0', '1'], [1, false, undefined, undefined]]);
    expect(second.nextCursor).toBeNull();
    expect((await app.request(`/api/pitches/${id}/versions?cursor=made.up`, { cookie: creator.cookie })).status).toBe(400);
  });
});

describe('POST /api/pitches/:id/versions/:version/restore', () => {
  it('brings a version back as a new one, texts and team and all, and keeps what was there', async () => {
    const { id } = await createPitch(app, creator, { title: 'Old Title', synopsis: 'Before.', themes: ['sea'], ask: { amount: 500, currency: 'EUR', kind: 'gap' }, protected: { contactDetails: 'old@low.example' }, team: [{ name: 'Petra', role: 'Ada', status: 'signed' }] });
    const before = await read(id);
    await save(id, { title: 'New Title', synopsis: null, themes: null, ask: null, protected: null, team: null });
    const response = await restore(id, 1);
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"3"');
    const after = await response.json() as PitchOwner;
    expect({ ...after, updatedAt: '', version: 0 }).toEqual({ ...before, updatedAt: '', version: 0 });
    expect((await history(id)).items.map(({ version, kind, restoredFrom }) => [version, kind, restoredFrom])).toEqual([[3, 'restored', 1], [2, 'edited', null], [1, 'created', null]]);
    expect((await restore(id, 2)).status).toBe(200);
    expect(await read(id)).toMatchObject({ title: 'New Title', team: [], version: 4 });
  });

  it('leaves a proof behind that was deleted since', async () => {
    const { id } = await createPitch(app, creator);
    const file = await uploaded(app, creator, id, { kind: 'attachment', contentType: 'application/pdf', bytes: pdf() });
    await save(id, { team: [{ name: 'Petra', role: 'Ada', status: 'signed', proofFileId: file.id }] });
    app.clock.advance(11 * MINUTE);
    await save(id, { team: null });
    await app.db.query(sql`DELETE FROM files WHERE id = ${file.id}`);
    expect((await restore(id, 2)).status).toBe(200);
    expect((await read(id)).team).toEqual([expect.objectContaining({ name: 'Petra', proofFileId: null, hasProof: false })]);
  });

  it('honours If-Match, keeps a published pitch complete, and knows no version that is not there', async () => {
    const { id } = await createPitch(app, creator, { synopsis: 'Short.' });
    await save(id, { synopsis: 'x'.repeat(120) });
    const stale = await restore(id, 1, { 'if-match': '"1"' });
    expect([stale.status, (await errorOf(stale)).version]).toEqual([412, 2]);
    expect((await app.request(`/api/pitches/${id}/publish`, { method: 'POST', cookie: creator.cookie })).status).toBe(200);
    expect((await restore(id, 1)).status).toBe(409);
    for (const version of ['99', '0', '-1', 'x', '1e3', '99999999999']) expect((await restore(id, version)).status, version).toBe(404);
  });
});

it('is the owner’s alone', async () => {
  const { id } = await publishedPitch(app, creator, { protected: { budgetBreakdown: 'CANARY' } });
  await expectRefused(app, [{ method: 'GET', path: `/api/pitches/${id}/versions` }, { method: 'POST', path: `/api/pitches/${id}/versions/1/restore` }], { wrongPortal: [investor as unknown as Person], wrongOwner: [rival as unknown as Person] });
});
