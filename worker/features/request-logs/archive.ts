// A day of request logs as gzip NDJSON in the object store: parts of bounded size, so that no day is too long for a Worker's memory.
import { z } from 'zod';
import { rows, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Storage } from '../../platform/storage/storage.ts';

/** Rows of one answer, and of one part. */
const PAGE = 5_000;
const PART = 100_000;

/** Who asked is left out: the archive outlives what a person may ask to be erased. */
const Line = z.object({ at: z.string(), id: z.string(), line: z.string() });

interface Place {
  at: string;
  id: string;
}

const selectPage = (db: Queryable, first: string, after: Place | null) => rows(db, Line, sql`
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, id, (to_jsonb(r) - 'actor_id')::text AS line FROM request_logs r
  WHERE at >= ${first}::timestamptz AND at < ${first}::timestamptz + interval '1 day' ${after ? sql`AND (at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql.empty}
  ORDER BY at, id LIMIT ${PAGE}`);

async function gzip(chunks: readonly Uint8Array[]): Promise<ArrayBuffer> {
  const { readable, writable } = new CompressionStream('gzip');
  const packed = new Response(readable).arrayBuffer();
  const writer = writable.getWriter();
  for (const chunk of chunks) await writer.write(chunk as Uint8Array<ArrayBuffer>);
  await writer.close();
  return packed;
}

export const archiveKey = (day: string, part: number): string => `request-logs/${day.replaceAll('-', '/')}/${String(part).padStart(4, '0')}.ndjson.gz`;

export interface Archived {
  lines: number;
  parts: number;
  bytes: number;
}

/** Puts a day (UTC, `YYYY-MM-DD`) away. Doing it again writes the same parts again. */
export async function archiveDay(db: Queryable, storage: Storage, day: string): Promise<Archived> {
  const done: Archived = { lines: 0, parts: 0, bytes: 0 };
  const encoder = new TextEncoder();
  let after: Place | null = null;
  let chunks: Uint8Array[] = [];
  let held = 0;
  async function putPart(): Promise<void> {
    if (held === 0) return;
    const packed = await gzip(chunks);
    await storage.put(archiveKey(day, done.parts + 1), packed, 'application/gzip');
    Object.assign(done, { lines: done.lines + held, parts: done.parts + 1, bytes: done.bytes + packed.byteLength });
    [chunks, held] = [[], 0];
  }
  for (;;) {
    const page: z.output<typeof Line>[] = await selectPage(db, `${day}T00:00:00Z`, after);
    const last = page.at(-1);
    if (last) {
      chunks.push(encoder.encode(`${page.map(({ line }) => line).join('\n')}\n`));
      held += page.length;
      after = { at: last.at, id: last.id };
    }
    if (held >= PART || page.length < PAGE) await putPart();
    if (page.length < PAGE) return done;
  }
}
