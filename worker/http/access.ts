// Who may call a route. Declared where the route is; a route without exactly one of these fails the surface test.
import type { Context, MiddlewareHandler, Next } from 'hono';
import { AppError } from '../platform/app-error.ts';
import type { Actor, AppEnv, Portal, UserActor } from './context.ts';

export type Who = 'public' | 'user' | 'ops' | Portal;

export interface AccessTag {
  who: readonly Who[];
  /** What the handler's SQL further demands, e.g. `owner`: for the reviewed table, enforced in the WHERE clause. */
  rule?: string;
}

const tags = new WeakMap<object, AccessTag>();

/** The tag of a middleware, or undefined when it is none of ours. */
export const accessTag = (handler: object): AccessTag | undefined => tags.get(handler);

function requireUser(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new AppError('unauthenticated', 'Sign in to do this.');
  return actor;
}

async function sameSecret(given: string, expected: string): Promise<boolean> {
  const digest = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const [left, right] = (await Promise.all([digest(given), digest(expected)])).map((buffer) => new Uint8Array(buffer)) as [Uint8Array, Uint8Array];
  return left.every((byte, index) => byte === right[index]);
}

async function requireOperator(authorization: string | undefined, token: string): Promise<void> {
  const given = /^Bearer (.{1,256})$/.exec(authorization ?? '')?.[1];
  if (given === undefined || !(await sameSecret(given, token))) throw new AppError('unauthenticated', 'This needs the operator token.');
}

/** The operator's routes are the only ones whose check has to wait. */
async function afterOperator(c: Context<AppEnv>, next: Next): Promise<void> {
  await requireOperator(c.req.header('authorization'), c.get('settings').OPS_TOKEN);
  await next();
}

/**
 * `public`: anyone. `user`: any signed-in person with a verified address. A portal name: that portal only, others get 403.
 * `ops`: the operator's bearer token.
 */
export function access(who: Who | readonly Who[], rule?: string): MiddlewareHandler<AppEnv> {
  const list = Array.isArray(who) ? (who as readonly Who[]) : [who as Who];
  const [isPublic, isOps, isAnyUser] = [list.includes('public'), list.includes('ops'), list.includes('user')];
  // Not async: nine of ten requests decide without waiting for anything.
  const handler: MiddlewareHandler<AppEnv> = (c, next) => {
    if (isPublic) return next();
    if (isOps) return afterOperator(c, next);
    const actor = requireUser(c.get('actor'));
    if (!isAnyUser && !list.includes(actor.portal)) throw new AppError('forbidden', 'This is for another portal.');
    return next();
  };
  tags.set(handler, { who: list, ...(rule && { rule }) });
  return handler;
}

/** The signed-in person of a route whose access() let only people in. */
export const userOf = (c: { get(key: 'actor'): Actor }): UserActor => requireUser(c.get('actor'));
