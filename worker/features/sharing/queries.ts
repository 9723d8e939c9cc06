import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { cardColumns, CardRow, cardTables } from '../pitches/queries.ts';

/** The card of a published pitch, by slug; null for anything else, whoever asks. */
export const selectSharedCard = (db: Queryable, slug: string) =>
  optionalRow(db, CardRow, sql`SELECT ${cardColumns} FROM pitches p ${cardTables} WHERE p.slug = ${slug} AND p.status = 'published'`);
