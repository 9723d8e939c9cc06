// Editors of a pitch: asked by its owner, in once they accept, out when either says so.
import { Hono } from 'hono';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { PatchResult } from '../../../durable-objects/draft/protocol.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { acceptEditing, endEditing, inviteEditor } from './actions.ts';
import { selectEditing, selectMayEdit, selectOptionalEditors } from './queries.ts';
import { DraftPatchInput, EditorInvite, type EditingList, type PitchEditorList } from './schema.ts';

const makers = ['creator', 'production'] as const;

/** Mounted at /api/pitches. */
export const pitchEditors = new Hono<AppEnv>()
  .get('/editing', access(makers), limit('read'), async (c) => {
    c.header('Cache-Control', 'private, no-store');
    return c.json<EditingList>({ items: await selectEditing(c.get('services').db, userOf(c).id), nextCursor: null });
  })
  .get('/:id/editors', access(makers, 'owner or editor'), limit('read'), async (c) => {
    const list = await selectOptionalEditors(c.get('services').db, pathId(c), userOf(c).id);
    if (!list) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json<PitchEditorList>(list);
  })
  .post('/:id/draft', access(makers, 'owner or editor'), limit('write'), valid('json', DraftPatchInput), async (c) => {
    const { db, live } = c.get('services');
    const [pitchId, { id: userId, name }] = [pathId(c), userOf(c)];
    if (!(await selectMayEdit(db, pitchId, userId))) throw notFound();
    const { id, patches } = c.req.valid('json');
    const said = await live.patchDraft(pitchId, { id: userId, name }, id, patches);
    if (!said.ok) throw said.code === 'not_found' ? notFound() : new AppError('unavailable', said.message, { retryAfter: said.retryAfter ?? 2 });
    c.header('Cache-Control', 'private, no-store');
    return c.json(PatchResult.parse(said.result));
  })
  .post('/:id/editors', access(makers, 'owner'), limit('create'), valid('json', EditorInvite), async (c) => c.json(await inviteEditor(deedOf(c), pathId(c), c.req.valid('json').handle), 201))
  .post('/:id/editors/accept', access(makers, 'invited'), limit('write'), async (c) => {
    await acceptEditing(deedOf(c), pathId(c));
    return c.body(null, 204);
  })
  .delete('/:id/editors/:userId', access(makers, 'owner or the editor'), limit('write'), async (c) => {
    await endEditing(deedOf(c), pathId(c), pathId(c, 'userId'));
    return c.body(null, 204);
  });
