import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderedSource } from './render.ts';

it('rendered.ts is what the templates say; if not, run `npm run mails`', async () => {
  expect(await readFile(join(import.meta.dirname, '../rendered.ts'), 'utf8')).toBe(await renderedSource());
});
