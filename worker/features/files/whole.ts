// A small file in one request: its bytes are looked at before any is kept, go to the store as they come, and become a file in one statement.
import type { Context } from 'hono';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { replayed, replayKey, replayOf } from '../../http/replays.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { row } from '../../platform/db/db.ts';
import { log } from '../../platform/log.ts';
import { drain, gather, passOn, type Pieces, piecesOf } from '../../platform/pieces.ts';
import { checkAnnounced } from './announced.ts';
import { selectFile } from './file-statements.ts';
import { checkHead, checkTail, type Kept, keepPicture } from './kept.ts';
import { rawKey } from './keys.ts';
import { isPicture } from './kinds.ts';
import { fileOfRow, makeFile, type Used } from './make-file.ts';
import type { File, UploadWhole } from './schema.ts';
import { WHOLE_SIZE } from './sizes.ts';
import { Begun, beginWhole, discardLater, discardWhole, type FreshUpload } from './upload-statements.ts';

/** Bytes that were announced. What has no length is refused: the store takes no other, and a limit is checked before, not while, it is passed. */
function lengthOf(c: Context<AppEnv>): number {
  const announced = c.req.header('content-length') ?? '';
  if (!/^\d{1,15}$/.test(announced)) throw new AppError('bad_request', 'Send the bytes with a Content-Length.');
  const size = Number(announced);
  if (size === 0) throw new AppError('bad_request', 'There is nothing in this file.');
  if (size > WHOLE_SIZE) throw new AppError('too_large', `At most ${WHOLE_SIZE / 1024 / 1024} MB in one request: send a larger file in parts.`, { extra: { maxSize: WHOLE_SIZE } });
  return size;
}

const wrongLength = (expected: number, cause?: unknown): AppError =>
  new AppError('bad_request', `This file has ${expected} bytes by its Content-Length, no more and no less.`, { extra: { expected }, cause });

/** Stores what is worth keeping of the bytes. Throws 400 when they are not as many as announced, 415 when they are not what they were announced as. */
async function keep(services: Used, upload: FreshUpload, first: Uint8Array, pieces: Pieces): Promise<Kept> {
  const { storage } = services;
  const { size, storageKey } = upload;
  const contentType = checkHead(upload, first);
  if (isPicture(contentType)) {
    const bytes = await gather(first, pieces, size);
    if (!bytes) throw wrongLength(size);
    return keepPicture(services, upload.id, bytes);
  }
  const { sha256 } = await passOn(first, pieces, size, (stream) => storage.put(storageKey, stream, contentType), {
    wrongLength: (cause) => wrongLength(size, cause), end: (tail) => checkTail(upload, tail),
  });
  return { contentType, size, sha256, storageKey, width: null, height: null };
}

/** What is not to be a file leaves nothing. What stays of it when this fails as well, the sweep takes. */
async function undo({ db, newId, defer, outbox }: Used, { id, storageKey }: FreshUpload, error: unknown): Promise<void> {
  const outboxId = newId();
  try {
    // No row: it became a file although no answer came, and keeps its bytes; or its pitch was deleted, and nobody else knows of them.
    const wasEnded = error instanceof AppError && error.code === 'conflict';
    const { count } = await db.query(discardWhole(id, outboxId));
    if (count === 0 && wasEnded) await db.query(discardLater(outboxId, { files: [storageKey] }));
    if (count > 0 || wasEnded) defer(outbox.relay([outboxId]));
  } catch (cause) {
    log('error', 'files.undo', { uploadId: id, cause: String(cause) });
  }
}

/** POST /api/uploads/whole. With an Idempotency-Key that was used before, the bytes are not looked at and the file of the first time comes back. */
export async function uploadWhole(c: Context<AppEnv>, query: UploadWhole): Promise<File> {
  const { services, actor } = deedOf(c);
  const { db, newId, clock } = services;
  const pieces = c.req.raw.body && piecesOf(c.req.raw.body);
  const answerAgain = async (fileId: string): Promise<File> => {
    const { rows } = await db.query(selectFile(fileId));
    if (!rows[0]) throw notFound(); // deleted since
    c.header('Idempotent-Replayed', 'true');
    return fileOfRow(rows[0]);
  };
  try {
    if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type', 'Send the bytes with Content-Type: application/octet-stream.');
    const input = { ...query, size: lengthOf(c) };
    if (!pieces) throw wrongLength(input.size);
    const announced = await checkAnnounced(db, input, actor.id);
    const replay = await replayKey(c, input);
    const id = newId();
    const upload: FreshUpload = { ...input, ...announced, id, ownerId: actor.id, storageKey: rawKey(id), now: new Date(clock.now()).toISOString() };
    const { begun, before } = await row(db, Begun, beginWhole(upload, replay));
    const earlier = replay && replayOf(before, replay);
    if (earlier) {
      await drain(pieces);
      return await answerAgain(earlier);
    }
    if (!begun) throw notFound();
    try {
      const first = await pieces.next().catch((cause: unknown) => { throw wrongLength(upload.size, cause); });
      if (!first.value) throw wrongLength(upload.size);
      const kept = await keep(services, upload, first.value, pieces);
      return await makeFile(services, { ...upload, frameOf: upload.frameOf ?? null }, kept, { leftovers: [], came: 'whole', replay });
    } catch (error) {
      await undo(services, upload, error);
      // The same request, sent twice at once: the other one won, and what stood in this one's way may be its own.
      const other = replay && await replayed(db, replay);
      if (other) return await answerAgain(other);
      throw error;
    }
  } catch (error) {
    // A sender that is cut off in the middle of its bytes may not hear why.
    if (pieces) await drain(pieces);
    throw error;
  }
}
