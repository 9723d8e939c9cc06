// The bytes of a file, for whoever its gate lets in. Public files of published pitches are kept by browsers; everything else by nobody.
import type { Context } from 'hono';
import { z } from 'zod';
import type { AppEnv } from '../../http/context.ts';
import { deedOf } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { optionalRow } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { Gate } from '../catalogue/schema.ts';
import { openGates } from '../pitches/gates.ts';
import { fileFor, guarded, takeaway } from '../viewer/actions.ts';
import { variantKey } from './keys.ts';
import { isPicture } from './kinds.ts';
import { rangeOf } from '../../http/range.ts';
import type { WIDTHS } from './schema.ts';

const Served = z.object({ storageKey: z.string(), contentType: z.string(), fileName: z.string(), size: z.int(), tag: z.string(), gate: Gate, isPublic: z.boolean() });
type Served = z.output<typeof Served>;
type C = Context<AppEnv>;

const YEAR = 'public, max-age=31536000, immutable';

/** The file, if this reader may have it. What anybody may have is remembered; a pitch that disappears from the market bumps its epoch. */
async function findFile(c: C, id: string): Promise<Served & { guard?: (body: ReadableStream<Uint8Array>) => ReadableStream<Uint8Array> }> {
  const { db, cache } = c.get('services');
  const shared = await cache.read<Served>('filePublic', id, 'market', () => optionalRow(db, Served, sql`
    SELECT f.storage_key AS "storageKey", f.content_type AS "contentType", f.file_name AS "fileName", f.size, f.id::text AS tag, f.gate, true AS "isPublic"
    FROM files f JOIN pitch_media m ON m.file_id = f.id JOIN pitches p ON p.id = m.pitch_id
    WHERE f.id = ${id} AND p.status = 'published' AND f.gate = ANY(${openGates('public')}::text[])`));
  if (shared.value) return shared.value;
  if (c.get('actor').kind === 'anonymous') throw notFound();
  // Behind a gate every reader has bytes of their own, and is asked for again while they are on their way.
  const deed = deedOf(c);
  const file = await fileFor(deed, id);
  const { key, size, tag } = await takeaway(deed, file);
  return { storageKey: key, contentType: file.contentType, fileName: file.fileName, size, tag, gate: file.gate, isPublic: false, guard: (body) => guarded(deed, file, body) };
}

/** Any name is safe in a header: plain ASCII for old clients, the rest percent-encoded. */
function disposition({ contentType, fileName }: Served): string {
  const ascii = fileName.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${/^(?:image|video)\//.test(contentType) ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

async function variantOf(c: C, file: Served, width: number): Promise<{ body: ReadableStream | ArrayBuffer; size: number }> {
  const { storage, images, defer } = c.get('services');
  const key = variantKey(file.storageKey, width);
  const made = await storage.get(key);
  if (made) return { body: made.body, size: made.size };
  const original = await storage.get(file.storageKey);
  if (!original) throw new Error(`stored object of a file is gone: ${file.storageKey}`);
  const body = await images.toWebp(await new Response(original.body).arrayBuffer(), width);
  defer(storage.put(key, body.slice(0), 'image/webp'));
  return { body, size: body.byteLength };
}

/** Answers with a file, whole or in part, or with a picture of it in a width. */
export async function serveFile(c: C, id: string, width: (typeof WIDTHS)[number] | undefined): Promise<Response> {
  const file = await findFile(c, id);
  if (width !== undefined && !isPicture(file.contentType)) throw new AppError('bad_request', 'Only pictures come in widths.', { fields: { w: 'This file is no picture.' } });
  const etag = `"${file.tag.slice(0, 36)}${width === undefined ? '' : `-w${width}`}"`;
  c.header('Cache-Control', file.isPublic ? YEAR : 'private, no-store');
  c.header('ETag', etag);
  c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  if ((c.req.header('if-none-match') ?? '').split(',').some((given) => given.trim() === etag)) return c.body(null, 304);
  c.header('Content-Type', file.contentType);
  c.header('Content-Disposition', disposition(file));
  if (width !== undefined) {
    const variant = await variantOf(c, file, width);
    c.header('Content-Length', String(variant.size));
    return c.body(variant.body as ReadableStream);
  }
  c.header('Accept-Ranges', 'bytes');
  const ifRange = c.req.header('if-range');
  const range = rangeOf(ifRange === undefined || ifRange === etag ? c.req.header('range') : undefined, file.size);
  if (range.kind === 'unsatisfiable') {
    c.header('Content-Range', `bytes */${file.size}`);
    c.header('Content-Type', 'text/plain; charset=UTF-8');
    return c.body('There is no such range.', 416);
  }
  const object = await c.get('services').storage.get(file.storageKey, range.kind === 'part' ? range : undefined);
  if (!object) throw new Error(`stored object of a file is gone: ${file.storageKey}`);
  const body = (file.guard ? file.guard(object.body) : object.body) as ReadableStream;
  if (range.kind === 'whole') {
    c.header('Content-Length', String(file.size));
    return c.body(body);
  }
  c.header('Content-Range', `bytes ${range.offset}-${range.offset + range.length - 1}/${file.size}`);
  c.header('Content-Length', String(range.length));
  return c.body(body, 206);
}
