// The click-through gate, standing answers to requests, and which companies are verified.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { onceById } from '../../http/replays.ts';
import { Id, valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { execute } from '../../platform/db/db.ts';
import { deleteAutoApproval, deleteVerification, insertAutoApproval, selectAutoApprovals, upsertVerification } from './auto-approvals.ts';
import { insertGrant, selectOptionalClickThrough, selectOptionalOpenPitch } from './queries.ts';
import { AutoApprovalCreate, CLICK_THROUGH, ClickThroughBody, CompanyVerificationBody } from './schema.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });

/** /api/pitches/:id/click-through */
export const clickThrough = new Hono<AppEnv>()
  .get('/:id/click-through', access('user'), limit('read'), valid('param', Params), async (c) => {
    const { db } = c.get('services');
    const { id } = c.req.valid('param');
    if (!(await selectOptionalOpenPitch(db, id))) throw notFound();
    const known = await selectOptionalClickThrough(db, id, userOf(c).id);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ accepted: known !== null, acceptedAt: known?.grantedAt ?? null, wording: known?.wording ?? CLICK_THROUGH });
  })
  .post('/:id/click-through', access('user', 'not own pitch'), limit('write'), valid('param', Params), valid('json', ClickThroughBody), async (c) => {
    const { services: { db, clock, newId }, actor, ip, userAgent } = deedOf(c);
    const { id } = c.req.valid('param');
    const pitch = await selectOptionalOpenPitch(db, id);
    if (!pitch) throw notFound();
    if (pitch.ownerId === actor.id) throw new AppError('conflict', 'This is your own pitch.');
    await insertGrant(db, {
      id: newId(), pitchId: id, userId: actor.id, tier: 'confidential', source: 'click_through', sourceId: null, download: true, at: new Date(clock.now()).toISOString(), expiresAt: null,
      ip, userAgent, wording: CLICK_THROUGH,
    });
    const known = await selectOptionalClickThrough(db, id, actor.id);
    return c.json({ accepted: known !== null, acceptedAt: known?.grantedAt ?? null, wording: known?.wording ?? CLICK_THROUGH });
  });

/** /api/nda-auto-approvals */
export const autoApprovals = new Hono<AppEnv>()
  .get('/', access(['creator', 'production'], 'own'), limit('read'), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await selectAutoApprovals(c.get('services').db, userOf(c).id) });
  })
  .post('/', access(['creator', 'production'], 'own'), limit('write'), valid('json', AutoApprovalCreate), async (c) => {
    const { db, clock, newId } = c.get('services');
    const id = await onceById(c, c.req.valid('json'), async (keep) => {
      const fresh = newId();
      await db.transaction(async (tx) => {
        const written = await execute(tx, insertAutoApproval({ ...c.req.valid('json'), id: fresh, ownerId: userOf(c).id, at: new Date(clock.now()).toISOString() }));
        if (written === 0) throw notFound();
        for (const statement of keep(fresh)) await tx.query(statement);
      });
      return fresh;
    });
    const made = (await selectAutoApprovals(db, userOf(c).id)).find((rule) => rule.id === id);
    // A rule that was made by this key and taken away since.
    if (!made) throw notFound();
    return c.json(made, 201);
  })
  .delete('/:id', access(['creator', 'production'], 'own'), limit('write'), valid('param', Params), async (c) => {
    if ((await deleteAutoApproval(c.get('services').db, c.req.valid('param').id, userOf(c).id)) === 0) throw notFound();
    return c.body(null, 204);
  });

/** /api/company-verifications/:id, by operators: what "verified company" means in a rule. */
export const companyVerifications = new Hono<AppEnv>()
  .put('/:id', access('admin'), limit('write'), valid('param', Params), valid('json', CompanyVerificationBody), async (c) => {
    const { db, clock } = c.get('services');
    const written = await upsertVerification(db, { ...c.req.valid('json'), userId: c.req.valid('param').id, by: userOf(c).id, at: new Date(clock.now()).toISOString() });
    if (written === 0) throw notFound();
    return c.body(null, 204);
  })
  .delete('/:id', access('admin'), limit('write'), valid('param', Params), async (c) => {
    await deleteVerification(c.get('services').db, c.req.valid('param').id);
    return c.body(null, 204);
  });
