// The only place that names Durable Object ids.
import type { ConversationRoom } from './conversation/room.ts';
import type { DraftRoom } from './draft/room.ts';
import type { EpochRoom } from './epochs/room.ts';
import type { HubRoom } from './hub/room.ts';
import type { LimiterRoom } from './limiter/room.ts';
import type { PitchPageRoom } from './pitch-page/room.ts';

/** `name`: `market` for what browse shows, `user:<id>` for a person's sessions. */
export const epochRoom = (namespace: DurableObjectNamespace<EpochRoom>, name: string) => namespace.get(namespace.idFromName(name));

/** `bucket`: what is counted, e.g. `sign-in:account:<hash>`. */
export const limiterRoom = (namespace: DurableObjectNamespace<LimiterRoom>, bucket: string) => namespace.get(namespace.idFromName(bucket));

/** The sockets of one person. */
export const hubRoom = (namespace: DurableObjectNamespace<HubRoom>, userId: string) => namespace.get(namespace.idFromName(userId));

/** One conversation. */
export const conversationRoom = (namespace: DurableObjectNamespace<ConversationRoom>, id: string) => namespace.get(namespace.idFromName(id));

/** The draft of one pitch. */
export const draftRoom = (namespace: DurableObjectNamespace<DraftRoom>, pitchId: string) => namespace.get(namespace.idFromName(pitchId));

/** Who is on the page of one pitch. */
export const pitchPageRoom = (namespace: DurableObjectNamespace<PitchPageRoom>, pitchId: string) => namespace.get(namespace.idFromName(pitchId));
