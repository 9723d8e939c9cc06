import { expect, it } from 'vitest';
import { forbiddenIn } from './word-rules.ts';

it.each([
  'see https://registry.npmjs.org/x', 'cd /work/main', "import '../shared/design/a'", 'as ChatGPT said', 'Co-Authored-By: somebody', 'done \u{1F389}', '// TODO later', "it.skip('x', () => {})", 'Lorem ipsum dolor',
  '-----BEGIN PRIVATE KEY-----',
])('%s is refused with its line', (line) => {
  expect(forbiddenIn('docs/x.md', `fine\n${line}\n`)).toHaveLength(1);
  expect(forbiddenIn('docs/x.md', `fine\n${line}\n`)[0]).toMatch(/^docs\/x\.md:2: /);
});

it.each(['a session of the network group', 'a/work/b', 'import "../http/shared/x"', 'Ctrl-C \u2192 stop \u00a9 2026', 'the todo list', "it('skips', () => {})", '/api/worker'])('%s is fine', (line) => {
  expect(forbiddenIn('docs/x.md', line)).toEqual([]);
});
