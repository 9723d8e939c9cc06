import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { rangeOf, selectOwnAnalytics, selectPitchAnalytics } from './queries.ts';
import { AnalyticsQuery, type OwnAnalytics, type PitchAnalytics } from './schema.ts';

/** Mounted under /api/pitches. */
export const pitchAnalytics = new Hono<AppEnv>()
  .get('/:id/analytics', access(['creator', 'production'], 'owner'), limit('read'), valid('query', AnalyticsQuery), async (c) => {
    const { db, clock } = c.get('services');
    const analytics = await selectPitchAnalytics(db, pathId(c), userOf(c).id, rangeOf(clock.now(), c.req.valid('query').days));
    if (!analytics) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json<PitchAnalytics>(analytics);
  });

/** Mounted under /api/me. */
export const ownAnalytics = new Hono<AppEnv>()
  .get('/analytics', access(['creator', 'production']), limit('read'), valid('query', AnalyticsQuery), async (c) => {
    const { db, clock } = c.get('services');
    c.header('Cache-Control', 'private, no-store');
    return c.json<OwnAnalytics>(await selectOwnAnalytics(db, userOf(c).id, rangeOf(clock.now(), c.req.valid('query').days)));
  });
