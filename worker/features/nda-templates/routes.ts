// Templates: the standard forms to read, one's own to write, and the clause library.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { onceById } from '../../http/replays.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { CLAUSE_RULES } from '../nda-documents/queries.ts';
import { changeTemplate, createTemplate, ensureStandardForms } from './actions.ts';
import { archiveTemplate, selectOptionalTemplate, selectTemplates } from './queries.ts';
import { TemplateCreate, TemplatePatch } from './schema.ts';

const Params = z.object({ id: Id.catch('00000000-0000-0000-0000-000000000000') });

export const ndaTemplates = new Hono<AppEnv>()
  .get('/', access('user', 'own and standard'), limit('read'), async (c) => {
    const services = c.get('services');
    await ensureStandardForms(services);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ items: await selectTemplates(services.db, userOf(c).id), nextCursor: null });
  })
  .get('/clauses', access('user'), limit('read'), (c) => c.json({ clauses: [...CLAUSE_RULES.all], required: [...CLAUSE_RULES.required], variables: [...CLAUSE_RULES.variables] }))
  .post('/', access('user', 'own'), limit('write'), valid('json', TemplateCreate), async (c) => {
    const deed = deedOf(c);
    const id = await onceById(c, c.req.valid('json'), async (keep) => (await createTemplate(deed, c.req.valid('json'), keep)).id);
    const template = await selectOptionalTemplate(deed.services.db, id, deed.actor.id);
    if (!template) throw notFound();
    return c.json(template, 201);
  })
  .get('/:id', access('user', 'own and standard'), limit('read'), valid('param', Params), async (c) => {
    const template = await selectOptionalTemplate(c.get('services').db, c.req.valid('param').id, userOf(c).id);
    if (!template) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json(template);
  })
  .patch('/:id', access('user', 'own'), limit('write'), valid('param', Params), valid('json', TemplatePatch), async (c) => c.json(await changeTemplate(deedOf(c), c.req.valid('param').id, c.req.valid('json'))))
  .delete('/:id', access('user', 'own'), limit('write'), valid('param', Params), async (c) => {
    const { db, clock } = c.get('services');
    if ((await archiveTemplate(db, c.req.valid('param').id, userOf(c).id, new Date(clock.now()).toISOString())) === 0) throw notFound();
    return c.body(null, 204);
  });
