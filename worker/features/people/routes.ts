// Public profiles, and the credits on one's own.
import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { isHeld } from '../../http/etag.ts';
import { jsonText } from '../../http/json-text.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { announceProfile } from './actions.ts';
import { replaceCredits, selectCredits, selectIsBlocked, selectOptionalPerson } from './queries.ts';
import { Credits, Handle, type Person } from './schema.ts';

export const people = new Hono<AppEnv>()
  .get('/:handle', access('public'), limit('read'), async (c) => {
    const { db, cache, clock } = c.get('services');
    const given = Handle.safeParse(c.req.param('handle'));
    if (!given.success || !/^[a-z0-9-]+$/.test(given.data)) throw notFound();
    const [handle, actor] = [given.data, c.get('actor')];
    const [cached, isBlocked] = await Promise.all([
      // Under the market's epoch: a profile shows published pitches, and every change of a profile bumps it too.
      cache.read<Person>('personPublic', handle, 'market', () => selectOptionalPerson(db, handle, clock.now())),
      // Of this reader, so never from a shared copy.
      actor.kind === 'user' ? selectIsBlocked(db, actor.id, handle) : false,
    ]);
    if (cached.value === null || isBlocked) throw notFound();
    c.header('Cache-Control', actor.kind === 'anonymous' ? 'public, max-age=0, must-revalidate' : 'private, max-age=0, must-revalidate');
    return isHeld(c, cached.json) ? (c.body(null, 304) as unknown as ReturnType<typeof jsonText<Person>>) : jsonText<Person>(c, cached.json);
  });

/** Mounted under /api/me. */
export const myCredits = new Hono<AppEnv>()
  .get('/credits', access('user', 'own'), limit('read'), async (c) => c.json(await selectCredits(c.get('services').db, userOf(c).id)))
  .put('/credits', access('user', 'own'), limit('write'), valid('json', Credits), async (c) => {
    const services = c.get('services');
    const credits = c.req.valid('json');
    await replaceCredits(services.db, userOf(c).id, credits);
    await announceProfile(services);
    return c.json(credits);
  });
