// Files and voice notes of a conversation: kept for those who are in it, served to nobody else, never by a public address.
import type { Context } from 'hono';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { rangeOf } from '../../http/range.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { optionalRow, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Services } from '../../services.ts';
import { sniff } from '../files/queries.ts';
import { bytesOf, voiceType } from './file-bytes.ts';
import { type FileQuery, LONGEST_VOICE_MS, type MessageFile, MOST_FILE_BYTES } from './schema.ts';
import { isApart } from './standing.ts';
import { voiceLength } from './voice-length.ts';

type C = Context<AppEnv>;

/** Bytes of a voice note: five minutes at 160 kbit/s. */
const MOST_VOICE_BYTES = 6 * 1024 * 1024;
/** ms by which a recorder that stops at five minutes may be late. */
const OVERRUN_MS = 2_000;
/** A picture is kept in this width at most, px, without what the camera wrote into it. */
const WIDEST = 2400;
/** Files of one person that wait in a conversation to be sent. */
const MOST_UNSENT = 40;
const UNSENT_MS = 24 * 3_600_000;

interface Kept { bytes: Uint8Array<ArrayBuffer>; contentType: string; name: string; durationMs: number | null }

async function keep({ images }: Pick<Services, 'images'>, bytes: Uint8Array<ArrayBuffer>, { kind, name }: z.output<typeof FileQuery>): Promise<Kept> {
  if (kind === 'voice') {
    const contentType = voiceType(bytes);
    if (!contentType) throw new AppError('unsupported_media_type', 'A voice note is a recording as browsers make it: WebM, Ogg or MP4 with sound alone.');
    const durationMs = voiceLength(bytes, contentType);
    if (durationMs !== null && durationMs > LONGEST_VOICE_MS + OVERRUN_MS) throw new AppError('bad_request', 'A voice note lasts five minutes at most.');
    return { bytes, contentType, name, durationMs };
  }
  const contentType = sniff(bytes.subarray(0, 4096), bytes.subarray(-4096));
  if (!contentType) throw new AppError('unsupported_media_type', 'Send a PDF, JPEG, PNG, WebP, MP4, WebM or QuickTime file. What counts is what the file holds, not what it is called.');
  if (!contentType.startsWith('image/')) return { bytes, contentType, name, durationMs: null };
  const picture = await images.toWebp(bytes.buffer, Math.min((await images.info(bytes.buffer)).width, WIDEST));
  return { bytes: new Uint8Array(picture), contentType: 'image/webp', name: `${name.replace(/\.[a-z]{3,4}$/i, '')}.webp`, durationMs: null };
}

/** POST /api/conversations/:id/files */
export async function storeFile(c: C, conversationId: string, query: z.output<typeof FileQuery>): Promise<MessageFile> {
  const { services: { db, storage, newId, clock, images }, actor } = deedOf(c);
  const isVoice = query.kind === 'voice';
  const mine = sql`SELECT c.id FROM conversations c JOIN conversation_participants p ON p.conversation_id = c.id WHERE c.id = ${conversationId}::uuid AND p.user_id = ${actor.id}::uuid AND p.left_at IS NULL`;
  const standing = await optionalRow(db, z.object({ waiting: z.int() }), sql`
    SELECT (SELECT count(*)::int FROM conversation_files f WHERE f.conversation_id = m.id AND f.owner_id = ${actor.id}::uuid AND f.message_id IS NULL) AS waiting FROM (${mine}) m`);
  if (!standing) throw notFound();
  if (standing.waiting >= MOST_UNSENT) throw new AppError('conflict', 'Many files wait here to be sent already. Send some of them first.');
  if (!/^application\/octet-stream\b/i.test(c.req.header('content-type') ?? '')) throw new AppError('unsupported_media_type', 'Send the bytes with Content-Type: application/octet-stream.');
  const { bytes, contentType, name, durationMs } = await keep({ images }, await bytesOf(c.req.raw, isVoice ? MOST_VOICE_BYTES : MOST_FILE_BYTES), query);
  const id = newId();
  const storageKey = `conversations/${conversationId}/${id}`;
  await storage.put(storageKey, bytes, contentType);
  const { count } = await db.query(sql`
    INSERT INTO conversation_files (id, conversation_id, owner_id, kind, file_name, content_type, size, duration_ms, sha256, storage_key, created_at)
    SELECT ${id}::uuid, m.id, ${actor.id}::uuid, ${query.kind}, ${name}, ${contentType}, ${bytes.byteLength}::int8, ${durationMs}::int, ${createHash('sha256').update(bytes).digest('hex')}, ${storageKey},
      ${new Date(clock.now()).toISOString()}::timestamptz FROM (${mine}) m`);
  // Taken out of the conversation meanwhile: nobody may have it.
  if (count === 0) {
    await storage.delete(storageKey);
    throw notFound();
  }
  return { id, source: 'conversation', kind: query.kind, fileName: name, contentType, size: bytes.byteLength, durationMs, gate: null, url: `/api/conversations/${conversationId}/files/${id}` };
}

const Served = z.object({ storageKey: z.string(), contentType: z.string(), fileName: z.string(), size: z.number(), sha256: z.string() });

/** GET /api/conversations/:id/files/:fileId: for who is in the conversation now and may read the message it came with. */
export async function serveFile(c: C, conversationId: string, fileId: string): Promise<Response> {
  const { services: { db, storage }, actor } = deedOf(c);
  const file = await optionalRow(db, Served, sql`
    SELECT f.storage_key AS "storageKey", f.content_type AS "contentType", f.file_name AS "fileName", f.size, f.sha256
    FROM conversation_files f JOIN conversations c ON c.id = f.conversation_id JOIN conversation_participants p ON p.conversation_id = c.id AND p.user_id = ${actor.id}::uuid AND p.left_at IS NULL
    LEFT JOIN messages m ON m.id = f.message_id
    WHERE f.id = ${fileId}::uuid AND f.conversation_id = ${conversationId}::uuid
      AND CASE WHEN m.id IS NULL THEN f.owner_id = p.user_id ELSE m.deleted_at IS NULL AND m.seq > p.from_seq AND (c.kind <> 'group' OR NOT ${isApart(sql`f.owner_id`, sql`p.user_id`)}) END`);
  if (!file) throw notFound();
  const ascii = file.fileName.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.fileName.toWellFormed()).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  const shown = /^(?:image|audio|video)\//.test(file.contentType) ? 'inline' : 'attachment';
  const headers = new Headers({
    'Cache-Control': 'private, no-store', ETag: `"${file.sha256.slice(0, 32)}"`, 'Content-Type': file.contentType, 'Accept-Ranges': 'bytes',
    'Content-Disposition': `${shown}; filename="${ascii}"; filename*=UTF-8''${encoded}`, 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  headers.forEach((value, name) => c.header(name, value));
  const range = rangeOf(c.req.header('range'), file.size);
  if (range.kind === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${file.size}`);
    c.header('Content-Type', 'text/plain; charset=UTF-8');
    return c.body('There is no such range.', 416);
  }
  const object = await storage.get(file.storageKey, range.kind === 'part' ? range : undefined);
  if (!object) throw new Error(`stored object of a file is gone: ${file.storageKey}`);
  c.header('Content-Length', String(range.kind === 'part' ? range.length : file.size));
  if (range.kind === 'whole') return c.body(object.body as ReadableStream);
  c.header('Content-Range', `bytes ${range.offset}-${range.offset + range.length - 1}/${file.size}`);
  return c.body(object.body as ReadableStream, 206);
}

/** Discards what was stored a day ago and never sent. Gives how many. */
export async function sweepUnsentFiles({ db, storage, clock }: Pick<Services, 'db' | 'storage' | 'clock'>): Promise<number> {
  const before = new Date(clock.now() - UNSENT_MS).toISOString();
  const due = await rows(db, z.object({ id: z.string(), key: z.string() }), sql`SELECT id, storage_key AS key FROM conversation_files WHERE message_id IS NULL AND created_at < ${before}::timestamptz ORDER BY created_at LIMIT 1000`);
  if (due.length === 0) return 0;
  await storage.delete(due.map(({ key }) => key));
  // After the objects: a run that dies in between finds the rows again.
  await db.query(sql`DELETE FROM conversation_files WHERE id = ANY(${due.map(({ id }) => id)}::uuid[]) AND message_id IS NULL`);
  log('info', 'conversations.swept', { swept: due.length });
  return due.length;
}
