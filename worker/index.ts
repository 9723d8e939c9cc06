// What the platform calls: requests, queue batches, cron, and the Durable Object classes.
import { routePath } from 'hono/route';
import { createApp } from './app.ts';
import { servicesOfRequest } from './cloudflare.ts';
import { runCron } from './cron.ts';
import type { Env } from './env.ts';
import { onError } from './http/errors.ts';
import { report } from './platform/sentry.ts';
import { consumeQueue } from './queues.ts';

export { ConversationRoom } from '../durable-objects/conversation/room.ts';
export { DraftRoom } from '../durable-objects/draft/room.ts';
export { EpochRoom } from '../durable-objects/epochs/room.ts';
export { HubRoom } from '../durable-objects/hub/room.ts';
export { LimiterRoom } from '../durable-objects/limiter/room.ts';
export { PitchPageRoom } from '../durable-objects/pitch-page/room.ts';

const app = createApp(servicesOfRequest);

app.onError(async (error, c) => {
  const response = await onError(error, c);
  const event = c.get('event');
  if (response.status >= 500) {
    report(c.get('settings'), (work) => c.executionCtx.waitUntil(work), error, { requestId: event?.requestId, route: routePath(c, -1), method: c.req.method, code: event?.error });
  }
  return response;
});

export default {
  fetch: app.fetch,
  queue: consumeQueue,
  scheduled: runCron,
} satisfies ExportedHandler<Env, { id: string }>;
