// Cross-site defence: CORS by an explicit list, and a guard on every method that may change something.
import { createMiddleware } from 'hono/factory';
import { cors } from 'hono/cors';
import { AppError } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';
import type { Settings } from '../env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a browser page of this origin may use the API with cookies. Exact match: no suffixes, no patterns. */
export function isTrustedOrigin(settings: Settings, origin: string): boolean {
  return origin === settings.APP_ORIGIN || settings.TRUSTED_ORIGINS.includes(origin);
}

const corsHeaders = cors({
  origin: (origin, c) => (isTrustedOrigin((c as { get(key: 'settings'): Settings }).get('settings'), origin) ? origin : null),
  credentials: true,
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['Content-Type', 'If-Match', 'Idempotency-Key', 'traceparent'],
  exposeHeaders: ['ETag', 'Retry-After', 'X-Request-Id', 'X-Cache', 'Idempotent-Replayed'],
  maxAge: 600,
});

/** CORS answers only where there is an Origin: same-origin reads (most requests) cost nothing. */
export const originCors = createMiddleware<AppEnv>((c, next) =>
  (!c.req.header('origin') || c.req.header('upgrade') ? next() : corsHeaders(c, next)) as Promise<void>);

/** Refuses a state change that does not come from our own pages. No cookie is ever acted upon without this. */
export const originGuard = createMiddleware<AppEnv>(async (c, next) => {
  if (SAFE.has(c.req.method)) return next();
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const settings = c.get('settings');
  const trusted = origin === undefined ? site === 'same-origin' : isTrustedOrigin(settings, origin) && (site === undefined || site === 'same-origin' || settings.TRUSTED_ORIGINS.includes(origin));
  // A client without cookies and without an Origin (a script, a health check) has no session that could be abused.
  const hasCookie = c.req.header('cookie') !== undefined;
  if (!trusted && (hasCookie || origin !== undefined || (site !== undefined && site !== 'none'))) {
    throw new AppError('forbidden', 'This request does not come from a page of ours.');
  }
  return next();
});
