// node scripts/checks/docs.ts: every path and every npm script that the documents name exists.
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { citations } from './doc-rules.ts';
import type { Manifest } from './packages.ts';
import { projectFiles, readProjectFile, root } from './source-files.ts';

const documents = projectFiles((path) => path.endsWith('.md'));
const scripts = (JSON.parse(readProjectFile('package.json')) as Manifest).scripts ?? {};
const exists = (path: string): boolean => (/[*]/.test(path) ? globSync(path, { cwd: root, exclude: ['node_modules'] }).length > 0 : existsSync(join(root, path)));

let cited = 0;
let wrong = 0;
for (const document of documents) {
  const found = citations(readProjectFile(document), dirname(document));
  cited += found.paths.length + found.scripts.length;
  const lost = [...found.paths.filter((path) => !exists(path)).map((path) => `${path}, which is not there`), ...found.scripts.filter((name) => !(name in scripts)).map((name) => `npm run ${name}, which package.json does not have`)];
  for (const what of lost) console.error(`  ${document} names ${what}`);
  wrong += lost.length;
}
console.log(`docs: ${documents.length} documents, ${cited} citations`);
if (cited === 0) console.error('The documents cite nothing: the reader is broken.');
if (wrong > 0 || cited === 0) process.exitCode = 1;
