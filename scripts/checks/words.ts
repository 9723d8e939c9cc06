// node scripts/checks/words.ts: what must not stand in the project's texts.
import { forbiddenIn } from './word-rules.ts';
import { projectFiles, readProjectFile } from './source-files.ts';

const binary = /\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|ttf|otf|pdf|wasm|gz|zip|mp4)$/;
const paths = projectFiles((path) => !binary.test(path) && path !== 'package-lock.json');
const problems = paths.flatMap((path) => forbiddenIn(path, readProjectFile(path)));
for (const problem of problems) console.error(`  ${problem}`);
console.log(`words: ${paths.length} files`);
if (problems.length > 0) process.exitCode = 1;
