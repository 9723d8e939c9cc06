// The Worker of the benchmarks: the whole app with its production drivers, and the routes that only a benchmark may call. The deployed entry
// (worker/index.ts) knows nothing of this file.
import { createApp } from '../worker/app.ts';
import { servicesOfRequest } from '../worker/cloudflare.ts';
import type { Env } from '../worker/env.ts';
import { access } from '../worker/http/access.ts';
import { limit, LIMITS } from '../worker/http/limit.ts';

export { EpochRoom } from '../durable-objects/epochs/room.ts';
export { LimiterRoom } from '../durable-objects/limiter/room.ts';

// Counting stays on and is measured; one caller may only take more than a person would.
Object.assign(LIMITS.read, { limit: Number.MAX_SAFE_INTEGER });

const app = createApp(servicesOfRequest);
// Every stage of the pipeline, then nothing.
app.get('/api/bench/noop', access('user'), limit('read'), (c) => c.json({ ok: true }));

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
