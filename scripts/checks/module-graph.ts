// Who imports whom, read from the syntax tree: imports, re-exports, import(), types by import('…'), and modules named by new URL().
import { dirname, join, normalize } from 'node:path/posix';
import { parseSync } from 'vite';

export interface Import {
  /** The path as written. */
  request: string;
  /** A project file, or undefined for a package and for what is no module (style sheets, assets). */
  to?: string;
  /** Vanishes at run time. */
  typeOnly: boolean;
  /** Loaded when needed: cannot close a cycle at start. */
  lazy: boolean;
}

export interface Module {
  path: string;
  lines: number;
  imports: Import[];
  /** Names declared for others. */
  exports: string[];
  /** Nothing but re-exports of other files. */
  barrel: boolean;
}

export type Graph = ReadonlyMap<string, Module>;

type Node = { type: string; [key: string]: unknown };

function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodes(item);
  } else if (value !== null && typeof value === 'object') {
    if (typeof (value as Node).type === 'string') yield value as Node;
    for (const [key, child] of Object.entries(value)) if (key !== 'parent') yield* nodes(child);
  }
}

const literal = (node: unknown): string | undefined => {
  const { type, value } = (node ?? {}) as Partial<Node>;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
};

/** The file that a relative request names; `.js`-less and folder imports are not used in this project. */
function target(from: string, request: string, files: ReadonlySet<string>): string | undefined {
  if (!request.startsWith('.')) return undefined;
  const path = normalize(join(dirname(from), request.replace(/[?#].*$/, '')));
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => files.has(candidate));
}

function readModule(path: string, text: string, files: ReadonlySet<string>): Module {
  const { module, program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: Import[] = [];
  const add = (request: string, typeOnly: boolean, lazy = false): void => {
    const to = target(path, request, files);
    imports.push({ request, typeOnly, lazy, ...(to !== undefined && { to }) });
  };
  const isTypes = (entries: readonly { isType: boolean }[]): boolean => entries.length > 0 && entries.every((entry) => entry.isType);
  for (const { moduleRequest, entries } of module.staticImports) add(moduleRequest.value, isTypes(entries));
  const exports: string[] = [];
  for (const { entries } of module.staticExports) {
    const request = entries[0]?.moduleRequest?.value;
    if (request !== undefined) add(request, isTypes(entries));
    for (const { exportName } of entries) if (exportName.name) exports.push(exportName.name);
  }
  for (const node of nodes(program)) {
    if (node.type === 'ImportExpression') add(literal(node.source) ?? '(computed)', false, true);
    if (node.type === 'TSImportType') add(literal(node.source) ?? literal((node.argument as Node | undefined)?.literal) ?? '(computed)', true);
    if (node.type === 'NewExpression' && (node.callee as Node).name === 'URL') {
      const request = literal((node.arguments as unknown[])[0]);
      if (request !== undefined && target(path, request, files) !== undefined) add(request, false, true);
    }
  }
  const passesOn = (statement: Node): boolean => statement.type === 'ExportAllDeclaration' || (statement.type === 'ExportNamedDeclaration' && statement.source !== null);
  const statements = program.body as unknown as Node[];
  const own = statements.filter((statement) => statement.type !== 'ImportDeclaration');
  const barrel = statements.some((statement) => statement.type === 'ExportAllDeclaration') || (own.length > 1 && own.every(passesOn));
  return { path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), imports, exports, barrel };
}

/** The graph of the given sources: path from the project's root -> text. */
export function moduleGraph(sources: ReadonlyMap<string, string>): Graph {
  const files = new Set(sources.keys());
  return new Map([...sources].map(([path, text]) => [path, readModule(path, text, files)]));
}

/** Every file that `from` needs at run time, itself included. */
export function runtimeClosure(graph: Graph, from: string): Set<string> {
  const seen = new Set<string>([from]);
  for (const path of seen) for (const { to, typeOnly } of graph.get(path)?.imports ?? []) if (to !== undefined && !typeOnly) seen.add(to);
  return seen;
}

/** Cycles of modules that need each other while they start: one sorted list of paths each (Tarjan's components). */
export function startCycles(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    low.set(path, order.get(path) as number);
    stack.push(path);
    for (const { to, typeOnly, lazy } of graph.get(path)?.imports ?? []) {
      if (to === undefined || typeOnly || lazy) continue;
      if (!order.has(to)) visit(to);
      if (stack.includes(to)) low.set(path, Math.min(low.get(path) as number, low.get(to) as number));
    }
    if (low.get(path) !== order.get(path)) return;
    const members = stack.splice(stack.indexOf(path));
    if (members.length > 1 || graph.get(path)?.imports.some(({ to, typeOnly }) => to === path && !typeOnly)) found.push(members.sort());
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return found;
}
