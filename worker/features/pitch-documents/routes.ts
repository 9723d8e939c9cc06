// The files of a pitch: what a reader may open, what waits behind which gate, and taking one away again.
import { Hono } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { limit } from '../../http/limit.ts';
import { Id, valid } from '../../http/valid.ts';
import { notFound } from '../../platform/app-error.ts';
import { type Db, execute, optionalRow } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Epochs } from '../../platform/epochs.ts';
import { announceChange } from '../pitches/actions.ts';
import { openGates, tierOf } from '../pitches/gates.ts';
import { deleteDocument, selectDocuments, selectOptionalStanding, updateDocumentGate } from './queries.ts';
import { DocumentPatch, type PitchDocuments } from './schema.ts';

const NONE = '00000000-0000-0000-0000-000000000000';
const Params = z.object({ id: Id.catch(NONE) });
const Place = Params.extend({ fileId: Id.catch(NONE) });

const Slug = z.object({ slug: z.string() });

/** What anybody may have seen of the files of a pitch is out of date. */
async function announce(db: Db, epochs: Epochs, id: string): Promise<void> {
  const pitch = await optionalRow(db, Slug, sql`SELECT slug FROM pitches WHERE id = ${id}`);
  if (pitch) await announceChange({ epochs }, { id, slug: pitch.slug });
}

export const pitchDocuments = new Hono<AppEnv>()
  .get('/:id/documents', access('user', 'by gate'), limit('read'), valid('param', Params), async (c) => {
    const { db, clock } = c.get('services');
    const actor = userOf(c);
    const { id } = c.req.valid('param');
    const standing = await selectOptionalStanding(db, id, actor.id, new Date(clock.now()).toISOString());
    if (!standing) throw notFound();
    const found = await selectDocuments(db, id, openGates(tierOf(actor, standing.ownerId, standing.opened)));
    c.header('Cache-Control', 'private, no-store');
    return c.json<PitchDocuments>({
      items: found.flatMap(({ isOpen, fileName, contentType, size, createdAt, ...file }) =>
        (isOpen && fileName !== null && contentType !== null && size !== null && createdAt !== null ? [{ ...file, fileName, contentType, size, createdAt, paged: contentType === 'application/pdf' }] : [])),
      locked: found.filter(({ isOpen }) => !isOpen).map(({ kind, gate }) => ({ kind, gate })),
    });
  })
  .patch('/:id/documents/:fileId', access(['creator', 'production'], 'owner'), limit('write'), valid('param', Place), valid('json', DocumentPatch), async (c) => {
    const { db, epochs } = c.get('services');
    const { id, fileId } = c.req.valid('param');
    const moved = await execute(db, updateDocumentGate({ id: fileId, pitchId: id, ownerId: userOf(c).id, gate: c.req.valid('json').gate }));
    if (moved === 0) throw notFound();
    // A reel that was public may lie in the shared cache, with the page that shows it, and a card says whether an NDA is needed.
    await announce(db, epochs, id);
    return c.body(null, 204);
  })
  .delete('/:id/documents/:fileId', access(['creator', 'production'], 'owner'), limit('write'), valid('param', Place), async (c) => {
    const { db, newId, defer, outbox, epochs } = c.get('services');
    const { id, fileId } = c.req.valid('param');
    const written = await optionalRow(db, z.object({ id: z.uuid() }), deleteDocument({ id: fileId, pitchId: id, ownerId: userOf(c).id, outboxId: newId() }));
    if (!written) throw notFound();
    // A public reel may lie in the shared cache, with the page that shows it.
    await announce(db, epochs, id);
    defer(outbox.relay([written.id]));
    return c.body(null, 204);
  });
