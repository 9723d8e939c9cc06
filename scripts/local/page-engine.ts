// The page engine in node, for tests and for the leak tracer: the same WebAssembly as in the Worker, read from the packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import webpFactory from '@jsquash/webp/codec/enc/webp_enc_simd.js';
import { defaultOptions } from '@jsquash/webp/meta.js';
import { createPageEngine, type PageEngine } from '../../worker/platform/pdf/pages.ts';
import type { Pdfium } from '../../worker/platform/pdf/pdfium.ts';

const require = createRequire(import.meta.url);
// workerd's types know no constructor, since code compiled at run time is refused there.
const compiled = (name: string): WebAssembly.Module => Reflect.construct(WebAssembly.Module, [readFileSync(require.resolve(name))]) as WebAssembly.Module;

function instantiate(module: WebAssembly.Module) {
  return (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance, module);
    return instance.exports;
  };
}

export const createNodePages = (): PageEngine => createPageEngine(async () => {
  const pdfium = await (PDFiumModule as unknown as (options: object) => Promise<Pdfium>)({ instantiateWasm: instantiate(compiled('@hyzyla/pdfium/pdfium.wasm')) });
  (pdfium as unknown as { _FPDF_InitLibraryWithConfig(config: object): void })._FPDF_InitLibraryWithConfig({ version: 2 });
  const webp = await webpFactory({ noInitialRun: true, instantiateWasm: instantiate(compiled('@jsquash/webp/codec/enc/webp_enc_simd.wasm')) });
  return { pdfium, webp, webpOptions: { ...defaultOptions } as unknown as Record<string, number> };
});
