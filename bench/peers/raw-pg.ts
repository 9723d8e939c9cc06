// node bench/peers/raw-pg.ts <url>: the same statement over a pool of eight connections, no HTTP, no parsing of rows. Reads `{"seconds": n}` lines and
// answers each with what it measured.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { toStatement } from '../../worker/platform/db/sql.ts';
import { selectView } from '../../worker/features/pitches/view.ts';
import { publishedIds, VIEWER } from '../harness/pitch-ids.ts';
import { seeded } from '../harness/stats.ts';

const CONCURRENCY = 16;
const pool = new pg.Pool({ connectionString: process.argv[2], max: 8 });
const ids = await publishedIds(pool);
const random = seeded(3);
const statement = (id: string) => toStatement(selectView({ id }, VIEWER, ['public', 'member'], Date.now()));
console.log(JSON.stringify({ ids: ids.length }));

for await (const line of createInterface({ input: process.stdin })) {
  const { seconds } = JSON.parse(line) as { seconds: number };
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(Array.from({ length: CONCURRENCY }, async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      const id = ids[Math.floor(random() * ids.length)] as string;
      const { text, values } = statement(id);
      const { rows } = await pool.query<{ id: string }>(text, values);
      if (rows.length !== 1 || rows[0]?.id !== id) throw new Error(`the database gave ${rows.length} rows for ${id}`);
      latencies.push(performance.now() - at);
    }
  }));
  console.log(JSON.stringify({ rate: latencies.length / ((performance.now() - started) / 1000), latencies }));
}
await pool.end();
