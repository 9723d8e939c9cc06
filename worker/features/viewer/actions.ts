// The door of the viewer: a file for one reader, the copy they may take away, and a body that stops when the gate shuts.
import type { UserDeed } from '../../http/deed.ts';
import { AppError } from '../../platform/app-error.ts';
import { GUARD_WINDOW, guardStream } from '../content-access/actions.ts';
import { copyOf, isStillOpen, viewedFile } from './copies.ts';
import type { ViewedFile } from './queries.ts';
import { bytesOf, sourceOf } from './render.ts';
import { stampedPdf } from './stamped-pdf.ts';

export type { ViewedFile };

/** The file, for whoever its gate lets in; throws 403 or 404. */
export const fileFor = (deed: UserDeed, fileId: string): Promise<ViewedFile> => viewedFile(deed, fileId);

export interface Takeaway {
  /** Where its bytes lie. */
  key: string;
  size: number;
  /** Names these bytes: another reader's are others. */
  tag: string;
  /** Null for the owner's own file. */
  code: string | null;
}

/** What this reader may take away: a PDF with their name on every page, made once a day; other kinds as they are. Throws 403 where the agreement says no. */
export async function takeaway(deed: UserDeed, file: ViewedFile): Promise<Takeaway> {
  const { services: { storage }, actor } = deed;
  const original = { key: file.storageKey, size: file.size, tag: file.id, code: null };
  if (file.ownerId === actor.id || file.gate === 'public' || file.gate === 'member') return original;
  if (!file.canDownload && !/^(?:image|video)\//.test(file.contentType)) throw new AppError('forbidden', 'Your agreement does not allow copies to be taken away. You can read the document page by page.');
  const copy = await copyOf(deed, file);
  if (file.contentType !== 'application/pdf' || !copy) return original;
  const key = `nda/copies/${copy.id}.pdf`;
  const known = await storage.head(key);
  if (known) return { key, size: known.size, tag: copy.id, code: copy.code };
  sourceOf(storage, file);
  const stamped = await stampedPdf(await bytesOf(storage, file), { name: actor.name, email: actor.email, code: copy.code, at: copy.at }, copy.id);
  await storage.put(key, stamped, 'application/pdf');
  return { key, size: stamped.length, tag: copy.id, code: copy.code };
}

/** A body that ends with an error within one window of the gate being shut. */
export const guarded = (deed: UserDeed, { id, gate, ownerId }: Pick<ViewedFile, 'id' | 'gate' | 'ownerId'>, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> =>
  (ownerId === deed.actor.id || gate === 'public' || gate === 'member' ? body : guardStream(body, () => isStillOpen(deed, id), { ...GUARD_WINDOW, now: () => deed.services.clock.now() }));
