// Pages of PDFs as pictures and as text, behind a port. One engine an isolate: WebAssembly and plain bytes, nothing of any request.
import { drawOverlay, type OverlayText } from './overlay.ts';
import { pageText, type TextRun, textRuns } from './page-text.ts';
import { call, openDocument, type OpenDocument, type Pdfium, withMemory, withPage } from './pdfium.ts';

export type { OverlayText, TextRun };

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
  load(): Promise<Uint8Array>;
}

/** Throws PdfError for what cannot be read, RangeError for a page that is not there. */
export interface PageEngine {
  sizes(source: PdfSource): Promise<PageSize[]>;
  image(source: PdfSource, job: PageJob): Promise<PageImage>;
  runs(source: PdfSource, page: number): Promise<TextRun[]>;
  /** The text of each page. */
  texts(source: PdfSource): Promise<string[]>;
}

/** Bytes that a Worker's engine may hold before it is thrown away and made anew; its memory never shrinks by itself. */
const HEAP_LIMIT = 72 * 1024 * 1024;
const HELD_DOCUMENTS = 2;
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
  let codecs: Codecs | undefined;
  let held = new Map<string, OpenDocument>();

  function drop(): void {
    codecs = undefined;
    held = new Map();
  }

  async function open({ key, load: read }: PdfSource): Promise<{ codecs: Codecs; document: OpenDocument }> {
    const bytes = codecs && held.has(key) ? null : await read();
    // Made after the bytes are here: nothing below waits for a request's I/O.
    codecs ??= await load();
    const known = held.get(key);
    if (known) {
      held.delete(key);
      held.set(key, known);
      return { codecs, document: known };
    }
    for (const [old, document] of [...held].slice(0, Math.max(0, held.size - HELD_DOCUMENTS + 1))) {
      document.close();
      held.delete(old);
    }
    const document = openDocument(codecs.pdfium, bytes ?? await read());
    held.set(key, document);
    return { codecs, document };
  }

  /** Runs work; an engine that failed inside WebAssembly, or has grown too big, is not used again. */
  async function withDocument<T>(source: PdfSource, work: (codecs: Codecs, document: OpenDocument) => T): Promise<T> {
    const opened = await open(source);
    try {
      return work(opened.codecs, opened.document);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) drop();
      throw error;
    } finally {
      if (opened.codecs.pdfium.HEAPU8.length > HEAP_LIMIT) drop();
    }
  }

  const indexOf = (document: OpenDocument, page: number): number => {
    if (!Number.isInteger(page) || page < 1 || page > document.pageCount) throw new RangeError(`there is no page ${page}`);
    return page - 1;
  };

  return {
    sizes: (source) => withDocument(source, (_, document) => Array.from({ length: document.pageCount }, (_page, index) => document.size(index))),
    image: (source, { page, width, overlay, touch }) => withDocument(source, ({ pdfium, webp, webpOptions }, document) => {
      const index = indexOf(document, page);
      const points = document.size(index);
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
