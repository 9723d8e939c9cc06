import { expect, it } from 'vitest';
import { citations } from './doc-rules.ts';

it('finds paths in code type, links and npm scripts', () => {
  const text = [
    'The pipeline is `worker/app.ts`; see [decisions](decisions/001-x.md#why) and ![a picture](images/browse.png).',
    'Run `npm run check:types` or npm test. `worker/features/<feature>/routes.ts` stands for any, `GET /api/pitches` is no path,',
    '`worker/http/{access,limit}.ts` are two, `migrations/*.sql` is a pattern, `wrangler.toml` a file, [out](https://example.org/x).',
  ].join('\n');
  expect(citations(text, 'docs')).toEqual({
    paths: ['worker/app.ts', 'worker/http/access.ts', 'worker/http/limit.ts', 'migrations/*.sql', 'wrangler.toml', 'docs/decisions/001-x.md', 'docs/images/browse.png'],
    scripts: ['test', 'check:types'],
  });
});
