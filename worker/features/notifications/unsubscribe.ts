import { Hono } from 'hono';
import { access } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import type { Settings } from '../../env.ts';
import { notFound } from '../../platform/app-error.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { searchOfToken } from '../saved-searches/actions.ts';
import { silenceSearch } from '../saved-searches/queries.ts';
import { catalogue } from './catalogue.ts';
import { type Unsubscribed, UnsubscribeQuery } from './schema.ts';
import { silenceDigest, silenceKinds } from './settings-queries.ts';
import { wayOutOf } from './way-out.ts';

async function stopMails(db: Queryable, settings: Settings, token: string, at: string): Promise<Unsubscribed | null> {
  const searchId = searchOfToken(settings, token);
  if (searchId !== null) {
    const search = await silenceSearch(db, searchId);
    return search && { stopped: 'search', names: [search.name] };
  }
  const wayOut = wayOutOf(settings, token);
  if (wayOut === null) return null;
  if (wayOut.stops === 'digest') return (await silenceDigest(db, wayOut.userId, at)) === 0 ? null : { stopped: 'digest', names: [] };
  return (await silenceKinds(db, wayOut.userId, wayOut.stops)) === 0 ? null : { stopped: 'kinds', names: wayOut.stops.map((kind) => catalogue[kind].label) };
}

/**
 * Stops the mails that the token's own mail was one of, signed in or not. Mounted ahead of the JSON rule: mail programs POST a form of their own
 * (RFC 8058), whose body is not read. Opening the address changes nothing, since scanners open every link; it leads to the page whose button does.
 */
export const unsubscribe = new Hono<AppEnv>()
  .get('/', access('public'), limit('read'), valid('query', UnsubscribeQuery), (c) => c.redirect(`/unsubscribe?token=${encodeURIComponent(c.req.valid('query').token)}`, 303))
  .post('/', access('public', 'token'), limit('event'), valid('query', UnsubscribeQuery), async (c) => {
    const { db, clock } = c.get('services');
    const stopped = await stopMails(db, c.get('settings'), c.req.valid('query').token, new Date(clock.now()).toISOString());
    if (!stopped) throw notFound();
    return c.json(stopped);
  });
