// What other features select or keep right of a pitch: the columns of a card, and how a row becomes the wire type.
import { z } from 'zod';
import type { Actor } from '../../http/context.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Gate } from '../catalogue/lists.ts';
import { type Tier, tierOf, visible } from './gates.ts';
import { PitchCard, Stats } from './schema.ts';

/** Outbox topic: a pitch came into the market, for the first time or again. Payload `{pitchId}`. */
export const PUBLISHED_TOPIC = 'pitch.published';

/** Columns of a card but its creator; `p` is the pitch, and the joins of `cardTables` are there. */
export const cardFields = sql`
  p.id, p.slug, p.title, p.logline, p.format, p.genres, p.stage, p.budget_band AS "budgetBand", p.published_at AS "publishedAt",
  (SELECT json_build_object('fileId', f.id, 'width', f.width, 'height', f.height, 'blurhash', f.blurhash)
     FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND m.kind = 'poster') AS poster,
  json_build_object('views', coalesce(s.views, 0), 'likes', coalesce(s.likes, 0), 'watchers', coalesce(s.watchers, 0), 'comments', coalesce(s.comments, 0)) AS stats,
  (EXISTS (SELECT FROM pitch_protected x WHERE x.pitch_id = p.id AND x.gate IN ('nda', 'deal') AND (x.body <> '' OR x.plan IS NOT NULL))
    OR EXISTS (SELECT FROM pitch_media m JOIN files f ON f.id = m.file_id WHERE m.pitch_id = p.id AND f.gate IN ('nda', 'deal'))) AS "ndaRequired"`;

/** Columns of a card. */
export const cardColumns = sql`${cardFields}, json_build_object('id', u.id, 'name', u.name, 'handle', pr.handle) AS creator`;

/** Joins for `cardColumns`. */
export const cardTables = sql`
  JOIN users u ON u.id = p.owner_id
  JOIN profiles pr ON pr.user_id = p.owner_id
  LEFT JOIN pitch_stats s ON s.pitch_id = p.id`;

export const PosterRow = z.object({ fileId: z.string(), width: z.int(), height: z.int(), blurhash: z.string().nullable() }).nullable();

/** Where the browser finds a poster. Sizes are asked for with `?w=`. */
export function posterOf(row: z.output<typeof PosterRow>): PitchCard['poster'] {
  return row && { url: `/api/files/${row.fileId}`, width: row.width, height: row.height, blurhash: row.blurhash };
}

export const CardRow = PitchCard.omit({ poster: true }).extend({ poster: PosterRow.transform(posterOf), stats: Stats });

/** A card as `pitch_cards` keeps it, which has no counters. Its text is made by one function of the database alone. */
export const KeptCard = z.string().transform((text): Omit<PitchCard, 'stats'> => {
  const { poster, ...card } = JSON.parse(text) as Omit<z.input<typeof CardRow>, 'stats'>;
  return { ...card, poster: posterOf(poster) };
});

/** Keeps the search names of someone's pitches right after a change of name; run it in the transaction of that change. */
export const refreshPeople = (ownerId: string): Sql => sql`
  UPDATE pitches p SET people = concat_ws(' ', u.name, pr.company_name, (SELECT string_agg(t.name, ' ' ORDER BY t.position) FROM pitch_team t WHERE t.pitch_id = p.id))
  FROM users u LEFT JOIN profiles pr ON pr.user_id = u.id WHERE u.id = ${ownerId} AND p.owner_id = u.id`;

/** Whether a gate is open to somebody on a pitch: the permission function, for features that serve what a gate guards. */
export const isOpenTo = (actor: Actor, guarded: { ownerId: string; gate: Gate; opened: Tier | null }): boolean => visible(guarded.gate, tierOf(actor, guarded.ownerId, guarded.opened));
