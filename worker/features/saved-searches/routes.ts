import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { execute } from '../../platform/db/db.ts';
import { lastingQuery } from '../market/actions.ts';
import { deleteSearch, insertSearch, selectSearches, updateSearch } from './queries.ts';
import { MOST_SEARCHES, type SavedSearchList, SavedSearchCreate, SavedSearchPatch } from './schema.ts';

export const savedSearches = new Hono<AppEnv>()
  .get('/', access('user'), limit('read'), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json<SavedSearchList>({ items: await selectSearches(c.get('services').db, userOf(c).id), nextCursor: null });
  })
  .post('/', access('user'), limit('create'), valid('json', SavedSearchCreate), async (c) => {
    const { db, clock, newId } = c.get('services');
    const { name, filters, frequency } = c.req.valid('json');
    const query = filters.q === undefined ? null : await lastingQuery(db, filters.q);
    const made = await insertSearch(db, { id: newId(), userId: userOf(c).id, name, filters, query, frequency, now: clock.now() });
    if (!made) throw new AppError('conflict', `You keep ${MOST_SEARCHES} searches already. Delete one you no longer need, then save this one.`);
    return c.json(made, 201);
  })
  .patch('/:id', access('user', 'own search'), limit('write'), valid('json', SavedSearchPatch), async (c) => {
    const { db, clock } = c.get('services');
    const changed = await updateSearch(db, pathId(c), userOf(c).id, c.req.valid('json'), clock.now());
    if (!changed) throw notFound();
    return c.json(changed);
  })
  .delete('/:id', access('user', 'own search'), limit('write'), async (c) => {
    if ((await execute(c.get('services').db, deleteSearch(pathId(c), userOf(c).id))) === 0) throw notFound();
    return c.body(null, 204);
  });
