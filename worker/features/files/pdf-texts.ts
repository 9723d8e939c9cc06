// What a PDF holds, read once in the queue: how many pages, and the text of each for the search inside the document.
import { z } from 'zod';
import { optionalRow, type Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { log } from '../../platform/log.ts';
import type { Consumer } from '../../platform/outbox/consume.ts';
import { PdfError } from '../../platform/pdf/pdfium.ts';
import type { Services } from '../../services.ts';

/** Bytes of a document that is read: an isolate has to hold it. */
const MOST_BYTES = 40 * 1024 * 1024;
/** Characters kept of a page, and pages kept of a document. A page of prose has 3,000. */
const MOST_OF_A_PAGE = 20_000;
const MOST_PAGES = 2000;

const Payload = z.object({ fileId: z.uuid() });
const Unread = z.object({ sha256: z.string(), storageKey: z.string(), size: z.int() });

const selectOptionalUnread = (db: Queryable, id: string) => optionalRow(db, Unread, sql`
  SELECT sha256, storage_key AS "storageKey", size FROM files WHERE id = ${id} AND content_type = 'application/pdf' AND page_count IS NULL AND deleted_at IS NULL`);

async function bytesOf(storage: Services['storage'], key: string): Promise<Uint8Array> {
  const object = await storage.get(key);
  if (!object) throw new Error(`the bytes of ${key} are gone`);
  return new Uint8Array(await new Response(object.body).arrayBuffer());
}

// PostgreSQL's text takes no NUL; half a surrogate pair is no text anywhere.
const storable = (text: string): string => text.slice(0, MOST_OF_A_PAGE).replaceAll('\0', '').toWellFormed();

/** Consumer of `files.read`. Reading twice writes the same. A PDF that cannot be read stays without pages: it is a file all the same. */
export function createPdfReader({ db, storage, pages, clock }: Pick<Services, 'db' | 'storage' | 'pages' | 'clock'>): Consumer {
  return async ({ payload }) => {
    const parsed = Payload.safeParse(payload);
    if (!parsed.success) return { undeliverable: 'payload: fileId' };
    const { fileId } = parsed.data;
    const file = await selectOptionalUnread(db, fileId);
    if (!file || file.size > MOST_BYTES) return;
    let texts: string[];
    try {
      texts = await pages.texts({ key: file.sha256, load: () => bytesOf(storage, file.storageKey) });
    } catch (error) {
      if (!(error instanceof PdfError)) throw error;
      log('info', 'files.unreadable', { fileId, cause: error.message });
      return;
    }
    const kept = texts.slice(0, MOST_PAGES).map(storable);
    await db.batch([
      sql`UPDATE files SET page_count = ${texts.length}::int WHERE id = ${fileId}`,
      sql`INSERT INTO file_texts (file_id, pages, read_at) SELECT id, ${kept}::text[], ${new Date(clock.now()).toISOString()} FROM files WHERE id = ${fileId}
          ON CONFLICT (file_id) DO UPDATE SET pages = excluded.pages, read_at = excluded.read_at`,
    ]);
  };
}
