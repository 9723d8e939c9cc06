// Mounted before the session: health must answer when nothing else does.
import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { sql } from '../../platform/db/sql.ts';

type Check = { ok: boolean; ms: number; error?: string };

async function timed(work: () => Promise<unknown>): Promise<Check> {
  const started = performance.now();
  try {
    await work();
    return { ok: true, ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { ok: false, ms: Math.round(performance.now() - started), error: String(error).slice(0, 200) };
  }
}

export const health = new Hono<AppEnv>()
  .get('/', access('public'), limit('read'), (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ status: 'ok', version: c.get('settings').VERSION });
  })
  .get('/deep', access('ops'), limit('read'), async (c) => {
    const { db, storage, epochs, cache } = c.get('services');
    const [database, objects, rooms] = await Promise.all([
      timed(() => db.query(sql`SELECT 1 AS one`)),
      timed(() => storage.head('health/none')),
      timed(() => epochs.current('health', 0)),
    ]);
    const tiers = await Promise.all(cache.tiers.map(async ({ name, ping }) => [name, await timed(ping)] as const));
    const checks: Record<string, Check> = { database, storage: objects, rooms, ...Object.fromEntries(tiers) };
    const ok = Object.values(checks).every((check) => check.ok);
    c.header('Cache-Control', 'no-store');
    return c.json({ status: ok ? 'ok' : 'degraded', checks }, ok ? 200 : 503);
  });
