// Who does something, and from where: what a rule needs besides its input, and what a record of it keeps.
import type { Context } from 'hono';
import type { Settings } from '../env.ts';
import type { Services } from '../services.ts';
import { userOf } from './access.ts';
import type { AppEnv, UserActor } from './context.ts';
import { addressOf } from './limit.ts';

/** What a job has: nobody asked for it. */
export interface SystemDeed {
  services: Services;
  settings: Settings;
  actor: null;
}

export interface UserDeed {
  services: Services;
  settings: Settings;
  actor: UserActor;
  ip: string;
  userAgent: string;
}

export type Deed = SystemDeed | UserDeed;

/** The deed of a request whose access() let only people in. */
export const deedOf = (c: Context<AppEnv>): UserDeed => ({
  services: c.get('services'), settings: c.get('settings'), actor: userOf(c), ip: addressOf(c), userAgent: (c.req.header('user-agent') ?? 'unknown').slice(0, 400),
});
