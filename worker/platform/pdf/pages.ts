// Pages of PDFs as pictures and as text, behind a port. One engine an isolate: WebAssembly and plain bytes, nothing of any request.
import { drawOverlay, type OverlayText } from './overlay.ts';
import { pageText, type TextRun, textRuns } from './page-text.ts';
import { call, openDocument, type OpenDocument, type PdfBytes, type Pdfium, withMemory, withPage } from './pdfium.ts';

export type { OverlayText, PdfBytes, TextRun };

export interface Webp {
  encode(rgba: Uint8Array, width: number, height: number, options: Record<string, number>): Uint8Array | null;
}

export interface PageImage {
  /** WebP. */
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface PageSize {
  width: number;
  height: number;
}

export interface PageJob {
  /** From 1. */
  page: number;
  /** Pixels. */
  width: number;
  /** Words to lay over a page of this size in points. */
  overlay(points: PageSize): readonly OverlayText[];
  /** Last change of the pixels (RGBA, no gaps between rows), in place. */
  touch(rgba: Uint8Array, width: number, height: number): void;
}

/** What a document is known by and where its bytes come from when they are not held. */
export interface PdfSource {
  key: string;
  load(): Promise<PdfBytes>;
}

/** Throws PdfError for what cannot be read, RangeError for a page that is not there. */
export interface PageEngine {
  sizes(source: PdfSource): Promise<PageSize[]>;
  image(source: PdfSource, job: PageJob): Promise<PageImage>;
  runs(source: PdfSource, page: number): Promise<TextRun[]>;
  /** The text of each page. */
  texts(source: PdfSource): Promise<string[]>;
}

/** Bytes of PDFium's memory past which it is thrown away and made anew: it never shrinks by itself, and an isolate has 128 MB for everything. */
const HEAP_LIMIT = 80 * 1024 * 1024;
/** Documents kept open, and their bytes in all. */
const HELD_DOCUMENTS = 2;
const HELD_BYTES = 32 * 1024 * 1024;
/**
 * Pixels of a drawing: a page at 1400, or one of a large document at 1100; a longer page is drawn narrower. The encoder takes two and a half times their bytes
 * beside PDFium's once and keeps them: a fresh one leaves its forerunner to a collector that comes too late.
 */
const MOST_PIXELS = 2_600_000;
const MOST_PIXELS_OF_LARGE = 1_600_000;
const LARGE_BYTES = 8 * 1024 * 1024;
const ANNOTATIONS = 0x01;
const REVERSE_BYTE_ORDER = 0x10;
const BGRA = 4;

/** Fast and good enough for text: the encoder is nine tenths of a page's time. */
const WEBP = { quality: 78, method: 0, segments: 1, filter_strength: 20 };

export interface Codecs {
  pdfium: Pdfium;
  webp: Webp;
  webpOptions: Record<string, number>;
}

/** `load` makes fresh codecs; called again when the engine was thrown away. */
export function createPageEngine(load: () => Promise<Codecs>): PageEngine {
  interface Engine {
    codecs: Codecs;
    held: Map<string, OpenDocument>;
  }
  let engine: Engine | undefined;

  async function ready(): Promise<Engine> {
    const made = engine ?? { codecs: await load(), held: new Map<string, OpenDocument>() };
    // Two requests may have made one at the same time: handles of one mean nothing in the other.
    return (engine ??= made);
  }

  function makeRoom({ held }: Engine, bytes: number): void {
    let all = bytes;
    for (const document of held.values()) all += document.bytes;
    for (const [key, document] of held) {
      if (held.size < HELD_DOCUMENTS && all <= HELD_BYTES) return;
      held.delete(key);
      document.close();
      all -= document.bytes;
    }
  }

  async function open({ key, load: read }: PdfSource): Promise<{ engine: Engine; document: OpenDocument }> {
    const known = engine?.held.get(key);
    if (engine && known) {
      engine.held.delete(key);
      engine.held.set(key, known);
      return { engine, document: known };
    }
    const bytes = await read();
    const mine = await ready();
    makeRoom(mine, bytes instanceof Uint8Array ? bytes.length : bytes.size);
    const document = await openDocument(mine.codecs.pdfium, bytes);
    const other = mine.held.get(key);
    if (other) {
      document.close();
      return { engine: mine, document: other };
    }
    mine.held.set(key, document);
    return { engine: mine, document };
  }

  /** Runs work; an engine that failed inside WebAssembly, or has grown too big, is not used again. */
  async function withDocument<T>(source: PdfSource, work: (codecs: Codecs, document: OpenDocument) => T): Promise<T> {
    const { engine: used, document } = await open(source);
    const drop = (): void => { if (engine === used) engine = undefined; };
    try {
      return work(used.codecs, document);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) drop();
      throw error;
    } finally {
      if (used.codecs.pdfium.HEAPU8.length > HEAP_LIMIT) drop();
    }
  }

  const indexOf = (document: OpenDocument, page: number): number => {
    if (!Number.isInteger(page) || page < 1 || page > document.pageCount) throw new RangeError(`there is no page ${page}`);
    return page - 1;
  };

  return {
    sizes: (source) => withDocument(source, (_, document) => document.sizes()),
    image: (source, { page, width: wanted, overlay, touch }) => withDocument(source, ({ pdfium, webp, webpOptions }, document) => {
      const index = indexOf(document, page);
      const points = document.size(index);
      const most = document.bytes > LARGE_BYTES ? MOST_PIXELS_OF_LARGE : MOST_PIXELS;
      const width = Math.max(1, Math.round(Math.min(wanted, Math.sqrt((most * points.width) / points.height))));
      const height = Math.max(1, Math.round((width * points.height) / points.width));
      return withMemory(pdfium, width * height * 4, (pointer) => {
        const bitmap = call(pdfium, '_FPDFBitmap_CreateEx', width, height, BGRA, pointer, width * 4);
        try {
          call(pdfium, '_FPDFBitmap_FillRect', bitmap, 0, 0, width, height, 0xffffffff);
          withPage(pdfium, document.handle, index, (handle) => call(pdfium, '_FPDF_RenderPageBitmap', bitmap, handle, 0, 0, width, height, 0, ANNOTATIONS | REVERSE_BYTE_ORDER));
          drawOverlay(pdfium, bitmap, { width, height }, points, overlay(points));
        } finally {
          call(pdfium, '_FPDFBitmap_Destroy', bitmap);
        }
        const rgba = pdfium.HEAPU8.subarray(pointer, pointer + width * height * 4);
        touch(rgba, width, height);
        const bytes = webp.encode(rgba, width, height, { ...webpOptions, ...WEBP });
        if (!bytes) throw new Error('the page could not be encoded');
        return { bytes: bytes.slice(), width, height };
      });
    }),
    runs: (source, page) => withDocument(source, ({ pdfium }, document) => {
      const index = indexOf(document, page);
      return withPage(pdfium, document.handle, index, (handle) => textRuns(pdfium, handle, document.size(index)));
    }),
    texts: (source) => withDocument(source, ({ pdfium }, document) => Array.from({ length: document.pageCount }, (_, index) => withPage(pdfium, document.handle, index, (handle) => pageText(pdfium, handle)))),
  };
}
