import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { createPitch, errorOf, picture, publishedPitch, uploaded, pdf } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { z } from 'zod';
import type { EditingList, PitchEditorList } from './schema.ts';

let app: TestApp;
let [owner, editor, stranger, investor] = [] as unknown as [CastMember, CastMember, CastMember, CastMember];

beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  [owner, editor, stranger, investor] = await Promise.all((['creator', 'production', 'creator', 'investor'] as const).map((portal) => castPerson(app, portal))) as [CastMember, CastMember, CastMember, CastMember];
});
afterAll(() => app.close());

const call = (person: CastMember, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> => app.request(path, { method, cookie: person.cookie, headers, ...(body !== undefined && { body }) });
const handleOf = (person: CastMember): Promise<string> => scalar(app.db, z.string(), sql`SELECT handle::text FROM profiles WHERE user_id = ${person.id}`);
const invite = async (pitchId: string, person: CastMember, by = owner): Promise<Response> => call(by, 'POST', `/api/pitches/${pitchId}/editors`, { handle: `@${await handleOf(person)}` });

/** A draft that `editor` edits. */
async function shared(): Promise<string> {
  const { id } = await createPitch(app, owner, { protected: { budgetBreakdown: 'Boats' } });
  expect((await invite(id, editor)).status).toBe(201);
  expect((await call(editor, 'POST', `/api/pitches/${id}/editors/accept`)).status).toBe(204);
  return id;
}

describe('editors of a pitch', () => {
  it('an invitation opens nothing, its acceptance opens the draft, its end shuts it', async () => {
    const { id } = await createPitch(app, owner, { protected: { budgetBreakdown: 'Boats' } });
    expect((await invite(id, editor)).status).toBe(201);
    expect((await call(editor, 'GET', `/api/pitches/${id}`)).status).toBe(404);
    expect((await call(editor, 'PATCH', `/api/pitches/${id}`, { tone: 'Dry' })).status).toBe(404);
    const mine = async (): Promise<EditingList['items']> => ((await (await call(editor, 'GET', '/api/pitches/editing')).json()) as EditingList).items.filter(({ pitch }) => pitch.id === id);
    expect(await mine()).toMatchObject([{ acceptedAt: null, owner: { id: owner.id } }]);

    expect((await call(editor, 'POST', `/api/pitches/${id}/editors/accept`)).status).toBe(204);
    expect(await (await call(editor, 'GET', `/api/pitches/${id}`)).json()).toMatchObject({ tier: 'owner', creator: { id: owner.id }, protected: { budgetBreakdown: 'Boats' } });
    const changed = await call(editor, 'PATCH', `/api/pitches/${id}`, { tone: 'Dry', protected: { budgetBreakdown: 'Two boats' } }, { 'if-match': '"1"' });
    expect(changed.status, await changed.clone().text()).toBe(200);
    expect(await (await call(owner, 'GET', `/api/pitches/${id}`)).json()).toMatchObject({ version: 2, tone: 'Dry', protected: { budgetBreakdown: 'Two boats' } });
    expect(await scalar(app.db, z.string(), sql`SELECT author_id FROM pitch_versions WHERE pitch_id = ${id} ORDER BY version DESC LIMIT 1`)).toBe(editor.id);

    const rechecked = app.rechecked.length;
    expect((await call(owner, 'DELETE', `/api/pitches/${id}/editors/${editor.id}`)).status).toBe(204);
    expect(app.rechecked.slice(rechecked)).toEqual([editor.id]);
    expect((await call(editor, 'GET', `/api/pitches/${id}`)).status).toBe(404);
    expect((await call(editor, 'PATCH', `/api/pitches/${id}`, { tone: 'Wet' })).status).toBe(404);
    expect(await mine()).toEqual([]);
  });

  it('opens the pictures of the draft to who edits it, each by its gate, and no document', async () => {
    const id = await shared();
    const [poster, secret] = [await uploaded(app, owner, id, { kind: 'poster', contentType: 'image/png', bytes: await picture(400, 600, 'png') }), await uploaded(app, owner, id, { kind: 'gallery', contentType: 'image/png', gate: 'nda', bytes: await picture(60, 40, 'png') })];
    const deck = await uploaded(app, owner, id, { kind: 'deck', contentType: 'application/pdf', gate: 'public', bytes: pdf() });
    const statuses = async (person: CastMember): Promise<number[]> => Promise.all([poster.url, `${poster.url}?w=320`, secret.url, deck.url].map(async (url) => (await call(person, 'GET', url)).status));
    expect(await statuses(editor)).toEqual([200, 200, 404, 404]);
    expect(await statuses(stranger)).toEqual([404, 404, 404, 404]);
    expect((await app.request(poster.url)).status).toBe(404);
    expect((await call(owner, 'DELETE', `/api/pitches/${id}/editors/${editor.id}`)).status).toBe(204);
    expect(await statuses(editor)).toEqual([404, 404, 404, 404]);
  });

  it('leaves to the owner what is the owner’s', async () => {
    const id = await shared();
    const file = await uploaded(app, owner, id, { kind: 'deck', contentType: 'application/pdf', gate: 'public', bytes: pdf() });
    const refused = async (method: string, tail: string, body?: unknown): Promise<void> => {
      const response = await call(editor, method, `/api/pitches/${id}${tail}`, body);
      expect([403, 404], `${method} ${tail}: ${await response.text()}`).toContain(response.status);
    };
    for (const move of ['publish', 'unpublish', 'archive', 'restore']) await refused('POST', `/${move}`);
    await refused('DELETE', '');
    await refused('GET', '/access');
    await refused('PUT', '/access', { fields: { contactDetails: 'public' } });
    await refused('GET', '/versions');
    await refused('POST', '/versions/1/restore');
    await refused('DELETE', `/documents/${file.id}`);
    await refused('PATCH', `/documents/${file.id}`, { gate: 'deal' });
    await refused('POST', '/editors', { handle: await handleOf(stranger) });
    await refused('POST', '/team/invitations', { name: 'Petra', role: 'Ada', email: 'petra@pitchey.test' });
    expect([403, 404]).toContain((await call(editor, 'POST', '/api/uploads', { pitchId: id, kind: 'script', fileName: 'x.pdf', size: 10, contentType: 'application/pdf' })).status);
    expect(await (await call(owner, 'GET', `/api/pitches/${id}`)).json()).toMatchObject({ status: 'draft', version: 1 });
  });

  it('is none of a stranger’s business', async () => {
    const id = await shared();
    for (const person of [stranger]) {
      expect((await call(person, 'GET', `/api/pitches/${id}/editors`)).status).toBe(404);
      expect((await invite(id, stranger, person)).status).toBe(404);
      expect((await call(person, 'POST', `/api/pitches/${id}/editors/accept`)).status).toBe(404);
      expect((await call(person, 'DELETE', `/api/pitches/${id}/editors/${editor.id}`)).status).toBe(404);
      expect((await call(person, 'PATCH', `/api/pitches/${id}`, { tone: 'Wet' })).status).toBe(404);
    }
    const list = await (await call(editor, 'GET', `/api/pitches/${id}/editors`)).json() as PitchEditorList;
    expect(list).toMatchObject({ owner: { id: owner.id }, items: [{ id: editor.id }] });
    expect(JSON.stringify(list)).not.toContain('@pitchey.test');
  });

  it('invites nobody who cannot edit, and says the same for whoever is not there and whoever blocked the owner', async () => {
    const { id } = await createPitch(app, owner);
    const nobody = await errorOf(await call(owner, 'POST', `/api/pitches/${id}/editors`, { handle: 'nobody-at-all' }));
    expect((await call(stranger, 'PUT', `/api/users/${owner.id}/block`)).status).toBe(204);
    const blocked = await errorOf(await invite(id, stranger));
    expect({ ...blocked, requestId: '' }).toEqual({ ...nobody, requestId: '' });
    expect((await call(stranger, 'DELETE', `/api/users/${owner.id}/block`)).status).toBe(204);
    expect((await errorOf(await invite(id, investor))).fields?.handle).toMatch(/portal/);
    expect((await errorOf(await invite(id, owner))).code).toBe('bad_request');
  });

  it('asks once: one invitation, one line in the person’s stream', async () => {
    const { id } = await createPitch(app, owner);
    const told = app.told.length;
    for (let time = 0; time < 3; time += 1) expect((await invite(id, editor)).status).toBe(201);
    expect(app.told.slice(told)).toMatchObject([{ userId: editor.id, entries: [{ event: { kind: 'editing', pitchId: id, what: 'invited' } }] }]);
    await call(editor, 'DELETE', `/api/pitches/${id}/editors/${editor.id}`);
    expect(((await (await call(owner, 'GET', `/api/pitches/${id}/editors`)).json()) as PitchEditorList).items).toEqual([]);
  });

  it('a block between the two shuts the draft, and a published pitch is then what anybody reads', async () => {
    const pitch = await publishedPitch(app, owner, { protected: { budgetBreakdown: 'Boats' } });
    await invite(pitch.id, editor);
    await call(editor, 'POST', `/api/pitches/${pitch.id}/editors/accept`);
    expect((await call(editor, 'PATCH', `/api/pitches/${pitch.id}`, { tone: 'Dry' })).status).toBe(200);
    expect((await call(owner, 'PUT', `/api/users/${editor.id}/block`)).status).toBe(204);
    expect((await call(editor, 'PATCH', `/api/pitches/${pitch.id}`, { tone: 'Wet' })).status).toBe(404);
    const view = await (await call(editor, 'GET', `/api/pitches/${pitch.id}`)).text();
    expect(view).not.toContain('Boats');
    await call(owner, 'DELETE', `/api/users/${editor.id}/block`);
  });

  it('says patches in the draft’s room for whoever may edit, and for nobody else', async () => {
    const id = await shared();
    const body = { id: app.services.newId(), patches: [{ field: 'tone', base: 1, value: 'Dry' }] };
    const answer = await call(editor, 'POST', `/api/pitches/${id}/draft`, body);
    expect(await answer.json()).toMatchObject({ results: [{ field: 'tone', status: 'accepted', version: 2 }] });
    expect((await call(stranger, 'POST', `/api/pitches/${id}/draft`, body)).status).toBe(404);
    expect((await call(investor, 'POST', `/api/pitches/${id}/draft`, body)).status).toBe(403);
    expect((await call(editor, 'POST', `/api/pitches/${id}/draft`, { ...body, patches: [] })).status).toBe(400);
    expect(app.patched.filter(({ pitchId }) => pitchId === id)).toEqual([{ pitchId: id, by: editor.id, id: body.id, patches: body.patches }]);
  });

  it('has the room write before it is published, and look again when it was changed without it', async () => {
    const { id } = await createPitch(app, owner);
    await call(owner, 'PATCH', `/api/pitches/${id}`, { tone: 'Dry' });
    expect((await call(owner, 'POST', `/api/pitches/${id}/publish`)).status).toBe(200);
    await app.settle();
    expect(app.settled).toContain(id);
    expect(app.moved.filter(({ pitchId }) => pitchId === id)).toEqual([{ pitchId: id, version: 2 }, { pitchId: id, version: 2 }]);
  });

  it('takes no proof from elsewhere, and the owner’s proofs from an editor', async () => {
    const id = await shared();
    const proof = await uploaded(app, owner, id, { kind: 'attachment', contentType: 'application/pdf', gate: 'deal', bytes: pdf() });
    const team = [{ name: 'Petra', role: 'Ada', status: 'signed', proofFileId: proof.id }];
    expect((await call(editor, 'PATCH', `/api/pitches/${id}`, { team })).status).toBe(200);
    expect((await call(stranger, 'PATCH', `/api/pitches/${id}`, { team })).status).toBeGreaterThanOrEqual(400);
    expect(await scalar(app.db, z.boolean(), sql`SELECT p.people LIKE (SELECT name FROM users WHERE id = ${owner.id}) || '%' FROM pitches p WHERE p.id = ${id}`)).toBe(true);
  });
});
