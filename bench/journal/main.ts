// npm run journal [-- deploy|noise|kills] [--sockets <n>] [--kills <n>]: a deploy under 500 sockets, one socket that shouts, then a thousand
// random kills at twenty messages a second. Exits 1 when anything is missing, twice or out of order, when people do not come back in time, or
// when the others hear of each other more than twice as late for the one that shouts.
import { parseArgs } from 'node:util';
import { runDeploy } from './deploy.ts';
import { linesOf, runNoise, timesSlower } from './noise.ts';
import { runJournal } from './run.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { sockets: { type: 'string', default: '500' }, kills: { type: 'string', default: '1000' } } });

async function deploy(): Promise<boolean> {
  const { sockets, people, back, peak, mean, resets, unseen, doubles } = await runDeploy(Number(values.sockets));
  console.log(`deploy: ${sockets} sockets of ${people} people cut, 99 of 100 back ${back < Infinity ? `after ${(back / 1000).toFixed(1)} s` : 'not within a minute'}; ${peak} attempts in the busiest second, ${mean.toFixed(0)} in the mean one (x ${(peak / mean).toFixed(1)})`);
  console.log(`  who is there: unseen=${unseen} twice=${doubles}; begun anew=${resets}`);
  return back <= 15_000 && peak <= 5 * mean && resets + unseen + doubles === 0;
}

async function noise(): Promise<boolean> {
  const made = await runNoise();
  for (const line of linesOf(made)) console.log(line);
  return made.lasted.length > 0 && made.refused > 0 && timesSlower(made) <= 2;
}

async function kills(): Promise<boolean> {
  const { kills: played, written, missing, duplicate, misordered, resets, refused, seconds } = await runJournal(Number(values.kills), (line) => console.log(line));
  console.log(`${Object.entries(played).map(([name, times]) => `${name} ${times}`).join(', ')}; ${written} messages, ${seconds} s`);
  console.log(`missing=${missing} duplicate=${duplicate} misordered=${misordered}`);
  if (resets + refused > 0) console.log(`resets=${resets} refused=${refused}`);
  return missing + duplicate + misordered + resets + refused === 0;
}

const parts = { deploy, noise, kills };
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
let isSound = true;
for (const name of wanted) isSound = (await parts[name as keyof typeof parts]()) && isSound;
process.exit(isSound ? 0 : 1);
