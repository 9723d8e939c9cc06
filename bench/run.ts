// npm run bench [-- name…] [--quick] [--large]: runs benchmarks one after the other. Exits 1 when a target is missed; --quick only shows that all
// works; --large asks P3, P4 and P5 of a million pitches.
import { fullPlan, quickPlan, type Plan } from './harness/compare.ts';
import { canPin, moveToGeneratorCore, releaseCores } from './harness/pin.ts';
import { isMet, keep, type Report, tell } from './harness/report.ts';
import { p1 } from './p1-pipeline.ts';
import { p10 } from './p10-drafts.ts';
import { p11 } from './p11-logging.ts';
import { p12cache } from './p12-cache.ts';
import { p12 } from './p12-start.ts';
import { p13 } from './p13-spa.ts';
import { p14 } from './p14-upload.ts';
import { p3 } from './p3-db-read.ts';
import { p4 } from './p4-paging.ts';
import { p5 } from './p5-search.ts';
import { p8 } from './p8-room.ts';
import { p8b } from './p8b-signs.ts';
import { p9 } from './p9-many-rooms.ts';
import { viewer } from './p-viewer.ts';

const benchmarks: Readonly<Record<string, (plan: Plan, log: (line: string) => void) => Promise<Report>>> = { p1, p3, p4, p5, p8, p8b, p9, p10, p11, p12, p12cache, p13, p14, viewer };

const log = (line: string): void => console.log(line);
const [flags, names] = [process.argv.slice(2).filter((word) => word.startsWith('--')), process.argv.slice(2).filter((word) => !word.startsWith('--'))];
const unknown = [...names.filter((name) => !(name in benchmarks)), ...flags.filter((flag) => !['--quick', '--large'].includes(flag))];
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. Known: ${Object.keys(benchmarks).join(', ')}, --quick, --large.`);
  process.exit(1);
}

log(canPin ? 'system under test on core 0, everything else on core 1' : 'cores cannot be assigned here: figures are rough');
if (flags.includes('--large')) process.env.BENCH_PITCHES = '1000000';
const plan = flags.includes('--quick') ? quickPlan : fullPlan;
let missed = 0;
for (const name of names.length > 0 ? names : Object.keys(benchmarks)) {
  if (name === 'p13') releaseCores();
  else moveToGeneratorCore();
  const report = await (benchmarks[name] as (typeof benchmarks)[string])(plan, log);
  tell(report, log);
  keep(name, report);
  if (!isMet(report)) missed += 1;
}
log(missed === 0 ? 'every target is met' : `${missed} not met`);
if (missed > 0 && plan === fullPlan) process.exitCode = 1;
