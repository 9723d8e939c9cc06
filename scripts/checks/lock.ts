// node scripts/checks/lock.ts: what `npm ci` on another machine would trip over.
import { type Manifest } from './packages.ts';
import { readProjectFile } from './source-files.ts';
import { lockProblems, type Lock } from './lock-rules.ts';

const manifest = JSON.parse(readProjectFile('package.json')) as Manifest;
const lock = JSON.parse(readProjectFile('package-lock.json')) as Lock;
const problems = lockProblems(manifest, lock);
for (const problem of problems) console.error(`  ${problem}`);
console.log(`lock: ${Object.keys(lock.packages).length} packages`);
if (problems.length > 0) process.exitCode = 1;
