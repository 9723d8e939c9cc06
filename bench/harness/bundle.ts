// The Worker as it is deployed: bundled by wrangler with the flags of deploy-environment.yml, plus the routes that only a benchmark has.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { unstable_readConfig as readConfig } from 'wrangler';

const root = resolve(import.meta.dirname, '../..');
const quiet = { WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_CF_FETCH_ENABLED: 'false', NODE_ENV: 'production' };

export interface Bundle {
  folder: string;
  main: string;
  compatibilityDate: string;
  compatibilityFlags: readonly string[];
}

/** Bundles an entry (path from the project's root) into a folder of its own, by the project's configuration or another. Throws with wrangler's words. */
export async function bundle(entry: string, folder = mkdtempSync(join(tmpdir(), 'pitchey-bundle-')), configuration = 'wrangler.toml'): Promise<Bundle> {
  await promisify(execFile)('wrangler', ['deploy', entry, '--dry-run', '--minify', '--outdir', folder, '--env', '', '--config', configuration], { cwd: root, env: { ...process.env, ...quiet }, maxBuffer: 64 * 1024 * 1024 });
  const config = readConfig({ config: join(root, configuration) });
  const main = readdirSync(folder).find((name) => name === `${entry.split('/').pop()?.replace(/\.ts$/, '')}.js`);
  if (!main) throw new Error(`wrangler wrote no entry for ${entry} to ${folder}`);
  return { folder, main, compatibilityDate: config.compatibility_date ?? '', compatibilityFlags: config.compatibility_flags };
}

/** Bytes of a bundle, minified as deployed: JavaScript (raw and gzip -9), and WASM apart. */
export function sizes({ folder }: Bundle): { javascript: number; javascriptGzip: number; wasm: number; wasmGzip: number } {
  const total = { javascript: 0, javascriptGzip: 0, wasm: 0, wasmGzip: 0 };
  for (const name of readdirSync(folder)) {
    if (!/\.(?:js|mjs|wasm)$/.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    const kind = name.endsWith('.wasm') ? 'wasm' : 'javascript';
    total[kind] += bytes.length;
    total[`${kind}Gzip`] += gzipSync(bytes, { level: 9 }).length;
  }
  return total;
}
