// What happens to stored objects behind the requests: discarding what nobody needs, and sweeping uploads that nobody finished.
import { z } from 'zod';
import { optionalRow, rows } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { sha256HexOfStream } from '../../platform/digest.ts';
import { log } from '../../platform/log.ts';
import type { Consumer } from '../../platform/outbox/consume.ts';
import type { Storage } from '../../platform/storage/storage.ts';
import type { Services } from '../../services.ts';
import { everyKey } from './keys.ts';
import { Discard } from './queries.ts';

/** An upload that is not complete after this is given up. */
const UNFINISHED_MS = 24 * 3_600_000;
const BITE = 50;
const MOST_BITES = 20;

/** Ends a multipart upload; one that is gone already is as good. */
async function abort(storage: Storage, key: string, uploadId: string): Promise<void> {
  try {
    await storage.abortMultipart(key, uploadId);
  } catch (error) {
    if ((error as { code?: string } | null)?.code !== 'not_found') throw error;
  }
}

/** Consumer of `files.discard`. Deleting twice is as good as once. */
export const createDiscarder = (storage: Storage): Consumer => async ({ payload }) => {
  const { objects, files, uploads } = Discard.parse(payload);
  const keys = [...objects, ...files.flatMap(everyKey)];
  for (let from = 0; from < keys.length; from += 1000) await storage.delete(keys.slice(from, from + 1000));
  for (const { key, uploadId } of uploads) await abort(storage, key, uploadId);
};

const Hashable = z.object({ storageKey: z.string() });
const HashPayload = z.object({ fileId: z.uuid() });

/** Consumer of `files.hash`. Hashing twice writes the same; a file that went meanwhile needs none. */
export const createHasher = ({ db, storage }: Pick<Services, 'db' | 'storage'>): Consumer => async ({ payload }) => {
  const parsed = HashPayload.safeParse(payload);
  if (!parsed.success) return { undeliverable: 'payload: fileId' };
  const { fileId } = parsed.data;
  const file = await optionalRow(db, Hashable, sql`SELECT storage_key AS "storageKey" FROM files WHERE id = ${fileId} AND sha256 IS NULL AND deleted_at IS NULL`);
  const object = file && (await storage.get(file.storageKey));
  if (!file) return;
  if (!object) throw new Error(`the bytes of ${file.storageKey} are gone`);
  await db.query(sql`UPDATE files SET sha256 = ${await sha256HexOfStream(object.body)} WHERE id = ${fileId} AND sha256 IS NULL`);
};

const Unfinished = z.object({ id: z.uuid(), key: z.string(), uploadId: z.string().nullable() });

/** Discards uploads that were begun a day ago and never completed, with whatever of them was stored. Gives how many. */
export async function sweepUploads({ db, storage, clock }: Pick<Services, 'db' | 'storage' | 'clock'>): Promise<number> {
  const before = new Date(clock.now() - UNFINISHED_MS).toISOString();
  let swept = 0;
  for (let round = 0; round < MOST_BITES; round += 1) {
    const due = await rows(db, Unfinished, sql`
      SELECT id, storage_key AS key, storage_upload_id AS "uploadId" FROM uploads WHERE status IN ('open', 'completing') AND created_at < ${before} ORDER BY created_at LIMIT ${BITE}`);
    for (const { key, uploadId } of due) {
      if (uploadId !== null) await abort(storage, key, uploadId);
      await storage.delete(everyKey(key));
    }
    // After the objects: a run that dies in between finds the rows again.
    await db.query(sql`DELETE FROM uploads WHERE id = ANY(${due.map(({ id }) => id)}::uuid[]) AND status IN ('open', 'completing')`);
    swept += due.length;
    if (due.length < BITE) break;
  }
  if (swept > 0) log('info', 'files.swept', { swept });
  return swept;
}
