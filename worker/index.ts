// What the platform calls: requests, queue batches, cron, and the Durable Object classes.
import { createApp } from './app.ts';
import { servicesOfRequest } from './cloudflare.ts';
import { runCron } from './cron.ts';
import type { Env } from './env.ts';
import { consumeQueue } from './queues.ts';

export { EpochRoom } from '../durable-objects/epochs/room.ts';
export { LimiterRoom } from '../durable-objects/limiter/room.ts';

const app = createApp(servicesOfRequest);

export default {
  fetch: app.fetch,
  queue: consumeQueue,
  scheduled: runCron,
} satisfies ExportedHandler<Env, { id: string }>;
