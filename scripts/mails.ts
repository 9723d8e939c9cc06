// npm run mails: renders the mail templates into worker/platform/mail/rendered.ts. Vite loads them, since Node reads no TSX.
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const templates = fileURLToPath(new URL('../worker/platform/mail/templates/render.ts', import.meta.url).href);
const rendered = fileURLToPath(new URL('../worker/platform/mail/rendered.ts', import.meta.url).href);
const { module } = await runnerImport<{ renderedSource(): Promise<string> }>(templates, { configFile: false, logLevel: 'error' });
await writeFile(rendered, await module.renderedSource());
