// Rendered pages that are about to be asked for, in the isolate. Keyed by copy, so no two people ever share an entry; whoever asks was let in
// by the database before it is looked at.
import type { PageImage } from '../../platform/pdf/pages.ts';

/** Bytes kept; a page is 50 to 250 kB. */
const LIMIT = 8 * 1024 * 1024;

export interface PageStore {
  get(key: string): PageImage | undefined;
  has(key: string): boolean;
  put(key: string, image: PageImage): void;
  /** Somebody asks for a page of a copy: what was to be made ready behind another page is no longer wanted. */
  turn(copy: string, page: number): void;
  isAt(copy: string, page: number): boolean;
}

/** Copies whose place is remembered. */
const PLACES = 500;

export function createPageStore(limit = LIMIT): PageStore {
  const pages = new Map<string, PageImage>();
  const places = new Map<string, number>();
  let size = 0;
  return {
    get: (key) => pages.get(key),
    has: (key) => pages.has(key),
    turn(copy, page) {
      places.delete(copy);
      if (places.size >= PLACES) places.clear();
      places.set(copy, page);
    },
    isAt: (copy, page) => places.get(copy) === page,
    put(key, image) {
      size += image.bytes.length - (pages.get(key)?.bytes.length ?? 0);
      pages.delete(key);
      pages.set(key, image);
      for (const [oldest, { bytes }] of pages) {
        if (size <= limit) break;
        pages.delete(oldest);
        size -= bytes.length;
      }
    },
  };
}
