// Stands in for zod's messages in fifty languages (wrangler.toml, [alias]), which the bundler cannot leave out: 260 kB, read at every start.
// Ours are English, which zod loads by itself.
export {};
