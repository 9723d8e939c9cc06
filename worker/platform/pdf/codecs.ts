// The codecs in workerd: compiled when the Worker is deployed, instantiated when a page is first asked for.
import { PDFiumModule } from '@hyzyla/pdfium/browser/cdn';
import pdfiumWasm from '@hyzyla/pdfium/pdfium.wasm';
import webpFactory from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import webpWasm from '@jsquash/webp/codec/enc/webp_enc_simd.wasm';
import { defaultOptions } from '@jsquash/webp/meta.js';
import type { Codecs } from './pages.ts';
import type { Pdfium } from './pdfium.ts';

type Done = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** What Emscripten calls instead of fetching a file. */
export const instantiate = (module: WebAssembly.Module) => (imports: WebAssembly.Imports, done: Done): WebAssembly.Exports => {
  const instance = new WebAssembly.Instance(module, imports);
  done(instance, module);
  return instance.exports;
};

/** PDFium and the WebP encoder, ready. */
export async function loadCodecs(): Promise<Codecs> {
  const pdfium = await (PDFiumModule as unknown as (options: object) => Promise<Pdfium>)({ instantiateWasm: instantiate(pdfiumWasm) });
  (pdfium as unknown as { _FPDF_InitLibraryWithConfig(config: object): void })._FPDF_InitLibraryWithConfig({ version: 2 });
  const webp = await webpFactory({ noInitialRun: true, instantiateWasm: instantiate(webpWasm) });
  return { pdfium, webp, webpOptions: { ...defaultOptions } as unknown as Record<string, number> };
}
