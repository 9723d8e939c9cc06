// npm run journal [-- <kills>]: a thousand random kills at twenty messages a second. Exits 1 when anything is missing, twice or out of order.
import { runJournal } from './run.ts';

const kills = Number(process.argv[2] ?? 1000);
const { kills: played, written, missing, duplicate, misordered, resets, refused, seconds } = await runJournal(kills, (line) => console.log(line));
console.log(`${Object.entries(played).map(([name, times]) => `${name} ${times}`).join(', ')}; ${written} messages, ${seconds} s`);
console.log(`missing=${missing} duplicate=${duplicate} misordered=${misordered}`);
if (resets + refused > 0) console.log(`resets=${resets} refused=${refused}`);
process.exit(missing + duplicate + misordered + resets + refused > 0 ? 1 : 0);
