import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const path = '/vendor/scalar.js';

/** The page at /api/docs renders the API's description with this script. It is served from here, since the page's policy lets in nothing from elsewhere. */
export function apiReference(): Plugin {
  const source = () => readFileSync(join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference')), 'browser/standalone.js'));
  return {
    name: 'api-reference',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: source() });
    },
    configureServer(server) {
      server.middlewares.use(path, (_request, response) => { response.setHeader('Content-Type', 'text/javascript').end(source()); });
    },
  };
}
