import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import type { StreamEntry } from '../../worker/platform/live/streams.ts';
import type { HubPort } from '../shared/ports.ts';
import type { Room } from './protocol.ts';

export class HubRoom extends DurableObject<Env> implements HubPort {
  async deliver(_entries: readonly StreamEntry[]): Promise<void> {}

  async whisper(_room: Room, _frames: readonly ({ kind: string } & Record<string, unknown>)[], _except?: string): Promise<void> {}

  async recheck(): Promise<void> {}

  async present(_connections: readonly string[]): Promise<string[]> {
    return [];
  }
}
