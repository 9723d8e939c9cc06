// Public profiles.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { isHeld } from '../../http/etag.ts';
import { jsonText } from '../../http/json-text.ts';
import { limit } from '../../http/limit.ts';
import { notFound } from '../../platform/app-error.ts';
import { selectOptionalPerson } from './queries.ts';
import { Handle, type Person } from './schema.ts';

export const people = new Hono<AppEnv>()
  .get('/:handle', access('public'), limit('read'), async (c) => {
    const { db, cache } = c.get('services');
    const handle = Handle.safeParse(c.req.param('handle'));
    if (!handle.success || !/^[a-z0-9-]+$/.test(handle.data)) throw notFound();
    // Under the market's epoch: a profile shows published pitches, and a change of a name or a handle bumps it too.
    const cached = await cache.read<Person>('personPublic', handle.data, 'market', () => selectOptionalPerson(db, handle.data));
    if (cached.value === null) throw notFound();
    c.header('Cache-Control', c.get('actor').kind === 'anonymous' ? 'public, max-age=0, must-revalidate' : 'private, max-age=0, must-revalidate');
    return isHeld(c, cached.json) ? (c.body(null, 304) as unknown as ReturnType<typeof jsonText<Person>>) : jsonText<Person>(c, cached.json);
  });
