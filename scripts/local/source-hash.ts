import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

const skipped = new Set(['dist', 'node_modules', '.wrangler', '.vite']);

/** SHA-256 over the names and bytes of files and folders below `root`; tests and what is built are left out. */
export function sourceHash(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(join(root, source))) hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap((entry) => {
    if (skipped.has(entry.name) || entry.name.startsWith('dist-') || /\.test\.tsx?$/.test(entry.name)) return [];
    const at = join(path, entry.name);
    return entry.isDirectory() ? filesOf(at) : [at];
  });
}
