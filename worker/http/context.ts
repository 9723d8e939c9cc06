// What the pipeline puts on a request.
import type { Env, Settings } from '../env.ts';
import type { AppError } from '../platform/app-error.ts';
import type { Services } from '../services.ts';
import type { RequestEvent } from './request-event.ts';

export type Portal = 'creator' | 'investor' | 'production' | 'admin';

/** Who asks. `session` never throws: whoever is not known is anonymous. */
export type Actor =
  | { kind: 'anonymous' }
  | {
      kind: 'user';
      id: string;
      sessionId: string;
      email: string;
      name: string;
      portal: Portal;
      roles: readonly string[];
      emailVerified: boolean;
      /** ms; sensitive actions ask for a recent one. */
      signedInAt: number;
    };

export type UserActor = Extract<Actor, { kind: 'user' }>;

export interface AppEnv {
  Bindings: Env;
  Variables: {
    requestId: string;
    event: RequestEvent;
    settings: Settings;
    services: Services;
    actor: Actor;
    /** Why nobody could tell who asks, when nobody could: a route that needs to know says 503, never "nobody". */
    sessionFailure?: AppError;
  };
}
