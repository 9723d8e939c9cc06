// The only place that names Durable Object ids.
import type { EpochRoom } from './epochs/room.ts';
import type { LimiterRoom } from './limiter/room.ts';

/** `name`: `market` for what browse shows, `user:<id>` for a person's sessions. */
export const epochRoom = (namespace: DurableObjectNamespace<EpochRoom>, name: string) => namespace.get(namespace.idFromName(name));

/** `bucket`: what is counted, e.g. `sign-in:account:<hash>`. */
export const limiterRoom = (namespace: DurableObjectNamespace<LimiterRoom>, bucket: string) => namespace.get(namespace.idFromName(bucket));
