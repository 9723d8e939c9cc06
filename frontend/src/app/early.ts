// Runs on its own, ahead of the application: fetches the first page's code and data while the framework is still on its way.
import { askEarly } from '../lib/early.ts';
import { firstPage } from './first-page.ts';

const { load, ask } = firstPage(location.pathname, location.search);
// A chunk that fails here fails again, and is reported, where the router asks for it.
for (const page of load) page().catch(() => undefined);
for (const address of ['/api/auth/session', ...ask]) askEarly(address);
