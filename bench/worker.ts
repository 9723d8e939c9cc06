// The Worker of the benchmarks: the whole app with its production drivers, and the routes that only a benchmark may call. The deployed entry
// (worker/index.ts) knows nothing of this file.
import { createApp } from '../worker/app.ts';
import { servicesOfRequest } from '../worker/cloudflare.ts';
import type { Env } from '../worker/env.ts';
import { createHasher } from '../worker/features/files/jobs.ts';
import { access } from '../worker/http/access.ts';
import { limit, LIMITS } from '../worker/http/limit.ts';

// Every Durable Object class that wrangler.toml names.
export { ConversationRoom, DraftRoom, EpochRoom, HubRoom, LimiterRoom, PitchPageRoom } from '../worker/index.ts';

// Counting stays on and is measured; one caller may only take more than a person would.
for (const name of ['read', 'render'] as const) Object.assign(LIMITS[name], { limit: Number.MAX_SAFE_INTEGER });

// What WebAssembly holds is in no figure of the inspector: instances are remembered as they are made, without keeping them.
const instances: WeakRef<WebAssembly.Instance>[] = [];
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(target, given) {
    const made = Reflect.construct(target, given) as WebAssembly.Instance;
    instances.push(new WeakRef(made));
    return made;
  },
});

const app = createApp(servicesOfRequest);
// Every stage of the pipeline, then nothing.
app.get('/api/bench/noop', access('user'), limit('read'), (c) => c.json({ ok: true }));

// What the queue does behind an upload, at a time that the benchmark chooses.
app.post('/api/bench/hash/:fileId', access('user'), limit('read'), async (c) => {
  const { fileId } = c.req.param();
  const refused = await createHasher(c.get('services'))({ id: fileId, topic: 'files.hash', payload: { fileId }, attempt: 1 });
  return refused ? c.json(refused, 400) : c.json({ ok: true });
});

app.get('/api/bench/wasm', access('user'), limit('read'), (c) => c.json(instances.flatMap((held) => Object.values(held.deref()?.exports ?? {})).flatMap((part) => (part instanceof WebAssembly.Memory ? [part.buffer.byteLength] : []))));

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
