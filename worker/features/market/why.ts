// Why a pitch stands where a reader sees it: the words it was found by, the filters it fulfils, its trend in parts, and what ties the reader to it.
import { z } from 'zod';
import { optionalRow, type Db } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { KeptCard } from '../pitches/queries.ts';
import { sortOf } from './browse.ts';
import { facetNames } from './filters.ts';
import { matchArguments, matchOf, MatchRow } from './highlights.ts';
import { trendWeights } from './lists.ts';
import { planSearch } from './plan.ts';
import { tagOf } from './queries.ts';
import type { Why, WhyQuery } from './schema.ts';
import { interestNow } from './trend.ts';

const Row = z.object({
  tags: z.array(z.string()), publishedAt: z.string(), views: z.int(), likes: z.int(), watchers: z.int(), comments: z.int(), pointsNow: z.number(), follows: z.boolean(), watching: z.boolean(),
});
const FoundRow = Row.and(MatchRow).and(z.object({ card: KeptCard }));

/** Null when there is no such published pitch. `readerId` is null for a visitor. */
export async function explain(db: Db, pitchId: string, readerId: string | null, query: z.output<typeof WhyQuery>, now: number): Promise<Why | null> {
  const plan = query.q === undefined ? null : await planSearch(db, query.q);
  const reader = sql`${readerId}::uuid`;
  const row = await optionalRow(db, plan?.anyWord ? FoundRow : Row, sql`
    SELECT p.tags, p.published_at AS "publishedAt", coalesce(s.views, 0) AS views, coalesce(s.likes, 0) AS likes, coalesce(s.watchers, 0) AS watchers, coalesce(s.comments, 0) AS comments, ${interestNow(new Date(now).toISOString())} AS "pointsNow",
      EXISTS (SELECT FROM follows f WHERE f.follower_id = ${reader} AND f.followed_id = p.owner_id) AS follows,
      EXISTS (SELECT FROM watchlist_items w WHERE w.user_id = ${reader} AND w.pitch_id = p.id) AS watching
      ${plan?.anyWord ? sql`, c.card, c.people, c."inGenres", c.passage` : sql.empty}
    FROM pitches p LEFT JOIN pitch_stats s ON s.pitch_id = p.id ${plan?.anyWord ? sql`JOIN found_cards(ARRAY[p.id], ${matchArguments(plan.anyWord)}) c ON true` : sql.empty} WHERE p.id = ${pitchId} AND p.status = 'published'`);
  if (!row) return null;
  const { tags, publishedAt, views, likes, watchers, comments, pointsNow, follows, watching } = row;
  const points = trendWeights.views * views + trendWeights.likes * likes + trendWeights.watchers * watchers + trendWeights.comments * comments;
  return {
    sort: sortOf({ ...query, limit: 1 }),
    fields: plan?.anyWord && 'people' in row ? matchOf(row.card, row, plan.anyWord).fields : [],
    filters: facetNames.flatMap((facet) => query[facet].filter((value) => tags.includes(tagOf(facet, value))).map((value) => ({ facet, value }))),
    publishedAt, follows, watching,
    trend: { views, likes, watchers, comments, points, pointsNow: Math.round(pointsNow * 10) / 10 },
  };
}
