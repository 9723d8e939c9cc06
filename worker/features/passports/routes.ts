// The passport of the caller.
import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { onceById } from '../../http/replays.ts';
import { valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { passportDocument, signPassport } from './actions.ts';
import { endOwnPassport, selectOptionalPassport } from './queries.ts';
import { PassportBody } from './schema.ts';

export const passport = new Hono<AppEnv>()
  .get('/', access(['investor', 'production'], 'own'), limit('read'), async (c) => {
    const deed = deedOf(c);
    const { html, sha256 } = await passportDocument(deed);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ passport: await selectOptionalPassport(deed.services.db, deed.actor.id, new Date(deed.services.clock.now()).toISOString()), document: { html, hash: sha256 } });
  })
  .post('/', access(['investor', 'production'], 'own'), limit('write'), valid('json', PassportBody), async (c) => {
    const deed = deedOf(c);
    const id = await onceById(c, c.req.valid('json'), async (keep) => (await signPassport(deed, c.req.valid('json'), keep)).id);
    const held = await selectOptionalPassport(deed.services.db, deed.actor.id, new Date(deed.services.clock.now()).toISOString());
    // A passport that this key made and that has ended since.
    if (held?.id !== id) throw notFound();
    return c.json(held, 201);
  })
  .delete('/', access(['investor', 'production'], 'own'), limit('write'), async (c) => {
    const { db, clock } = c.get('services');
    if ((await endOwnPassport(db, userOf(c).id, new Date(clock.now()).toISOString())) === 0) throw notFound();
    return c.body(null, 204);
  });
