import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { completePitch, createPitch, publishedPitch } from '../../testing/factories.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { formats } from '../catalogue/lists.ts';
import { detailFields, templates } from './lists.ts';
import type { Pitch, PitchMineList, PitchOwner } from './schema.ts';
import { PitchDetails } from './story-schema.ts';

let app: TestApp;
let creator: CastMember;
beforeAll(async () => {
  app = await createTestApp({ LIMITS: 'off' });
  creator = await castPerson(app, 'creator');
});
afterAll(() => app.close());

const patch = (id: string, body: unknown) => app.request(`/api/pitches/${id}`, { method: 'PATCH', body, cookie: creator.cookie });
const full = (format: (typeof formats)[number]['value']): PitchDetails => ({ format, ...Object.fromEntries(templates[format].details.map((name) => [name, detailFields[name].kind === 'number' ? 6 : 'Some words'])) });

describe('what a format asks for', () => {
  it.each(formats.map(({ value }) => value))('%s takes its own fields and no other', (format) => {
    expect(PitchDetails.parse(full(format))).toEqual(full(format));
    expect(PitchDetails.safeParse({ format }).success).toBe(true);
    const foreign = Object.keys(detailFields).filter((name) => !(templates[format].details as readonly string[]).includes(name));
    for (const name of foreign) expect(PitchDetails.safeParse({ format, [name]: name.endsWith('s') ? 1 : 'x' }).success, name).toBe(false);
  });

  it('is shown to readers, advised until it is there, and never needed to publish', async () => {
    const pitch = await publishedPitch(app, creator, { format: 'returning_series' });
    expect(pitch.completeness.publishable).toBe(true);
    expect(pitch.completeness.missing.filter(({ field }) => field.startsWith('details.'))).toEqual(templates.returning_series.details.map((name) => ({ field: `details.${name}`, required: false, why: detailFields[name].why })));
    const response = await patch(pitch.id, { details: full('returning_series') });
    expect(response.status).toBe(200);
    const after = await response.json() as PitchOwner;
    expect(after.completeness.missing.filter(({ field }) => field.startsWith('details.'))).toEqual([]);
    expect(after.completeness.total).toBe(pitch.completeness.total);
    expect(await (await app.request(`/api/pitches/${pitch.id}`)).json()).toMatchObject({ details: full('returning_series') });
    const mine = await (await app.request('/api/pitches/mine', { cookie: creator.cookie })).json() as PitchMineList;
    expect(mine.items.find(({ id }) => id === pitch.id)?.completeness).toEqual(after.completeness);
  });

  it('counts only for its format, and is there again when the format comes back', async () => {
    const { id } = await createPitch(app, creator, { format: 'short', details: { format: 'short', runtimeMinutes: 12 } });
    expect(await (await patch(id, { format: 'animation' })).json()).toMatchObject({ details: null });
    expect(await (await patch(id, { format: 'short' })).json()).toMatchObject({ details: { format: 'short', runtimeMinutes: 12 } });
    expect(await (await patch(id, { details: null })).json()).toMatchObject({ details: null });
  });

  it.each([
    [{ format: 'short', episodes: 6 }], [{ runtimeMinutes: 12 }], [{ format: 'short', runtimeMinutes: 0 }], [{ format: 'short', runtimeMinutes: 12.5 }], [{ format: 'short', runtimeMinutes: 601 }], [{ format: 'short', language: 'x'.repeat(81) }], [{ format: 'film' }],
  ])('refuses %j', async (details) => {
    const response = await app.request('/api/pitches', { body: completePitch({ format: 'short', details: details as never }), cookie: creator.cookie });
    expect(response.status).toBe(400);
  });

  it('refuses a new pitch with details of another format, and keeps those of a change aside', async () => {
    expect((await app.request('/api/pitches', { body: completePitch({ format: 'short', details: { format: 'feature' } }), cookie: creator.cookie })).status).toBe(400);
    const { id } = await createPitch(app, creator);
    expect(await (await patch(id, { format: 'short', details: { format: 'feature', pages: 92 } })).json()).toMatchObject({ format: 'short', details: null });
    expect(await (await patch(id, { format: 'feature' })).json()).toMatchObject({ details: { pages: 92 } });
  });
});

describe('characters', () => {
  it('are kept in their order, cleaned, and public', async () => {
    const characters = [{ name: 'Ada Tarrow', line: 'Ferrywoman; has never spent a night on the other side.', ageRange: '50s', billing: 'lead' }, { name: ' Roth ', billing: 'supporting' }];
    const { id } = await publishedPitch(app, creator, { characters: characters as never });
    const view = await (await app.request(`/api/pitches/${id}`)).json() as Pitch;
    expect(view.characters).toEqual([characters[0], { name: 'Roth', line: '', ageRange: '', billing: 'supporting' }]);
    expect(await (await patch(id, { characters: null })).json()).toMatchObject({ characters: [] });
  });

  it.each([[[{ name: '', billing: 'lead' }]], [[{ name: 'x' }]], [[{ name: 'x', billing: 'star' }]], [Array.from({ length: 31 }, () => ({ name: 'x', billing: 'lead' }))]])('refuses %j', async (characters) => {
    const { id } = await createPitch(app, creator);
    expect((await patch(id, { characters })).status).toBe(400);
  });
});
