// A .wasm import is a compiled module (wrangler.toml, rules).
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

declare module '@jsquash/webp/codec/enc/webp_enc_simd.js' {
  const factory: (options: Record<string, unknown>) => Promise<import('./pages.ts').Webp>;
  export default factory;
}
