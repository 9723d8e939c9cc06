// Which pitches a benchmark reads, and as whom.
import type pg from 'pg';

/** The reader of harness/settings.ts: signed in, owner of nothing. */
export const VIEWER = '019a0000-0000-7000-8000-000000000001';

/** Ids of published pitches, in the order of the ids; every one, so that a uniform choice touches the whole table. */
export async function publishedIds(client: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM pitches WHERE status = 'published' ORDER BY id");
  if (rows.length === 0) throw new Error('the database holds no published pitch');
  return rows.map(({ id }) => id);
}
