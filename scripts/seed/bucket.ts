// The local R2 that `wrangler dev --persist-to` reads: the same engine, opened on the same folder before the Worker starts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { createR2Storage } from '../../worker/platform/storage/r2.ts';
import type { Storage } from '../../worker/platform/storage/storage.ts';

export type Bucket = { put(key: string, bytes: Buffer, contentType: string): Promise<void>; storage: Storage; close(): Promise<void> };

/** Name of the bucket behind the top-level FILES binding. Throws when the configuration has none. */
export function bucketName(config: string): string {
  const top = config.split(/^\[env\./m)[0] as string;
  const block = top
    .split(/^\[\[r2_buckets\]\]\s*$/m)
    .slice(1)
    .find((text) => /^\s*binding\s*=\s*"FILES"/m.test(text));
  const name = block && /^\s*bucket_name\s*=\s*"([^"]+)"/m.exec(block)?.[1];
  if (!name) throw new Error('wrangler.toml has no R2 bucket bound as FILES.');
  return name;
}

/** `persistDir` is wrangler's --persist-to; it keeps its resources in the folder v3 below it. */
export async function openBucket(persistDir: string, configPath: string): Promise<Bucket> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      modules: true,
      script: 'export default { fetch: () => new Response(null, { status: 404 }) }',
      compatibilityDate: '2026-10-01',
      r2Buckets: { FILES: bucketName(readFileSync(configPath, 'utf8')) },
      resourcePersistencePath: join(persistDir, 'v3'),
    }),
  );
  const { FILES } = await miniflare.getBindings<{ FILES: R2Bucket }>();
  return {
    put: async (key, bytes, contentType) => {
      await FILES.put(key, new Uint8Array(bytes), { httpMetadata: { contentType } });
    },
    storage: createR2Storage(FILES),
    close: () => miniflare.dispose(),
  };
}
