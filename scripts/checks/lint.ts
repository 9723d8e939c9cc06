// node scripts/checks/lint.ts: oxlint with types, and proof that it read the project.
import { spawnSync } from 'node:child_process';
import { root } from './source-files.ts';

const { status, stdout, stderr } = spawnSync('oxlint', ['--deny-warnings', '--report-unused-disable-directives', '.'], { cwd: root, encoding: 'utf8' });
const output = `${stdout ?? ''}${stderr ?? ''}`;
const files = Number(/on (\d+) files/.exec(output)?.[1] ?? 0);
if (status !== 0) console.error(output.trim());
// A linter that finds nothing to read is content as well.
if (files === 0) console.error('oxlint read no file.');
console.log(`lint: ${files} files`);
process.exitCode = status === 0 && files > 0 ? 0 : 1;
