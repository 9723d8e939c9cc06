// Uploads in parts, and the files they become.
import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { access, userOf } from '../../http/access.ts';
import type { AppEnv } from '../../http/context.ts';
import { once } from '../../http/idempotency.ts';
import { limit } from '../../http/limit.ts';
import { pathId } from '../../http/path-id.ts';
import { valid } from '../../http/valid.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256Hex } from '../../platform/digest.ts';
import { passOn, piecesOf } from '../../platform/pieces.ts';
import { checkAnnounced } from './announced.ts';
import { cancelUpload, completeUpload } from './complete.ts';
import { rawKey } from './keys.ts';
import { type File, UploadCreate, type UploadedPart, type UploadStatus, type UploadTicket, UploadWhole, WIDTHS } from './schema.ts';
import { serveFile } from './serve.ts';
import { PART_SIZE } from './sizes.ts';
import { insertUpload, OpenUpload, selectOpenUpload, selectOptionalUpload, selectOwnedPitch, upsertPart } from './upload-statements.ts';
import { uploadWhole } from './whole.ts';

type C = Context<AppEnv>;

const partsOf = (size: number, partSize: number): number => Math.ceil(size / partSize);
const ticketOf = ({ id, size, partSize }: { id: string; size: number; partSize: number }): UploadTicket => ({ uploadId: id, partSize, parts: partsOf(size, partSize) });

const TicketRow = z.object({ id: z.uuid(), size: z.int(), partSize: z.int() });

const wrongLength = (expected: number): AppError => new AppError('bad_request', `This part has ${expected} bytes, no more and no less.`, { extra: { expected } });

/**
 * The bytes of a part. With a Content-Length they go to the store as they come, since the sender is held to it; without one they are
 * gathered first, up to what a part may have.
 */
async function partBody(c: C, expected: number): Promise<PartBody> {
  const body = c.req.raw.body;
  const announced = c.req.header('content-length');
  if (!body) throw wrongLength(expected);
  if (announced !== undefined) {
    if (Number(announced) > expected && Number(announced) > PART_SIZE) throw new AppError('too_large', `A part has ${expected} bytes.`, { extra: { expected } });
    if (Number(announced) !== expected) throw wrongLength(expected);
    return body;
  }
  const gathered = new Uint8Array(expected);
  let filled = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    if (filled + chunk.byteLength > expected) throw new AppError('too_large', `A part has ${expected} bytes.`, { extra: { expected } });
    gathered.set(chunk, filled);
    filled += chunk.byteLength;
  }
  if (filled !== expected) throw wrongLength(expected);
  return gathered;
}

type PartBody = ReadableStream<Uint8Array> | Uint8Array;

/** A part goes to the store; what is the whole file is hashed on its way, the parts of a larger one say nothing about its hash. */
async function storePart(body: PartBody, size: number, isWhole: boolean, send: (body: PartBody) => Promise<{ etag: string }>): Promise<{ etag: string; sha256: string | null }> {
  if (!isWhole) return { ...await send(body), sha256: null };
  if (body instanceof Uint8Array) return { ...await send(body), sha256: await sha256Hex(body) };
  const { sent, sha256 } = await passOn(undefined, piecesOf(body), size, send, { wrongLength: () => wrongLength(size) });
  return { ...sent, sha256 };
}

function expectedSize(upload: OpenUpload, given: string): { part: number; expected: number } {
  const parts = partsOf(upload.size, upload.partSize);
  const part = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (part < 1 || part > parts) throw new AppError('bad_request', `This upload has parts 1 to ${parts}.`, { extra: { parts } });
  return { part, expected: part < parts ? upload.partSize : upload.size - (parts - 1) * upload.partSize };
}

export const uploads = new Hono<AppEnv>()
  .post('/', access('user', 'owner'), limit('upload'), valid('json', UploadCreate), async (c) => {
    const { db, storage, newId, clock, defer } = c.get('services');
    const input = c.req.valid('json');
    const ownerId = userOf(c).id;
    const { contentType, gate } = await checkAnnounced(db, input, ownerId);
    const id = newId();
    const storageKey = rawKey(id);
    // While the database is asked whose pitch it is; of somebody else's nothing stays.
    const opened = storage.createMultipart(storageKey, contentType);
    const abort = (): void => defer(opened.then(({ uploadId }) => storage.abortMultipart(storageKey, uploadId)));
    const owned = await db.query(selectOwnedPitch(input.pitchId, ownerId)).catch((error: unknown) => { abort(); throw error; });
    if (owned.rows.length === 0) {
      abort();
      throw notFound();
    }
    const { uploadId: storageUploadId } = await opened;
    const fresh = { ...input, id, ownerId, contentType, gate, storageKey, storageUploadId, partSize: PART_SIZE, now: new Date(clock.now()).toISOString() };
    const row = await once(c, {
      request: input, schema: TicketRow, effects: [insertUpload(fresh)], answer: sql`SELECT id, size, part_size AS "partSize" FROM uploads WHERE id = ${id}`,
    });
    if (row.id !== id) abort();
    return c.json(ticketOf(row), 201);
  })
  .post('/whole', access('user', 'owner'), limit('upload'), valid('query', UploadWhole), async (c) => c.json<File, 201>(await uploadWhole(c, c.req.valid('query')), 201))
  .get('/:uploadId', access('user', 'owner'), limit('read'), async (c) => {
    const upload = await selectOptionalUpload(c.get('services').db, pathId(c, 'uploadId'), userOf(c).id);
    if (!upload) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json<UploadStatus>({ ...ticketOf(upload), status: upload.status, size: upload.size, arrived: upload.arrived.map(({ part, etag, size }) => ({ part, etag, size })), fileId: upload.fileId });
  })
  .put('/:uploadId/parts/:n', access('user', 'owner'), limit('upload'), async (c) => {
    const { db, storage } = c.get('services');
    const [id, ownerId] = [pathId(c, 'uploadId'), userOf(c).id];
    const upload = await optionalRow(db, OpenUpload, selectOpenUpload(id, ownerId));
    if (!upload) throw notFound();
    if (upload.status !== 'open' || upload.storageUploadId === null) throw new AppError('conflict', 'This upload takes no more parts.');
    const { part, expected } = expectedSize(upload, c.req.param('n'));
    if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type', 'Send the bytes with Content-Type: application/octet-stream.');
    const { storageKey, storageUploadId } = upload;
    const { etag, sha256 } = await storePart(await partBody(c, expected), expected, expected === upload.size, (body) => storage.uploadPart(storageKey, storageUploadId, part, body));
    const { count } = await db.query(upsertPart(id, ownerId, { part, etag, size: expected, sha256 }));
    if (count === 0) throw new AppError('conflict', 'This upload takes no more parts.');
    return c.json<UploadedPart>({ etag });
  })
  .post('/:uploadId/complete', access('user', 'owner'), limit('upload'), async (c) =>
    c.json<File, 201>(await completeUpload(c.get('services'), pathId(c, 'uploadId'), userOf(c).id), 201))
  .delete('/:uploadId', access('user', 'owner'), limit('upload'), async (c) => {
    await cancelUpload(c.get('services'), pathId(c, 'uploadId'), userOf(c).id);
    return c.body(null, 204);
  });

const Width = z.strictObject({ w: z.enum(WIDTHS.map(String) as [string, ...string[]], `One of ${WIDTHS.join(', ')}.`).transform((given) => Number(given) as (typeof WIDTHS)[number]).optional() });

export const files = new Hono<AppEnv>()
  .get('/:id', access('public', 'gate of the file'), limit('read'), valid('query', Width), (c) => serveFile(c, pathId(c), c.req.valid('query').w));
