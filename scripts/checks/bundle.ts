// node scripts/checks/bundle.ts [dist]: the weight of the built pages, gzip, against their budgets. Needs a finished `npm run build`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type BuildManifest, budgetsOf } from './bundle-rules.ts';
import { root } from './source-files.ts';

const dist = process.argv[2] ?? join(root, 'frontend', 'dist');
const manifestFile = join(dist, '.vite', 'manifest.json');
if (!existsSync(manifestFile)) {
  console.error(`${manifestFile} is missing: run npm run build first.`);
  process.exit(1);
}
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as BuildManifest;
const budgets = budgetsOf(manifest, (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).byteLength);
const inKb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
for (const { name, size, limit } of budgets) console.log(`${size > limit ? 'OVER' : 'ok  '} ${name}: ${inKb(size)} of ${inKb(limit)}`);
if (budgets.some(({ size, limit }) => size > limit)) process.exitCode = 1;
