// One object a bucket (an account, an address, a person's writes): atomic because an object runs one call at a time, and on disk
// because a lock must outlive an eviction.
import { DurableObject } from 'cloudflare:workers';
import { giveBack, peek, take, type Take, type Taken, type Window } from './logic.ts';

export class LimiterRoom extends DurableObject {
  async take(window: Window): Promise<Take> {
    const now = Date.now();
    const { state, answer } = take(await this.read(), window, now);
    // A refusal changes nothing: an attack costs no writes.
    if (!answer.allowed) return answer;
    const keepUntil = Math.max(now + window.windowMs, (await this.ctx.storage.get<number>('keepUntil')) ?? 0);
    await this.ctx.storage.put({ taken: state, keepUntil });
    // Empty objects cost storage for ever; the alarm removes this one when its last entry has lapsed.
    await this.ctx.storage.setAlarm(keepUntil + 1000);
    return answer;
  }

  async peek(window: Window): Promise<Take> {
    return peek(await this.read(), window, Date.now());
  }

  async giveBack(): Promise<void> {
    const taken = await this.read();
    // Giving back to an empty bucket must not leave an object behind that no alarm removes.
    if (taken.length > 0) await this.ctx.storage.put('taken', giveBack(taken));
  }

  async clear(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }

  override async alarm(): Promise<void> {
    const keepUntil = (await this.ctx.storage.get<number>('keepUntil')) ?? 0;
    if (keepUntil > Date.now()) await this.ctx.storage.setAlarm(keepUntil + 1000);
    else await this.ctx.storage.deleteAll();
  }

  private async read(): Promise<Taken> {
    return (await this.ctx.storage.get<Taken>('taken')) ?? [];
  }
}
