// PDFium's C interface, as far as we use it. Every pointer that is made here is freed here.

/** The module that Emscripten's factory gives. Handles and pointers are numbers; 0 is failure. */
export type Pdfium = Record<`_FPDF${string}`, (...args: number[]) => number> & {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
};

/** Thrown for bytes that are no readable PDF. */
export class PdfError extends Error {
  override name = 'PdfError';
}

const ERRORS: Record<number, string> = { 3: 'not a PDF or damaged', 4: 'protected by a password', 5: 'protected by an unknown scheme' };

export const call = (pdfium: Pdfium, name: `_FPDF${string}`, ...args: number[]): number => (pdfium[name] as (...args: number[]) => number)(...args);

/** Runs work with memory of `size` bytes, freed afterwards. */
export function withMemory<T>(pdfium: Pdfium, size: number, work: (pointer: number) => T): T {
  const pointer = pdfium.wasmExports.malloc(size);
  if (pointer === 0) throw new RangeError(`no memory for ${size} bytes`);
  try {
    return work(pointer);
  } finally {
    pdfium.wasmExports.free(pointer);
  }
}

/** Bytes that are here, or on their way. */
export type PdfBytes = Uint8Array | { size: number; body: ReadableStream<Uint8Array> };

export interface OpenDocument {
  handle: number;
  /** Of the file, in the module's memory. */
  bytes: number;
  pageCount: number;
  /** Points, at 72 an inch; by page, from 0. */
  size(page: number): { width: number; height: number };
  /** Of every page; asked of the document once. */
  sizes(): { width: number; height: number }[];
  close(): void;
}

const memoryFor = (pdfium: Pdfium, size: number): number => {
  const pointer = pdfium.wasmExports.malloc(size);
  if (pointer === 0) throw new RangeError(`no memory for a PDF of ${size} bytes`);
  return pointer;
};

/** Opens bytes. They stay in the module's memory until `close`; a body goes there piece by piece, so that the isolate never holds it twice. */
export async function openDocument(pdfium: Pdfium, source: PdfBytes): Promise<OpenDocument> {
  if (source instanceof Uint8Array) {
    const pointer = memoryFor(pdfium, source.length);
    pdfium.HEAPU8.set(source, pointer);
    return openAt(pdfium, pointer, source.length);
  }
  const pointer = memoryFor(pdfium, source.size);
  try {
    let filled = 0;
    for await (const piece of source.body as unknown as AsyncIterable<Uint8Array>) {
      if (filled + piece.length > source.size) throw new Error('the document is longer than was said');
      pdfium.HEAPU8.set(piece, pointer + filled);
      filled += piece.length;
    }
    if (filled !== source.size) throw new Error(`the document ended after ${filled} of ${source.size} bytes`);
  } catch (error) {
    pdfium.wasmExports.free(pointer);
    throw error;
  }
  return openAt(pdfium, pointer, source.size);
}

function openAt(pdfium: Pdfium, pointer: number, length: number): OpenDocument {
  const handle = call(pdfium, '_FPDF_LoadMemDocument', pointer, length, 0);
  if (handle === 0) {
    const code = call(pdfium, '_FPDF_GetLastError');
    pdfium.wasmExports.free(pointer);
    throw new PdfError(ERRORS[code] ?? `cannot be opened (${code})`);
  }
  const pageCount = call(pdfium, '_FPDF_GetPageCount', handle);
  const size = (page: number): { width: number; height: number } => withMemory(pdfium, 16, (at) => {
    call(pdfium, '_FPDF_GetPageSizeByIndex', handle, page, at, at + 8);
    const view = new DataView(pdfium.HEAPU8.buffer);
    return { width: view.getFloat64(at, true), height: view.getFloat64(at + 8, true) };
  });
  let every: { width: number; height: number }[] | undefined;
  return {
    handle, bytes: length, pageCount, size,
    sizes: () => (every ??= Array.from({ length: pageCount }, (_, page) => size(page))),
    close: () => {
      call(pdfium, '_FPDF_CloseDocument', handle);
      pdfium.wasmExports.free(pointer);
    },
  };
}

/** Runs work on a loaded page (from 0). */
export function withPage<T>(pdfium: Pdfium, document: number, page: number, work: (handle: number) => T): T {
  const handle = call(pdfium, '_FPDF_LoadPage', document, page);
  if (handle === 0) throw new PdfError(`page ${page + 1} cannot be read`);
  try {
    return work(handle);
  } finally {
    call(pdfium, '_FPDF_ClosePage', handle);
  }
}

/** UTF-16 with its closing zero, as PDFium wants text. */
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  for (let index = 0; index < text.length; index += 1) new DataView(bytes.buffer).setUint16(2 * index, text.charCodeAt(index), true);
  return bytes;
}

/** Runs work with bytes copied into the module's memory. */
export const withBytes = <T>(pdfium: Pdfium, bytes: Uint8Array, work: (pointer: number) => T): T => withMemory(pdfium, bytes.length, (pointer) => {
  pdfium.HEAPU8.set(bytes, pointer);
  return work(pointer);
});
