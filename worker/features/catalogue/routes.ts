// The closed lists. They change only with a deploy, so anyone may keep the answer for an hour.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { jsonText } from '../../http/json-text.ts';
import { limit } from '../../http/limit.ts';
import * as lists from './lists.ts';
import { Catalogue } from './schema.ts';

const { formats, genres, stages, budgetBands, gates, askKinds, portals, teamStatuses, pitchStatuses, currencies, protectedFields, gatedParts, sorts, seekings, fileKinds } = lists;

let answer: string | undefined;
/** Parsed once, for the first who asks: a start makes no schema. */
const written = () => (answer ??= JSON.stringify(Catalogue.parse({
  formats, genres, stages, budgetBands, gates, askKinds, portals, teamStatuses, pitchStatuses, currencies, protectedFields, gatedParts, sorts, seekings, fileKinds,
})));

export const catalogue = new Hono<AppEnv>()
  .get('/', access('public'), limit('read'), (c) => {
    c.header('Cache-Control', 'public, max-age=3600, stale-while-revalidate=86400');
    return jsonText<Catalogue>(c, written());
  });
