// One object a name: a number that only grows. A writer bumps it beside its write; a reader that holds an older number re-reads.
// It exists because KV may be a minute old and Redis may be away, and neither may decide who is still signed in.
import { DurableObject } from 'cloudflare:workers';

export class EpochRoom extends DurableObject {
  async current(): Promise<number> {
    return (await this.ctx.storage.get<number>('epoch')) ?? 0;
  }

  async bump(): Promise<number> {
    const next = (await this.current()) + 1;
    await this.ctx.storage.put('epoch', next);
    return next;
  }
}
