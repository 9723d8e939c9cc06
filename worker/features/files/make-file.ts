// The last step of every upload: what was kept of its bytes becomes a file of its pitch, and whoever looks at the pitch hears of it.
import { AppError } from '../../platform/app-error.ts';
import type { ReplayKey } from '../../http/replays.ts';
import type { Services } from '../../services.ts';
import { announceChange } from '../pitches/actions.ts';
import { FileRow, fileStatements, leavesWork, type StoredFile } from './file-statements.ts';
import type { Kept } from './kept.ts';
import type { File } from './schema.ts';
import type { UploadRow } from './upload-statements.ts';

export type Used = Pick<Services, 'db' | 'storage' | 'images' | 'clock' | 'newId' | 'outbox' | 'defer' | 'epochs'>;

interface Way {
  leftovers: readonly string[];
  came: 'parts' | 'whole';
  replay: ReplayKey | null;
}

function viewOf(row: unknown): { file: File; pitch: { id: string; slug: string }; isPublished: boolean } {
  const { pitchSlug, pitchStatus, ...file } = FileRow.parse(row);
  return { file: { ...file, url: `/api/files/${file.id}` }, pitch: { id: file.pitchId, slug: pitchSlug }, isPublished: pitchStatus === 'published' };
}

/** A row of `selectFile` as its owner has it. */
export const fileOfRow = (row: unknown): File => viewOf(row).file;

/** Writes the file down. Throws 409 when the upload was ended meanwhile; nothing is written then. */
export async function makeFile(services: Used, upload: Pick<UploadRow, 'id' | 'kind'> & { frameOf: string | null }, kept: Kept, way: Way): Promise<File> {
  const { db, newId, clock, defer, outbox } = services;
  const file: StoredFile = { ...kept, id: newId(), uploadId: upload.id, now: new Date(clock.now()).toISOString() };
  const making = { ...way, outboxId: newId(), replaces: upload.kind === 'poster' || upload.frameOf !== null };
  const [only, ...others] = fileStatements(file, making);
  // One statement is a transaction by itself.
  const result = others.length === 0 && only ? await db.query(only) : (await db.batch(fileStatements(file, making))).at(-1);
  const made = result?.rows[0];
  if (!made) throw new AppError('conflict', 'This upload was ended meanwhile. Start again.');
  const view = viewOf(made);
  if (leavesWork(file, making)) defer(outbox.relay([making.outboxId]));
  if (view.isPublished) await announceChange(services, view.pitch);
  return view.file;
}
