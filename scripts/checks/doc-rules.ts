// Finds the paths and npm scripts that a document names. Pure.
import { join, normalize } from 'node:path/posix';

/** Folders and files at the project's root: what starts with one of these in code type is a path. */
const top = /^(?:worker|durable-objects|frontend|migrations|scripts|bench|e2e|docs|\.github|\.ci)\/|^(?:package\.json|package-lock\.json|wrangler\.toml|[a-z.]+\.config\.ts|tsconfig(?:\.[a-z]+)?\.json|README\.md|CHANGELOG\.md|\.oxlintrc\.json|\.nvmrc|\.gitignore)$/;

const npmBuiltIn = new Set(['start', 'test']);

/** `a/{b,c}.ts` -> `a/b.ts`, `a/c.ts`. */
function alternatives(path: string): string[] {
  const braces = /^(.*?)\{([^{}]+)\}(.*)$/.exec(path);
  if (!braces) return [path];
  const [, before, inner, after] = braces as unknown as [string, string, string, string];
  return inner.split(',').flatMap((choice) => alternatives(`${before}${choice.trim()}${after}`));
}

/** Paths (from the project's root) and npm scripts named in a Markdown text that lies in `folder`. `<name>` and `…` stand for anything and are left out. */
export function citations(markdown: string, folder: string): { paths: string[]; scripts: string[] } {
  const paths = new Set<string>();
  const scripts = new Set<string>();
  for (const [, code = ''] of markdown.matchAll(/`([^`\n]+)`/g)) {
    for (const word of code.split(/[\s,;()]+(?![^{]*\})/)) {
      const path = word.replace(/[:#].*$/, '').replace(/\/$/, '');
      if (top.test(word) && !/[<>…$]/.test(word) && path !== '') for (const one of alternatives(path)) paths.add(one);
    }
  }
  for (const [, target = ''] of markdown.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:|^#/.test(target)) continue;
    paths.add(normalize(join(folder, target.replace(/#.*$/, ''))));
  }
  for (const [, , name = ''] of markdown.matchAll(/\bnpm (run )?([a-z][a-z0-9:-]*)/g)) if (npmBuiltIn.has(name)) scripts.add(name);
  for (const [, name = ''] of markdown.matchAll(/\bnpm run ([a-z][a-z0-9:-]*)/g)) scripts.add(name);
  return { paths: [...paths], scripts: [...scripts] };
}
