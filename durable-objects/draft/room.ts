import { DurableObject } from 'cloudflare:workers';
import type { Env } from '../../worker/env.ts';
import type { Answer, Member, RoomFrame, RoomPort } from '../shared/ports.ts';

export class DraftRoom extends DurableObject<Env> implements RoomPort {
  async join(_member: Member): Promise<Answer> {
    return { ok: false, code: 'unavailable', message: 'This room is not open yet.' };
  }

  async leave(_connection: string): Promise<void> {}

  async say(_member: Member, _frame: RoomFrame): Promise<Answer> {
    return { ok: false, code: 'unavailable', message: 'This room is not open yet.' };
  }
}
