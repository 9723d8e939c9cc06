import { Hono } from 'hono';
import { forgetCopies } from '../../auth/revocation.ts';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { valid } from '../../http/valid.ts';
import { AppError } from '../../platform/app-error.ts';
import { isReservedHandle } from '../auth/schema.ts';
import { announceProfile } from '../people/actions.ts';
import { announceChange } from '../pitches/actions.ts';
import { selectMe, updateMe } from './queries.ts';
import { MePatch } from './schema.ts';

export const me = new Hono<AppEnv>()
  .get('/', access('user', 'own'), limit('read'), async (c) => c.json(await selectMe(c.get('services').db, userOf(c).id)))
  .patch('/', access('user', 'own'), limit('write'), valid('json', MePatch), async (c) => {
    const services = c.get('services');
    const patch = c.req.valid('json');
    const actor = userOf(c);
    if (patch.handle && isReservedHandle(patch.handle)) throw new AppError('conflict', 'This handle is taken.', { fields: { handle: 'This handle is taken.' } });
    const { me: view, pitches } = await updateMe(services.db, actor.id, patch, services.clock.now());
    // Sessions carry the name; the market's cards and pages carry name and handle.
    if (view.name !== actor.name) await forgetCopies(services, actor.id);
    if (patch.showsPresence !== undefined) services.defer(services.live.recheck([actor.id]));
    // The profile first, and before the answer: whoever looks at it next sees the change.
    await announceProfile(services);
    services.defer(Promise.all(pitches.map((pitch) => announceChange(services, pitch))));
    return c.json(view);
  });
