// The market: published pitches for anybody. Nothing in a list depends on who asks, so one copy serves all.
import { Hono, type Context } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { isHeld } from '../../http/etag.ts';
import { jsonText } from '../../http/json-text.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { hiddenPeople } from '../follows/actions.ts';
import type { Cached } from '../../platform/cache/tiered.ts';
import { browse, sortOf } from './browse.ts';
import { countFacets } from './facets.ts';
import { listName } from './filters.ts';
import { type Facets, MarketFilters, MarketQuery, type PitchList, SuggestQuery, type Suggestions, WhyQuery } from './schema.ts';
import { suggest } from './suggest.ts';
import { explain } from './why.ts';

/**
 * The cached text as it is. A signed-in reader's browser keeps no copy that a proxy could share. `without` leaves out whom the reader
 * shall not meet, from what everybody shares: the page gets shorter, the cached copy stays as it is.
 */
async function answer<T>(c: Context<AppEnv>, shared: Cached<T>, without?: (value: T, hidden: ReadonlySet<string>) => T) {
  const hidden = without && (await hiddenPeople(c));
  const cached = without && hidden && hidden.size > 0 && shared.value !== null ? { ...shared, json: JSON.stringify(without(shared.value, hidden)) } : shared;
  c.header('Cache-Control', c.get('actor').kind === 'anonymous' ? 'public, max-age=0, must-revalidate' : 'private, max-age=0, must-revalidate');
  if (cached.stale) c.header('Warning', '110 - "Response is Stale"');
  return isHeld(c, cached.json) ? (c.body(null, 304) as unknown as ReturnType<typeof jsonText<T>>) : jsonText<T>(c, cached.json);
}

function withoutOwners(list: PitchList, hidden: ReadonlySet<string>): PitchList {
  const items = list.items.filter(({ creator }) => !hidden.has(creator.id));
  const shown = new Set(items.map(({ id }) => id));
  return { ...list, items, ...(list.matches && { matches: Object.fromEntries(Object.entries(list.matches).filter(([id]) => shown.has(id))) }) };
}
const withoutPeople = (found: Suggestions, hidden: ReadonlySet<string>): Suggestions => ({ ...found, people: found.people.filter(({ id }) => !hidden.has(id)) });

export const market = new Hono<AppEnv>()
  .get('/', access('public'), limit('read'), valid('query', MarketQuery), async (c) => {
    const { db, cache } = c.get('services');
    const query = c.req.valid('query');
    const key = `${listName(query, sortOf(query))}:${query.limit}:${query.cursor ?? ''}`;
    return answer(c, await cache.read<PitchList>('marketList', key, 'market', () => browse(db, query, c.get('settings').BETTER_AUTH_SECRET)), withoutOwners);
  })
  .get('/facets', access('public'), limit('read'), valid('query', MarketFilters), async (c) => {
    const { db, cache } = c.get('services');
    const filters = c.req.valid('query');
    return answer(c, await cache.read<Facets>('marketFacets', listName(filters), 'market', () => countFacets(db, filters)));
  })
  .get('/suggest', access('public'), limit('read'), valid('query', SuggestQuery), async (c) => {
    const { db, cache } = c.get('services');
    const { q } = c.req.valid('query');
    return answer(c, await cache.read<Suggestions>('marketSuggest', q.toLowerCase(), 'market', () => suggest(db, q.toLowerCase())), withoutPeople);
  })
  // Depends on who asks, so no shared copy is kept of it.
  .get('/:id/why', access('public'), limit('read'), valid('query', WhyQuery), async (c) => {
    const { db, clock } = c.get('services');
    const actor = c.get('actor');
    const why = await explain(db, pathId(c), actor.kind === 'user' ? actor.id : null, c.req.valid('query'), clock.now());
    if (!why) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json(why);
  });
