// What a page costs at least: PDFium renders it, the encoder writes WebP, with the same library builds and the same encoder settings as ours. One document,
// given by POST; no session, no database, no mark, no words over it.
import { loadCodecs } from '../../worker/platform/pdf/codecs.ts';
import type { Codecs } from '../../worker/platform/pdf/pages.ts';

const PAGE_SETTINGS = { quality: 78, method: 0, segments: 1, filter_strength: 20 };

let codecs: Codecs | undefined;
let document = 0;

async function open(bytes: Uint8Array): Promise<void> {
  codecs ??= await loadCodecs();
  const { pdfium } = codecs;
  const at = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  document = pdfium._FPDF_LoadMemDocument?.(at, bytes.length, 0) ?? 0;
  if (document === 0) throw new Error('the document cannot be opened');
}

function draw(number: number, width: number): Uint8Array {
  if (!codecs || document === 0) throw new Error('no document');
  const { pdfium: p, webp, webpOptions } = codecs;
  const call = (name: `_FPDF${string}`, ...args: number[]): number => p[name]?.(...args) ?? 0;
  const size = p.wasmExports.malloc(16);
  call('_FPDF_GetPageSizeByIndex', document, number - 1, size, size + 8);
  const view = new DataView(p.HEAPU8.buffer);
  const height = Math.round((width * view.getFloat64(size + 8, true)) / view.getFloat64(size, true));
  p.wasmExports.free(size);
  const at = p.wasmExports.malloc(width * height * 4);
  const bitmap = call('_FPDFBitmap_CreateEx', width, height, 4, at, width * 4);
  call('_FPDFBitmap_FillRect', bitmap, 0, 0, width, height, 0xffffffff);
  const page = call('_FPDF_LoadPage', document, number - 1);
  call('_FPDF_RenderPageBitmap', bitmap, page, 0, 0, width, height, 0, 0x01 | 0x10);
  call('_FPDF_ClosePage', page);
  call('_FPDFBitmap_Destroy', bitmap);
  const bytes = webp.encode(p.HEAPU8.subarray(at, at + width * height * 4), width, height, { ...webpOptions, ...PAGE_SETTINGS });
  p.wasmExports.free(at);
  if (!bytes) throw new Error('the page could not be encoded');
  return bytes.slice();
}

export default {
  async fetch(request) {
    const url = new URL(request.url);
    if (request.method === 'POST') {
      await open(new Uint8Array(await request.arrayBuffer()));
      return new Response('{}');
    }
    if (document === 0) return new Response('{}');
    return new Response(draw(Number(url.searchParams.get('page')), Number(url.searchParams.get('w'))) as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/webp' } });
  },
} satisfies ExportedHandler;
