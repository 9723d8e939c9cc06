// An upload becomes a file: the parts are joined, the bytes decide what it is, pictures are made anew, and one transaction writes it down.
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Db } from '../../platform/db/db.ts';
import { sha256HexOfStream } from '../../platform/digest.ts';
import { visible } from '../pitches/gates.ts';
import { fileOfRow, makeFile, type Used } from './make-file.ts';
import { bytesOf, checkHead, checkTail, EDGE, keepPicture, type Kept, stored } from './kept.ts';
import { isFilm, isPicture, rulesOf, tooLarge } from './kinds.ts';
import type { File } from './schema.ts';
import { selectFile } from './file-statements.ts';
import { abortUpload, claimUpload, discardLater, releaseUpload, selectOptionalUpload, selectUpload, UploadRow } from './upload-statements.ts';

/** After this somebody else may complete: no completion takes as long. */
const CLAIM_MS = 5 * 60_000;

const partsOf = ({ size, partSize }: { size: number; partSize: number }): number => Math.ceil(size / partSize);

/** An upload of parts, whose id at the object store is there. */
type Upload = UploadRow & { storageUploadId: string };

const isOfParts = (upload: UploadRow): upload is Upload => upload.storageUploadId !== null;

/**
 * The hash of a file that is kept as it came. What fitted into one part was hashed on its way in. A film of many parts is read again behind the
 * request (`files.hash`), null until then: reading it here would take as long as sending it did. Documents, and films whose readers leave a line of
 * evidence that names the hash, are read now.
 */
async function sha256Of(storage: Used['storage'], upload: UploadRow, contentType: string): Promise<string | null> {
  const [only, ...others] = upload.arrived;
  if (others.length === 0 && only?.sha256) return only.sha256;
  return isFilm(contentType) && visible(upload.gate, 'member') ? null : sha256HexOfStream((await stored(storage, upload.storageKey)).body);
}

/** Joins the parts, unless an earlier try did so and died after it. */
async function join(storage: Used['storage'], upload: Upload): Promise<void> {
  try {
    await storage.completeMultipart(upload.storageKey, upload.storageUploadId, upload.arrived.map(({ part, etag }) => ({ partNumber: part, etag })));
  } catch (error) {
    const joined = await storage.head(upload.storageKey);
    if (joined?.size !== upload.size) throw error;
  }
}

/** What is kept of the joined bytes. Throws 415 for what the kind does not take, or what is not what it was announced as. */
async function keep(services: Used, upload: Upload): Promise<Kept> {
  const { storage } = services;
  const head = await bytesOf(storage, upload.storageKey, { offset: 0, length: Math.min(EDGE, upload.size) });
  if (head.size !== upload.size) throw new AppError('conflict', 'The parts that arrived are not the file that was announced. Send it again.');
  const contentType = checkHead(upload, new Uint8Array(head.bytes));
  if (isPicture(contentType)) {
    if (upload.size > rulesOf('poster').maxSize) throw tooLarge(rulesOf(upload.kind));
    return keepPicture(services, upload.id, (await bytesOf(storage, upload.storageKey)).bytes);
  }
  // Only documents have an end that is looked at.
  const length = Math.min(EDGE, upload.size);
  if (!isFilm(contentType)) checkTail(upload, new Uint8Array((await bytesOf(storage, upload.storageKey, { offset: upload.size - length, length })).bytes));
  return { contentType, size: upload.size, sha256: await sha256Of(storage, upload, contentType), storageKey: upload.storageKey, width: null, height: null };
}

/** Why an upload could not be claimed. A second completion gives the file of the first. */
async function notClaimed(db: Db, upload: UploadRow): Promise<File> {
  if (upload.status === 'complete' && upload.fileId !== null) {
    const { rows } = await db.query(selectFile(upload.fileId));
    if (rows[0]) return fileOfRow(rows[0]);
  }
  if (upload.status === 'completing') throw new AppError('conflict', 'This upload is being completed already.', { retryAfter: 5 });
  if (upload.status !== 'open') throw new AppError('conflict', 'This upload was ended. Start again.');
  const there = new Set(upload.arrived.map(({ part }) => part));
  const missing = Array.from({ length: partsOf(upload) }, (_, index) => index + 1).filter((part) => !there.has(part));
  throw new AppError('conflict', `Parts are missing: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ' and more' : ''}.`, { extra: { missing: missing.slice(0, 100) } });
}

/** What cannot be a file ends here, and its bytes go. */
async function refuse({ db, outbox, defer, newId }: Used, upload: UploadRow, ownerId: string): Promise<void> {
  const outboxId = newId();
  await db.batch([abortUpload(upload.id, ownerId), discardLater(outboxId, { objects: [upload.storageKey] })]);
  defer(outbox.relay([outboxId]));
}

/** Completes an upload; gives the file. */
export async function completeUpload(services: Used, id: string, ownerId: string): Promise<File> {
  const { db, clock } = services;
  const at = (ms: number): string => new Date(ms).toISOString();
  const [claim, read] = await db.batch([claimUpload(id, ownerId, at(clock.now()), at(clock.now() - CLAIM_MS)), selectUpload(id, ownerId)]);
  if (!read?.rows[0]) throw notFound();
  const upload = UploadRow.parse(read.rows[0]);
  if ((claim?.count ?? 0) === 0 || !isOfParts(upload)) return notClaimed(db, upload);
  try {
    await join(services.storage, upload);
    const kept = await keep(services, upload);
    // The raw bytes of a picture may say where it was taken: only the picture made anew stays.
    return await makeFile(services, upload, kept, { leftovers: kept.storageKey === upload.storageKey ? [] : [upload.storageKey], came: 'parts', replay: null });
  } catch (error) {
    if (error instanceof AppError && (error.code === 'unsupported_media_type' || error.code === 'too_large')) await refuse(services, upload, ownerId);
    else await db.query(releaseUpload(id));
    throw error;
  }
}

/** Ends an upload that is not to be. Ending it twice is no error; a complete one stays. */
export async function cancelUpload({ db, storage, defer }: Used, id: string, ownerId: string): Promise<void> {
  const { rows } = await db.query(abortUpload(id, ownerId));
  const open = rows[0] as { key: string; uploadId: string | null } | undefined;
  if (open) {
    if (open.uploadId !== null) defer(storage.abortMultipart(open.key, open.uploadId));
    return;
  }
  const upload = await selectOptionalUpload(db, id, ownerId);
  if (!upload) throw notFound();
  if (upload.status === 'complete') throw new AppError('conflict', 'This upload is complete.');
}
