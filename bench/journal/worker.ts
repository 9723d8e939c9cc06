// The Worker of the journal: as deployed, with rooms that can be told to die.
import { ConversationRoom as Conversation } from '../../durable-objects/conversation/room.ts';
import { HubRoom as Hub } from '../../durable-objects/hub/room.ts';
import { createApp } from '../../worker/app.ts';
import { servicesOfRequest } from '../../worker/cloudflare.ts';
import type { Env } from '../../worker/env.ts';
import { access } from '../../worker/http/access.ts';
import { limit } from '../../worker/http/limit.ts';

export { DraftRoom, EpochRoom, LimiterRoom, PitchPageRoom } from '../../worker/index.ts';

/** What a thrown-away object does: memory gone, sockets cut, calls on their way broken. */
export class ConversationRoom extends Conversation {
  die(): void { this.ctx.abort('killed by the journal'); }
}
export class HubRoom extends Hub {
  die(): void { this.ctx.abort('killed by the journal'); }
}

const app = createApp(servicesOfRequest);
app.post('/api/bench/die/:kind/:id', access('public'), limit('event'), async (c) => {
  const { kind, id } = c.req.param();
  const namespace = (kind === 'hub' ? c.env.HUB : c.env.CONVERSATION) as unknown as DurableObjectNamespace<HubRoom>;
  // The call dies with the object.
  await namespace.get(namespace.idFromName(id)).die().then(() => undefined, () => undefined);
  return c.body(null, 204);
});

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
