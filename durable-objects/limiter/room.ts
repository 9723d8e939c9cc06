// One object a bucket (an account, an address, a person's writes): atomic because an object runs one call at a time, and on disk
// because a lock must outlive an eviction.
import { DurableObject } from 'cloudflare:workers';
import { giveBack, peek, take, type Take, type Taken, type Window } from './logic.ts';

export class LimiterRoom extends DurableObject {
  async take(window: Window): Promise<Take> {
    const now = Date.now();
    const { state, answer } = take(await this.read(), window, now);
    await this.ctx.storage.put('taken', state);
    // Empty objects cost storage for ever; the alarm removes this one when its last entry has lapsed.
    await this.ctx.storage.setAlarm(now + window.windowMs + 1000);
    return answer;
  }

  async peek(window: Window): Promise<Take> {
    return peek(await this.read(), window, Date.now());
  }

  async giveBack(): Promise<void> {
    await this.ctx.storage.put('taken', giveBack(await this.read()));
  }

  async clear(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    await this.ctx.storage.deleteAll();
  }

  private async read(): Promise<Taken> {
    return (await this.ctx.storage.get<Taken>('taken')) ?? [];
  }
}
