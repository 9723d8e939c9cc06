// A real KV (Miniflare's) and a real Redis behind Upstash's protocol, with a server between that goes wrong on request.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { startRedis } from '../../scripts/local/redis.ts';
import { startUpstashBridge } from '../../scripts/local/upstash-bridge.ts';
import { startFaultyServer } from './faulty-server.ts';

export type KvFault = 'none' | 'throw' | 'hang' | 'refuse writes';

export async function startSharedTiers() {
  const folder = mkdtempSync(join(tmpdir(), 'pitchey-tiers-'));
  const redis = await startRedis({ dataDir: folder });
  if (!redis) throw new Error('These tests need a redis-server on PATH: apt-get install redis-server, or brew install redis.');
  const bridge = await startUpstashBridge({ redisPort: redis.port, redisPassword: redis.password, token: 'token-for-tests' });
  const gate = await startFaultyServer(bridge.url);
  const miniflare = new Miniflare(convertV4MiniflareOptions({
    modules: true, script: 'export default { fetch: () => new Response(null, { status: 404 }) }', compatibilityDate: '2026-10-01', kvNamespaces: ['CACHE'],
  }));
  const { CACHE } = await miniflare.getBindings<{ CACHE: KVNamespace }>();
  const kv = { fault: 'none' as KvFault, gets: 0, puts: [] as { key: string; text: string; at: number }[] };

  /** The real namespace, with what KV does on a bad day: it throws, keeps one waiting, or refuses a second write within a second. */
  const namespace = new Proxy(CACHE, {
    get: (target, name: keyof KVNamespace) => async (...args: unknown[]) => {
      if (name === 'get') kv.gets += 1;
      if (kv.fault === 'throw') throw new Error('KV GET failed: 503 Service Unavailable');
      if (kv.fault === 'hang') await new Promise(() => undefined);
      if (name === 'put') {
        if (kv.fault === 'refuse writes') throw new Error('KV PUT failed: 429 Too Many Requests');
        kv.puts.push({ key: String(args[0]), text: String(args[1]), at: performance.now() });
      }
      return (target[name] as (...args: unknown[]) => Promise<unknown>)(...args);
    },
  });

  return {
    namespace, kv, redis: gate,
    settings: { UPSTASH_REDIS_REST_URL: gate.url, UPSTASH_REDIS_REST_TOKEN: 'token-for-tests' },
    /** One Redis command, past the gate. */
    async command(...command: (string | number)[]): Promise<unknown> {
      const response = await fetch(bridge.url, { method: 'POST', headers: { authorization: 'Bearer token-for-tests' }, body: JSON.stringify(command) });
      return (await response.json() as { result: unknown }).result;
    },
    async stop() {
      await miniflare.dispose();
      await gate.stop();
      await bridge.stop();
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type SharedTiers = Awaited<ReturnType<typeof startSharedTiers>>;
