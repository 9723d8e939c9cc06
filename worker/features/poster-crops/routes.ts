import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { cropPoster, readCrop, readWhole } from './actions.ts';
import { CropChange } from './schema.ts';

const makers = ['creator', 'production'] as const;

/** Mounted under /api/pitches. */
export const posterCrops = new Hono<AppEnv>()
  .get('/:id/poster/crop', access(makers, 'owner'), limit('read'), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json(await readCrop(c.get('services'), pathId(c), userOf(c).id));
  })
  .get('/:id/poster/whole', access(makers, 'owner'), limit('read'), async (c) => {
    const { body, size } = await readWhole(c.get('services'), pathId(c), userOf(c).id);
    return c.body(body, 200, { 'Content-Type': 'image/webp', 'Content-Length': String(size), 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; sandbox" });
  })
  .put('/:id/poster/crop', access(makers, 'owner'), limit('upload'), valid('json', CropChange), async (c) =>
    c.json(await cropPoster(c.get('services'), pathId(c), userOf(c).id, c.req.valid('json').crop)));
