// Comps with honest context: known titles to choose from, and what became of all films like the one that is pitched.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { sourceGenres } from './genres.ts';
import { searchTitles, selectContext } from './queries.ts';
import { type CompContext, CompContextQuery, type CompSearch, CompSearchQuery, DATA_UNTIL, SOURCE } from './schema.ts';

/** To two decimals: more would claim a precision that the source does not have. */
const round = (value: number): number => Math.round(value * 100) / 100;

export const comps = new Hono<AppEnv>()
  // The same for everybody, and it changes with a migration only.
  .use(async (c, next) => { c.header('Cache-Control', 'public, max-age=3600'); await next(); })
  .get('/search', access('public'), limit('read'), valid('query', CompSearchQuery), async (c) =>
    c.json<CompSearch>({ items: await searchTitles(c.get('services').db, c.req.valid('query').q), source: SOURCE, dataUntil: DATA_UNTIL }))
  .get('/context', access('public'), limit('read'), valid('query', CompContextQuery), async (c) => {
    const { genre, budgetBand, title = [] } = c.req.valid('query');
    const counted = sourceGenres[genre];
    const { quartiles, ...figures } = await selectContext(c.get('services').db, { genre: counted, band: budgetBand, titles: title });
    const [lower, median, upper] = quartiles ?? [];
    return c.json<CompContext>({
      ...figures, films: counted?.films ?? 'films of every genre', ofGenre: counted !== undefined,
      medianMultiple: median === undefined ? null : round(median),
      quartiles: lower === undefined || upper === undefined ? null : { lower: round(lower), upper: round(upper) },
      lossShare: figures.count === 0 ? null : round(figures.losses / figures.count),
      source: SOURCE, dataUntil: DATA_UNTIL,
    });
  });
