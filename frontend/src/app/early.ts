// Runs on its own, ahead of the application: fetches the first page's data, posters and code while the framework is still on its way.
import { askEarly } from '../lib/early.ts';
import { firstPage } from './first-page.ts';
import { fetchPosters } from './first-posters.ts';

const { load, ask, posters } = firstPage(location.pathname, location.search);
// Data before code: a browser has few connections, and what the page shows waits for the answers.
const [first, ...others] = ask;
if (first) askEarly(first, (answer) => { if (posters) fetchPosters(answer, posters); });
for (const address of [...others, '/api/auth/session']) askEarly(address);
// A chunk that fails here fails again, and is reported, where the router asks for it.
for (const page of load) page().catch(() => undefined);
