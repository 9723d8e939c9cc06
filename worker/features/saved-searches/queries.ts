// Saved searches of one person: ownership is in every WHERE clause.
import { z } from 'zod';
import { optionalRow, type Queryable, rows } from '../../platform/db/db.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import { tagOf } from '../market/queries.ts';
import type { FacetName, MarketFilters } from '../market/schema.ts';
import { isSuspended } from '../moderation/queries.ts';
import { type AlertFrequency, MOST_SEARCHES, SavedSearch } from './schema.ts';

const HOUR = 3_600_000;
/** ms between two mails of a search. */
const PERIODS: Partial<Record<AlertFrequency, number>> = { daily: 24 * HOUR, weekly: 7 * 24 * HOUR };

const Row = z.object({
  id: z.string(), name: z.string(), words: z.string(), genres: z.array(z.string()), formats: z.array(z.string()), stages: z.array(z.string()), budgetBands: z.array(z.string()),
  seekings: z.array(z.string()), frequency: z.string(), createdAt: z.string(),
});
const columns = sql`s.id, s.name, s.words, s.genres, s.formats, s.stages, s.budget_bands AS "budgetBands", s.seekings, s.frequency, s.created_at AS "createdAt"`;

const valuesOf = (facet: FacetName, tags: readonly string[]): string[] => tags.map((tag) => (facet === 'genre' ? tag : tag.slice(facet.length + 1)));

/** The filters of a row, as the market takes them. */
export function filtersOf({ words, genres, formats, stages, budgetBands, seekings }: Pick<z.output<typeof Row>, 'words' | 'genres' | 'formats' | 'stages' | 'budgetBands' | 'seekings'>): SavedSearch['filters'] {
  return SavedSearch.shape.filters.parse({
    ...(words !== '' && { q: words }), genre: valuesOf('genre', genres), format: valuesOf('format', formats), stage: valuesOf('stage', stages),
    budgetBand: valuesOf('budgetBand', budgetBands), seeking: valuesOf('seeking', seekings),
  });
}

const viewOf = ({ id, name, frequency, createdAt, ...stored }: z.output<typeof Row>): SavedSearch => SavedSearch.parse({ id, name, filters: filtersOf(stored), frequency, createdAt });

/** When the next mail of a search is due; null for one that has no times. */
const dueAt = (frequency: AlertFrequency, now: number): string | null => {
  const period = PERIODS[frequency];
  return period === undefined ? null : new Date(now + period).toISOString();
};

interface NewSearch { id: string; userId: string; name: string; filters: MarketFilters; query: Sql | null; frequency: AlertFrequency; now: number }

/** Null when the person keeps as many as one may. */
export async function insertSearch(db: Queryable, { id, userId, name, filters, query, frequency, now }: NewSearch): Promise<SavedSearch | null> {
  const tags = (facet: FacetName): Sql => sql`${filters[facet].map((value) => tagOf(facet, value))}::text[]`;
  const at = new Date(now).toISOString();
  const made = await optionalRow(db, Row, sql`
    INSERT INTO saved_searches AS s (id, user_id, name, words, query, genres, formats, stages, budget_bands, seekings, frequency, since, due_at, created_at)
    SELECT ${id}::uuid, ${userId}::uuid, ${name}, ${filters.q ?? ''}, ${query ?? sql`NULL::tsquery`}, ${tags('genre')}, ${tags('format')}, ${tags('stage')}, ${tags('budgetBand')}, ${tags('seeking')},
      ${frequency}, ${at}::timestamptz, ${dueAt(frequency, now)}::timestamptz, ${at}::timestamptz
    WHERE (SELECT count(*) FROM saved_searches WHERE user_id = ${userId}) < ${MOST_SEARCHES}
    RETURNING ${columns}`);
  return made && viewOf(made);
}

/** All of a person, newest first. */
export const selectSearches = async (db: Queryable, userId: string): Promise<SavedSearch[]> =>
  (await rows(db, Row, sql`SELECT ${columns} FROM saved_searches s WHERE s.user_id = ${userId} ORDER BY s.created_at DESC, s.id DESC LIMIT ${MOST_SEARCHES}`)).map(viewOf);

/** Another frequency starts anew: what was published while alerts were off is no news. */
export async function updateSearch(db: Queryable, id: string, userId: string, { name, frequency }: { name?: string | undefined; frequency?: AlertFrequency | undefined }, now: number): Promise<SavedSearch | null> {
  const changed = await optionalRow(db, Row, sql`
    UPDATE saved_searches s SET name = coalesce(${name}::text, name)
      ${frequency === undefined ? sql.empty : sql`, frequency = ${frequency}, due_at = CASE WHEN frequency = ${frequency} THEN due_at ELSE ${dueAt(frequency, now)}::timestamptz END,
        since = CASE WHEN frequency = 'off' THEN ${new Date(now).toISOString()}::timestamptz ELSE since END`}
    WHERE s.id = ${id} AND s.user_id = ${userId} RETURNING ${columns}`);
  return changed && viewOf(changed);
}

export const deleteSearch = (id: string, userId: string): Sql => sql`DELETE FROM saved_searches WHERE id = ${id} AND user_id = ${userId}`;

/** Alerts off, for whoever holds the search's own token. Gives its name, or null when there is no such search any more. */
export const silenceSearch = async (db: Queryable, id: string) =>
  optionalRow(db, z.object({ name: z.string() }), sql`UPDATE saved_searches SET frequency = 'off', due_at = NULL WHERE id = ${id} RETURNING name`);

/** Whether pitch `p` is what search `s` looks for and may be told to its person: not their own, and no block stands between the two. */
export const fits = sql`p.status = 'published' AND p.owner_id <> s.user_id
  AND (s.query IS NULL OR p.search @@ s.query)
  AND (s.genres = '{}' OR p.tags && s.genres) AND (s.formats = '{}' OR p.tags && s.formats) AND (s.stages = '{}' OR p.tags && s.stages)
  AND (s.budget_bands = '{}' OR p.tags && s.budget_bands) AND (s.seekings = '{}' OR p.tags && s.seekings)
  AND NOT EXISTS (SELECT FROM blocks b WHERE (b.blocker_id = s.user_id AND b.blocked_id = p.owner_id) OR (b.blocker_id = p.owner_id AND b.blocked_id = s.user_id))`;

export const Found = Row.extend({
  userId: z.string(), count: z.int(),
  /** The newest few. */
  pitches: z.array(z.object({ slug: z.string(), title: z.string() })),
});
export type Found = z.output<typeof Found>;

/** Of `found` (search_id, pitch_id): one row a search with whom to tell and what. A suspended account gets no mail. */
const telling = sql`
  SELECT ${columns}, u.id AS "userId", f.count, f.pitches
  FROM (SELECT x.search_id, count(*)::int AS count, (array_agg(json_build_object('slug', p.slug, 'title', p.title) ORDER BY p.published_at DESC, p.id DESC))[1:3] AS pitches
        FROM found x JOIN pitches p ON p.id = x.pitch_id GROUP BY x.search_id) f
  JOIN saved_searches s ON s.id = f.search_id JOIN users u ON u.id = s.user_id AND u.email_verified AND NOT ${isSuspended(sql`u.id`)}`;

/** Notes, for at most `most` searches that want to know at once, that a pitch was told, and gives them. A search that was told before is not among them. */
export const takeInstant = (pitchId: string, at: string, most: number): Sql => sql`
  WITH found AS (
    INSERT INTO saved_search_alerts (search_id, pitch_id, created_at)
    SELECT s.id, p.id, ${at}::timestamptz FROM saved_searches s JOIN pitches p ON p.id = ${pitchId}
    WHERE s.frequency = 'instant' AND s.since < p.published_at AND ${fits} AND NOT EXISTS (SELECT FROM saved_search_alerts a WHERE a.search_id = s.id AND a.pitch_id = p.id)
    LIMIT ${most} ON CONFLICT DO NOTHING RETURNING search_id, pitch_id)
  ${telling}`;

/** How long a pitch may have been away between its first publication and now, and still be news. */
const OVERLAP = sql`interval '7 days'`;
const MOST_PITCHES = 200;

/** Moves at most `most` searches whose time has come to their next one, notes what is new to each, and gives those that found something, besides how many were moved. */
export const takeDue = (at: string, most: number): Sql => sql`
  WITH due AS MATERIALIZED (
    SELECT id, greatest(since, looked_at - ${OVERLAP}) AS earliest FROM saved_searches WHERE due_at <= ${at}::timestamptz ORDER BY due_at LIMIT ${most} FOR UPDATE SKIP LOCKED
  ), moved AS (
    UPDATE saved_searches s SET looked_at = ${at}::timestamptz, due_at = ${at}::timestamptz + CASE s.frequency WHEN 'daily' THEN interval '1 day' ELSE interval '7 days' END FROM due WHERE s.id = due.id
  ), found AS (
    INSERT INTO saved_search_alerts (search_id, pitch_id, created_at)
    SELECT s.id, n.id, ${at}::timestamptz FROM due JOIN saved_searches s ON s.id = due.id CROSS JOIN LATERAL (
      SELECT p.id FROM pitches p WHERE p.published_at > due.earliest AND ${fits} AND NOT EXISTS (SELECT FROM saved_search_alerts a WHERE a.search_id = s.id AND a.pitch_id = p.id)
      ORDER BY p.published_at DESC, p.id DESC LIMIT ${MOST_PITCHES}) n
    ON CONFLICT DO NOTHING RETURNING search_id, pitch_id)
  SELECT (SELECT count(*)::int FROM due) AS moved, (SELECT json_agg(t) FROM (${telling}) t) AS told`;
