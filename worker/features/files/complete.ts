// An upload becomes a file: the parts are joined, the bytes decide what it is, pictures are made anew, and one transaction writes it down.
import { createHash } from 'node:crypto';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Db } from '../../platform/db/db.ts';
import { sha256HexOfStream } from '../../platform/digest.ts';
import type { Services } from '../../services.ts';
import { announceChange } from '../pitches/actions.ts';
import { visible } from '../pitches/gates.ts';
import { pictureKey } from './keys.ts';
import { isPicture, rulesOf, sniff, tooLarge, wrongType } from './kinds.ts';
import type { File } from './schema.ts';
import { abortUpload, claimUpload, discardLater, FileRow, fileStatements, leavesWork, releaseUpload, selectFile, selectOptionalUpload, selectUpload, type StoredFile, UploadRow } from './upload-statements.ts';

type Used = Pick<Services, 'db' | 'storage' | 'images' | 'clock' | 'newId' | 'outbox' | 'defer' | 'epochs'>;

/** After this somebody else may complete: no completion takes as long. */
const CLAIM_MS = 5 * 60_000;
/** Bytes looked at on either end. */
const EDGE = 4096;
/** A picture is kept in this width at most, px. */
const WIDEST = 2400;

const partsOf = ({ size, partSize }: { size: number; partSize: number }): number => Math.ceil(size / partSize);

export function fileOf(row: unknown): File & { pitchSlug: string; pitchStatus: string } {
  const file = FileRow.parse(row);
  return { ...file, url: `/api/files/${file.id}` };
}

const publicFile = ({ pitchSlug: _slug, pitchStatus: _status, ...file }: ReturnType<typeof fileOf>): File => file;

async function stored(storage: Used['storage'], key: string, range?: { offset: number; length: number }) {
  const object = await storage.get(key, range);
  if (!object) throw new Error(`stored object ${key} is gone`);
  return object;
}

/** `size` is that of the whole object. */
async function bytesOf(storage: Used['storage'], key: string, range?: { offset: number; length: number }): Promise<{ bytes: ArrayBuffer; size: number }> {
  const { body, size } = await stored(storage, key, range);
  return { bytes: await new Response(body).arrayBuffer(), size };
}

/**
 * The hash of a file that is kept as it came. What fitted into one part was hashed on its way in. A film of many parts is read again behind the
 * request (`files.hash`), null until then: reading it here would take as long as sending it did. Documents, and films whose readers leave a line of
 * evidence that names the hash, are read now.
 */
async function sha256Of(storage: Used['storage'], upload: UploadRow, contentType: string): Promise<string | null> {
  const [only, ...others] = upload.arrived;
  if (others.length === 0 && only?.sha256) return only.sha256;
  return contentType.startsWith('video/') && visible(upload.gate, 'member') ? null : sha256HexOfStream((await stored(storage, upload.storageKey)).body);
}

/** Joins the parts, unless an earlier try did so and died after it. */
async function join(storage: Used['storage'], upload: UploadRow): Promise<void> {
  try {
    await storage.completeMultipart(upload.storageKey, upload.storageUploadId, upload.arrived.map(({ part, etag }) => ({ partNumber: part, etag })));
  } catch (error) {
    const joined = await storage.head(upload.storageKey);
    if (joined?.size !== upload.size) throw error;
  }
}

/** What is kept of the joined bytes. Throws 415 for what the kind does not take, or what is not what it was announced as. */
async function keep({ storage, images }: Used, upload: UploadRow): Promise<Omit<StoredFile, 'id' | 'now'>> {
  const rules = rulesOf(upload.kind);
  const edge = Math.min(EDGE, upload.size);
  const [head, tail] = await Promise.all([
    bytesOf(storage, upload.storageKey, { offset: 0, length: edge }),
    bytesOf(storage, upload.storageKey, { offset: upload.size - edge, length: edge }),
  ]);
  if (head.size !== upload.size) throw new AppError('conflict', 'The parts that arrived are not the file that was announced. Send it again.');
  const contentType = sniff(new Uint8Array(head.bytes), new Uint8Array(tail.bytes));
  if (contentType === undefined || contentType !== upload.contentType || !(rules.types as readonly string[]).includes(contentType)) throw wrongType(rules);
  const base = { uploadId: upload.id };
  if (!isPicture(contentType)) return { ...base, contentType, size: upload.size, sha256: await sha256Of(storage, upload, contentType), storageKey: upload.storageKey, width: null, height: null };
  if (upload.size > rulesOf('poster').maxSize) throw tooLarge(rules);
  const { bytes: original } = await bytesOf(storage, upload.storageKey);
  const { width } = await images.info(original);
  const picture = await images.toWebp(original, Math.min(width, WIDEST));
  const kept = await images.info(picture);
  const storageKey = pictureKey(upload.id);
  await storage.put(storageKey, picture, 'image/webp');
  return { ...base, contentType: 'image/webp', size: picture.byteLength, sha256: createHash('sha256').update(new Uint8Array(picture)).digest('hex'), storageKey, width: kept.width, height: kept.height };
}

/** Why an upload could not be claimed. A second completion gives the file of the first. */
async function notClaimed(db: Db, upload: UploadRow): Promise<File> {
  if (upload.status === 'complete' && upload.fileId !== null) {
    const { rows } = await db.query(selectFile(upload.fileId));
    if (rows[0]) return publicFile(fileOf(rows[0]));
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
  const { db, clock, newId } = services;
  const at = (ms: number): string => new Date(ms).toISOString();
  const [claim, read] = await db.batch([claimUpload(id, ownerId, at(clock.now()), at(clock.now() - CLAIM_MS)), selectUpload(id, ownerId)]);
  if (!read?.rows[0]) throw notFound();
  const upload = UploadRow.parse(read.rows[0]);
  if ((claim?.count ?? 0) === 0) return notClaimed(db, upload);
  try {
    await join(services.storage, upload);
    const file: StoredFile = { ...await keep(services, upload), id: newId(), now: at(clock.now()) };
    const outboxId = newId();
    // The raw bytes of a picture may say where it was taken: only the picture made anew stays.
    const leftovers = file.storageKey === upload.storageKey ? [] : [upload.storageKey];
    const results = await db.batch(fileStatements(file, outboxId, leftovers));
    const made = results.at(-1)?.rows[0];
    if (!made) throw new AppError('conflict', 'This upload was ended meanwhile. Start again.');
    const view = fileOf(made);
    if (leavesWork(file, leftovers)) services.defer(services.outbox.relay([outboxId]));
    if (view.pitchStatus === 'published') await announceChange(services, { id: view.pitchId, slug: view.pitchSlug });
    return publicFile(view);
  } catch (error) {
    if (error instanceof AppError && (error.code === 'unsupported_media_type' || error.code === 'too_large')) await refuse(services, upload, ownerId);
    else await db.query(releaseUpload(id));
    throw error;
  }
}

/** Ends an upload that is not to be. Ending it twice is no error; a complete one stays. */
export async function cancelUpload({ db, storage, defer }: Used, id: string, ownerId: string): Promise<void> {
  const { rows } = await db.query(abortUpload(id, ownerId));
  const open = rows[0] as { key: string; uploadId: string } | undefined;
  if (open) {
    defer(storage.abortMultipart(open.key, open.uploadId));
    return;
  }
  const upload = await selectOptionalUpload(db, id, ownerId);
  if (!upload) throw notFound();
  if (upload.status === 'complete') throw new AppError('conflict', 'This upload is complete.');
}
