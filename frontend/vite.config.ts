import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { apiReference } from './vite/api-reference.ts';
import { preloadFonts } from './vite/preload-fonts.ts';
import { startEarly } from './vite/start-early.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.PITCHEY_API_ORIGIN ?? 'http://127.0.0.1:8787';

const isKit = /frontend[\\/]src[\\/](ui|lib|features[\\/]catalogue)[\\/][^\\/]+\.tsx?$|features[\\/]catalogue[\\/]lists\.ts$/;
const needsRadix = /ui[\\/](bottom-bar|dialog|menu|palette|popover|tabs|tooltip)\.tsx$|lib[\\/]style-singleton\.ts$/;

const isMarket = /src[\\/](features[\\/](market[\\/](api|card-tools|filters|market-card|total)|compare[\\/](store|compare-toggle)|counting[\\/](origin|report)|marks[\\/](api|use-marks)|messages[\\/](api|message-button)|pitches[\\/](api|prose)|reading[\\/](readers-sentence|use-readers))|lib[\\/]live[\\/](hooks|live|status))\.tsx?$/;

export default defineConfig({
  root: here('.'),
  plugins: [react(), tailwindcss(), preloadFonts(['geist-latin-wght-normal', 'newsreader-latin-display-400']), startEarly('early'), apiReference()],
  resolve: {
    // The dialogs' scroll lock writes a <style> element, which our policy refuses; the stand-in uses a constructed style sheet.
    alias: { 'react-style-singleton': here('./src/lib/style-singleton.ts') },
  },
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    // light-dark() must reach the browser as written: a compiled stand-in would not switch subtrees.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'early', priority: 3, test: /src[\\/](app[\\/](early|first-page|first-posters|pages)|lib[\\/](early|portal-hint)|ui[\\/]poster-source)\.ts$/ },
            { name: 'vendor', priority: 2, test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack[\\/](react-query|query-core)|zustand)[\\/]/ },
            // What most pages share travels in one file instead of a dozen; what needs radix stays with the pages that open things.
            { name: 'shared', priority: 1, minShareCount: 2, test: (id: string) => isKit.test(id) && !needsRadix.test(id) },
            // So does what the market's pages and a pitch's page share: a request apiece costs more than the bytes of the few that a page can do without.
            { name: 'market', priority: 0, minShareCount: 2, includeDependenciesRecursively: false, test: isMarket },
          ],
        },
      },
    },
  },
  server: {
    // Packages and the server's schemas lie above this folder; the data folder, with its secrets, does too.
    fs: { allow: [here('.'), here('../node_modules'), here('../worker'), here('../durable-objects')] },
    proxy: {
      '/api': { target: api, changeOrigin: false },
      '/ws': { target: api, changeOrigin: false, ws: true },
    },
  },
});
