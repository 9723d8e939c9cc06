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
import { type Db, optionalRow } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256HexOfStream } from '../../platform/digest.ts';
import { cancelUpload, completeUpload } from './complete.ts';
import { rawKey } from './keys.ts';
import { plainType, rulesOf, tooLarge, wrongType } from './kinds.ts';
import { type File, PART_SIZE, UploadCreate, type UploadedPart, type UploadStatus, type UploadTicket, WIDTHS } from './schema.ts';
import { serveFile } from './serve.ts';
import { insertUpload, selectOptionalUpload, selectOwnedPitch, selectReel, UploadRow, upsertPart } from './upload-statements.ts';

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

/** The body, and a second one to be hashed when it is the whole file: a part is small enough that the slower of the two may wait. */
function copyOf(body: PartBody, isWhole: boolean): [PartBody, ReadableStream<Uint8Array> | null] {
  if (!isWhole) return [body, null];
  return body instanceof ReadableStream ? body.tee() : [body, new Blob([body as Uint8Array<ArrayBuffer>]).stream()];
}

function expectedSize(upload: UploadRow, given: string): { part: number; expected: number } {
  const parts = partsOf(upload.size, upload.partSize);
  const part = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  if (part < 1 || part > parts) throw new AppError('bad_request', `This upload has parts 1 to ${parts}.`, { extra: { parts } });
  return { part, expected: part < parts ? upload.partSize : upload.size - (parts - 1) * upload.partSize };
}

/** A picture of a reel is behind the reel's own gate. Undefined for every other file. */
async function gateOfReel(db: Db, { pitchId, kind, gate, frameOf }: UploadCreate, ownerId: string): Promise<UploadRow['gate'] | undefined> {
  if (frameOf === undefined) return undefined;
  if (kind !== 'gallery') throw new AppError('bad_request', 'Only a picture stands for a reel.', { fields: { frameOf: 'Leave this out.' } });
  if (gate !== undefined) throw new AppError('bad_request', 'The picture of a reel is behind the gate of the reel.', { fields: { gate: 'Leave this out.' } });
  const reel = await optionalRow(db, UploadRow.pick({ gate: true }), selectReel(frameOf, pitchId, ownerId));
  if (!reel) throw new AppError('bad_request', 'There is no such reel on this pitch.', { fields: { frameOf: 'This is no reel of the pitch.' } });
  return reel.gate;
}

export const uploads = new Hono<AppEnv>()
  .post('/', access('user', 'owner'), limit('upload'), valid('json', UploadCreate), async (c) => {
    const { db, storage, newId, clock, defer } = c.get('services');
    const input = c.req.valid('json');
    const ownerId = userOf(c).id;
    const rules = rulesOf(input.kind);
    const contentType = plainType(input.contentType);
    if (input.size > rules.maxSize) throw tooLarge(rules);
    if (!(rules.types as readonly string[]).includes(contentType)) throw wrongType(rules);
    const frameGate = await gateOfReel(db, input, ownerId);
    const gate = frameGate ?? input.gate ?? rules.gate;
    if (input.kind === 'poster' && gate !== 'public') throw new AppError('bad_request', 'A poster is public with its pitch.', { fields: { gate: 'Leave this out for a poster.' } });
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
  .get('/:uploadId', access('user', 'owner'), limit('read'), async (c) => {
    const upload = await selectOptionalUpload(c.get('services').db, pathId(c, 'uploadId'), userOf(c).id);
    if (!upload) throw notFound();
    c.header('Cache-Control', 'private, no-store');
    return c.json<UploadStatus>({ ...ticketOf(upload), status: upload.status, size: upload.size, arrived: upload.arrived.map(({ part, etag, size }) => ({ part, etag, size })), fileId: upload.fileId });
  })
  .put('/:uploadId/parts/:n', access('user', 'owner'), limit('upload'), async (c) => {
    const { db, storage } = c.get('services');
    const [id, ownerId] = [pathId(c, 'uploadId'), userOf(c).id];
    const upload = await selectOptionalUpload(db, id, ownerId);
    if (!upload) throw notFound();
    if (upload.status !== 'open') throw new AppError('conflict', 'This upload takes no more parts.');
    const { part, expected } = expectedSize(upload, c.req.param('n'));
    if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type', 'Send the bytes with Content-Type: application/octet-stream.');
    const [body, copy] = copyOf(await partBody(c, expected), expected === upload.size);
    const [{ etag }, sha256] = await Promise.all([storage.uploadPart(upload.storageKey, upload.storageUploadId, part, body), copy && sha256HexOfStream(copy)]);
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
