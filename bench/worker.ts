// The Worker of the benchmarks: the whole app with its production drivers, and the routes that only a benchmark may call. The deployed entry
// (worker/index.ts) knows nothing of this file.
import { z } from 'zod';
import { createApp } from '../worker/app.ts';
import { servicesOfRequest } from '../worker/cloudflare.ts';
import type { Env } from '../worker/env.ts';
import { access } from '../worker/http/access.ts';
import { limit, LIMITS } from '../worker/http/limit.ts';
import { valid } from '../worker/http/valid.ts';

export { EpochRoom } from '../durable-objects/epochs/room.ts';
export { LimiterRoom } from '../durable-objects/limiter/room.ts';

// Counting stays on and is measured; one caller may only take more than a person would.
Object.assign(LIMITS.read, { limit: Number.MAX_SAFE_INTEGER });

const app = createApp(servicesOfRequest);
app.get('/api/bench/noop', access('user'), limit('read'), valid('query', z.strictObject({ page: z.coerce.number().int().min(1).max(100).default(1) })), (c) => c.json({ ok: true }));

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
