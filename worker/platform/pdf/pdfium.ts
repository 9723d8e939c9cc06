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

export interface OpenDocument {
  handle: number;
  pageCount: number;
  /** Points, at 72 an inch; by page, from 0. */
  size(page: number): { width: number; height: number };
  close(): void;
}

/** Opens bytes. They stay in the module's memory until `close`. */
export function openDocument(pdfium: Pdfium, bytes: Uint8Array): OpenDocument {
  const pointer = pdfium.wasmExports.malloc(bytes.length);
  if (pointer === 0) throw new RangeError(`no memory for a PDF of ${bytes.length} bytes`);
  pdfium.HEAPU8.set(bytes, pointer);
  const handle = call(pdfium, '_FPDF_LoadMemDocument', pointer, bytes.length, 0);
  if (handle === 0) {
    const code = call(pdfium, '_FPDF_GetLastError');
    pdfium.wasmExports.free(pointer);
    throw new PdfError(ERRORS[code] ?? `cannot be opened (${code})`);
  }
  return {
    handle,
    pageCount: call(pdfium, '_FPDF_GetPageCount', handle),
    size: (page) => withMemory(pdfium, 16, (at) => {
      call(pdfium, '_FPDF_GetPageSizeByIndex', handle, page, at, at + 8);
      const view = new DataView(pdfium.HEAPU8.buffer);
      return { width: view.getFloat64(at, true), height: view.getFloat64(at + 8, true) };
    }),
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
