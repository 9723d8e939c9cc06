import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { notFound } from '../../platform/app-error.ts';
import { pitchEpoch } from '../pitches/actions.ts';
import { headOf } from './head.ts';
import { selectSharedCard } from './queries.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Mounted under /api/pitches. The page server puts the answer into the page that it gives to browsers and crawlers alike. */
export const sharing = new Hono<AppEnv>()
  .get('/:slug/head', access('public'), limit('read'), async (c) => {
    const slug = c.req.param('slug');
    if (slug.length > 80 || !SLUG.test(slug)) throw notFound();
    const { db, cache } = c.get('services');
    const cached = await cache.read<string>('pitchHead', slug, pitchEpoch(slug), async () => {
      const card = await selectSharedCard(db, slug);
      return card && headOf(card, c.get('settings').APP_ORIGIN);
    });
    if (cached.value === null) throw notFound();
    c.header('Cache-Control', 'public, max-age=0, must-revalidate');
    c.header('X-Robots-Tag', 'noindex');
    return c.html(cached.value);
  });
