// Versions of a pitch: read and brought back by its owner, and nobody else's business.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { openCursor, sealCursor } from '../../http/cursor.ts';
import { expectedVersion } from '../../http/etag.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { writeOf } from '../pitches/actions.ts';
import { restoreVersion, toVersion } from './actions.ts';
import { selectVersions } from './queries.ts';
import { type PitchVersionList, PitchVersionQuery } from './schema.ts';

const Position = z.object({ before: z.int() });

export const pitchVersions = new Hono<AppEnv>()
  .get('/:id/versions', access(['creator', 'production'], 'owner'), limit('read'), valid('query', PitchVersionQuery), async (c) => {
    const [id, ownerId] = [pathId(c), userOf(c).id];
    const { cursor, limit: most } = c.req.valid('query');
    const secret = c.get('settings').BETTER_AUTH_SECRET;
    const list = `versions:${id}`;
    const before = cursor === undefined ? undefined : openCursor(secret, list, cursor, Position).before;
    const found = await selectVersions(c.get('services').db, { id, ownerId, before, limit: most + 1 });
    if (!found) throw notFound();
    const items = found.slice(0, most).map((row, at) => toVersion(row, found[at + 1], before === undefined && at === 0));
    const last = found.length > most ? items.at(-1) : undefined;
    c.header('Cache-Control', 'private, no-store');
    return c.json<PitchVersionList>({ items, nextCursor: last ? sealCursor(secret, list, { before: last.version }) : null });
  })
  .post('/:id/versions/:version/restore', access(['creator', 'production'], 'owner'), limit('write'), async (c) => {
    const services = c.get('services');
    const given = c.req.param('version');
    if (!/^[1-9]\d{0,8}$/.test(given)) throw notFound();
    // Whoever saw the pitch as it was before its draft's room wrote has seen those words in the draft.
    const { from, to } = await services.live.settleDraft(pathId(c));
    const seen = expectedVersion(c);
    const pitch = await restoreVersion(services, writeOf(services, pathId(c), userOf(c).id), Number(given), seen === from ? to : seen);
    services.defer(services.live.draftMoved(pitch.id, pitch.version));
    c.header('ETag', `"${pitch.version}"`);
    c.header('Cache-Control', 'private, no-store');
    return c.json(pitch);
  });
