// npm run journal [-- <kills>]: a deploy under 500 sockets, then a thousand random kills at twenty messages a second. Exits 1 when anything is
// missing, twice or out of order, or when people do not come back in time.
import { runDeploy } from './deploy.ts';
import { runJournal } from './run.ts';

const deploy = await runDeploy(500);
console.log(`deploy: ${deploy.sockets} sockets cut, 99 of 100 back after ${(deploy.back / 1000).toFixed(1)} s; ${deploy.peak} attempts in the busiest second, ${deploy.mean.toFixed(0)} in the mean one`);
const kills = Number(process.argv[2] ?? 1000);
const { kills: played, written, missing, duplicate, misordered, resets, refused, seconds } = await runJournal(kills, (line) => console.log(line));
console.log(`${Object.entries(played).map(([name, times]) => `${name} ${times}`).join(', ')}; ${written} messages, ${seconds} s`);
console.log(`missing=${missing} duplicate=${duplicate} misordered=${misordered}`);
if (resets + refused > 0) console.log(`resets=${resets} refused=${refused}`);
process.exit(missing + duplicate + misordered + resets + refused + deploy.resets > 0 || deploy.back > 15_000 || deploy.peak > 5 * deploy.mean ? 1 : 0);
