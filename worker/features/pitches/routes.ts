// Pitches: written by their owners, read by whoever a gate lets in.
import { Hono, type Context } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { expectedVersion, isHeld } from '../../http/etag.ts';
import { once } from '../../http/idempotency.ts';
import { jsonText } from '../../http/json-text.ts';
import { limit } from '../../http/limit.ts';
import { isId, pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { setPitchTemplate } from '../nda-templates/actions.ts';
import { selectOptionalPitchTemplate } from '../nda-templates/queries.ts';
import { keepVersion } from '../pitch-versions/queries.ts';
import { changeAccess, changePitch, movePitch, pitchEpoch, removePitch, writeOf } from './actions.ts';
import { tierOf } from './gates.ts';
import { selectOwnPitches } from './own-list.ts';
import { type Access, AccessInput, type Pitch, PitchCreate, PitchMineQuery, type PitchOwner, PitchPatch, PitchViewQuery } from './schema.ts';
import { slugFor } from './slug.ts';
import type { Move } from './states.ts';
import { gatesFor, selectOwnView, selectView, ViewRow, viewOf } from './view.ts';
import { insertPitch } from './write-statements.ts';

type C = Context<AppEnv>;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const write = (c: C) => writeOf(c.get('services'), pathId(c), userOf(c).id);

/** What only its owner may see, with the version as its tag. */
function own(c: C, pitch: PitchOwner, status: 200 | 201 = 200) {
  c.header('ETag', `"${pitch.version}"`);
  c.header('Cache-Control', 'private, no-store');
  return c.json(pitch, status);
}

/** Whoever is not past every gate may not choose one. */
const ownersPreview = (): AppError => new AppError('bad_request', 'Only its owner can look at a pitch as others see it.', { fields: { as: 'Leave it out.' } });

async function move(c: C, name: Move) {
  const { services, id } = { services: c.get('services'), id: pathId(c) };
  // What is published is what its writers see.
  if (name === 'publish') await services.live.settleDraft(id);
  const pitch = await movePitch(services, write(c), name);
  services.defer(services.live.draftMoved(id, pitch.version));
  return own(c, pitch);
}

export const pitches = new Hono<AppEnv>()
  .post('/', access(['creator', 'production']), limit('write'), valid('json', PitchCreate), async (c) => {
    const services = c.get('services');
    const input = c.req.valid('json');
    const fresh = writeOf(services, services.newId(), userOf(c).id);
    const row = await once(c, {
      request: input, schema: ViewRow,
      effects: [insertPitch(fresh, slugFor(input.title, fresh.id), input), keepVersion(fresh, { kind: 'created' })],
      answer: selectOwnView(fresh.id, fresh.ownerId),
    });
    c.header('Location', `/api/pitches/${row.id}`);
    return own(c, viewOf(row, 'owner') as PitchOwner, 201);
  })
  .get('/mine', access(['creator', 'production']), limit('read'), valid('query', PitchMineQuery), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json(await selectOwnPitches(c.get('services').db, userOf(c).id, c.req.valid('query'), c.get('settings').BETTER_AUTH_SECRET));
  })
  .get('/:id', access('public'), limit('read'), valid('query', PitchViewQuery), async (c) => {
    const { db, cache, clock, live } = c.get('services');
    const given = c.req.param('id');
    const key = isId(given) ? { id: given } : { slug: given };
    if ('slug' in key && (given.length > 80 || !SLUG.test(given))) throw notFound();
    const actor = c.get('actor');
    const { as } = c.req.valid('query');
    if (actor.kind === 'anonymous') {
      if (as !== undefined) throw ownersPreview();
      const cached = await cache.read<Pitch>('pitchPublic', given, pitchEpoch(given), async () => {
        const row = await optionalRow(db, ViewRow, selectView(key, null, gatesFor(actor), clock.now()));
        return row && viewOf(row, 'public');
      });
      if (cached.value === null) throw notFound();
      c.header('Cache-Control', 'public, max-age=0, must-revalidate');
      c.header('Vary', 'Cookie');
      return isHeld(c, cached.json) ? c.body(null, 304) : jsonText<Pitch>(c, cached.json);
    }
    const readRow = () => optionalRow(db, ViewRow, selectView(key, actor.id, gatesFor(actor), clock.now()));
    let row = await readRow();
    if (!row) throw notFound();
    if (row.edits && as !== undefined) {
      // Whoever looks at it as others will wants to see what was just written.
      const { from, to } = await live.settleDraft(row.id);
      if (to !== from) row = await readRow();
      if (!row) throw notFound();
    }
    // An editor reads what the owner reads; what the owner alone may do is decided where it is done.
    const tier = row.edits ? 'owner' : tierOf(actor, row.ownerId, row.opened);
    if (as !== undefined && tier !== 'owner') throw ownersPreview();
    const view = viewOf(row, as ?? tier);
    if (view.tier === 'owner') return own(c, view) as unknown as ReturnType<typeof jsonText<Pitch>>;
    c.header('Cache-Control', 'private, no-store');
    return jsonText<Pitch>(c, JSON.stringify(view));
  })
  .patch('/:id', access(['creator', 'production'], 'owner or editor'), limit('write'), valid('json', PitchPatch), async (c) => {
    const services = c.get('services');
    const pitch = await changePitch(services, write(c), c.req.valid('json'), expectedVersion(c));
    services.defer(services.live.draftMoved(pitch.id, pitch.version));
    return own(c, pitch);
  })
  .delete('/:id', access(['creator', 'production'], 'owner'), limit('write'), async (c) => {
    await removePitch(c.get('services'), write(c));
    return c.body(null, 204);
  })
  .post('/:id/publish', access(['creator', 'production'], 'owner'), limit('write'), (c) => move(c, 'publish'))
  .post('/:id/unpublish', access(['creator', 'production'], 'owner'), limit('write'), (c) => move(c, 'unpublish'))
  .post('/:id/archive', access(['creator', 'production'], 'owner'), limit('write'), (c) => move(c, 'archive'))
  .post('/:id/restore', access(['creator', 'production'], 'owner'), limit('write'), (c) => move(c, 'restore'))
  .get('/:id/access', access(['creator', 'production'], 'owner'), limit('read'), async (c) => {
    const { id, ownerId } = write(c);
    const row = await optionalRow(c.get('services').db, ViewRow, selectOwnView(id, ownerId));
    if (!row) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json<Access>({ fields: (viewOf(row, 'owner') as PitchOwner).access, template: await selectOptionalPitchTemplate(c.get('services').db, id), version: row.version });
  })
  .put('/:id/access', access(['creator', 'production'], 'owner'), limit('write'), valid('json', AccessInput), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    const { fields, template } = c.req.valid('json');
    const services = c.get('services');
    if (template !== undefined) await setPitchTemplate(services, { ...write(c), templateId: template?.id ?? null });
    const changed = await changeAccess(services, write(c), fields, expectedVersion(c));
    return c.json<Access>({ ...changed, template: await selectOptionalPitchTemplate(services.db, write(c).id) });
  });
