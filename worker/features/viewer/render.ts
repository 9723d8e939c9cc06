// A page for one reader: rendered, marked visibly and invisibly, and the next ones made ready while this one is read.
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { PageImage, PdfSource } from '../../platform/pdf/pages.ts';
import { PdfError } from '../../platform/pdf/pdfium.ts';
import type { Storage, StoredObject } from '../../platform/storage/storage.ts';
import type { Copy } from './copies.ts';
import { applyMark, markBits } from './mark.ts';
import { createPageStore } from './page-store.ts';
import type { ViewedFile } from './queries.ts';
import { watermark } from './watermark.ts';

/** Bytes of a document that is shown page by page. */
export const VIEW_LIMIT = 32 * 1024 * 1024;
/** Pages made ready behind the one that was asked for. */
const AHEAD = 2;

const store = createPageStore();

export const markSecret = ({ settings }: Pick<UserDeed, 'settings'>): string => settings.EVIDENCE_SECRET ?? settings.BETTER_AUTH_SECRET;

async function objectOf(storage: Storage, key: string): Promise<StoredObject> {
  const object = await storage.get(key);
  if (!object) throw new Error(`the bytes of ${key} are gone`);
  return object;
}

/** A document that is shown page by page, in one piece. */
export const bytesOf = async (storage: Storage, { storageKey }: Pick<ViewedFile, 'storageKey'>): Promise<Uint8Array> =>
  new Uint8Array(await new Response((await objectOf(storage, storageKey)).body).arrayBuffer());

/** Where the page engine gets a file's bytes. */
export function sourceOf(storage: Storage, { sha256, storageKey, contentType, size }: Pick<ViewedFile, 'sha256' | 'storageKey' | 'contentType' | 'size'>): PdfSource {
  if (contentType !== 'application/pdf') throw new AppError('unsupported_media_type', 'Only PDF documents are shown page by page.');
  if (size > VIEW_LIMIT) throw new AppError('too_large', 'This document is too large to be shown page by page.');
  return { key: sha256, load: () => objectOf(storage, storageKey) };
}

/** What the engine refuses, in words. */
export async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof PdfError) throw new AppError('unprocessable', `This PDF cannot be shown: it is ${error.message}.`, { cause: error });
    if (error instanceof RangeError) throw notFound();
    throw error;
  }
}

interface Wanted {
  page: number;
  width: number;
}

async function make(deed: UserDeed, file: ViewedFile, copy: Copy | null, { page, width }: Wanted): Promise<PageImage> {
  const { services: { pages, storage }, actor } = deed;
  const bits = copy && await markBits(markSecret(deed), copy.id, page);
  return readable(pages.image(sourceOf(storage, file), {
    page, width,
    overlay: copy ? watermark({ name: actor.name, email: actor.email, code: copy.code, at: copy.at }) : () => [],
    touch: (rgba, w, h) => { if (bits) applyMark(rgba, w, h, bits); },
  }));
}

/** Lets what waits go first: the answer that is ready, and other people's requests. Drawing holds the isolate. */
const stepAside = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 0); });

/** The page, from what was made ready or made now. The caller has let the reader in for this very request. */
export async function pageFor(deed: UserDeed, file: ViewedFile, copy: Copy | null, wanted: Wanted, pageCount: number): Promise<PageImage & { ready: boolean }> {
  const reader = `${copy?.id ?? `owner:${deed.actor.id}`}:${file.sha256}`;
  const keyOf = (page: number): string => `${reader}:${page}:${wanted.width}`;
  store.turn(reader, wanted.page);
  const held = store.get(keyOf(wanted.page));
  const image = held ?? await make(deed, file, copy, wanted);
  if (!held) store.put(keyOf(wanted.page), image);
  deed.services.defer((async () => {
    for (let page = wanted.page + 1; page <= Math.min(wanted.page + AHEAD, pageCount); page += 1) {
      await stepAside();
      // Whoever has turned on meanwhile has pages of their own made ready.
      if (!store.isAt(reader, wanted.page)) return;
      if (!store.has(keyOf(page))) store.put(keyOf(page), await make(deed, file, copy, { ...wanted, page }));
    }
  })());
  return { ...image, ready: held !== undefined };
}
