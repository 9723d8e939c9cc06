// What a visitor downloads before the first screen, worked out from the build's manifest. Pure over the manifest and the file sizes.

export interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: readonly string[];
  dynamicImports?: readonly string[];
  css?: readonly string[];
}
export type BuildManifest = Readonly<Record<string, Chunk>>;

/** Gzip sizes in bytes by file name, as the manifest names the files. */
export type SizeOf = (file: string) => number;

export interface Budget {
  name: string;
  /** Bytes, gzip. */
  size: number;
  limit: number;
}

/** A limit in kB is 1000 bytes: what the network panel shows. */
const kB = 1000;
export const LIMITS = { initialScript: 130 * kB, portal: 60 * kB, initialStyle: 15 * kB } as const;

/** The keys of a chunk and of everything it imports at once; what it loads later is left out. */
export function staticClosure(manifest: BuildManifest, keys: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (key: string): void => {
    if (found.has(key)) return;
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no chunk ${key}. Was it renamed? See scripts/checks/bundle-rules.ts.`);
    found.add(key);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const key of keys) visit(key);
  return found;
}

/** Each portal's own routes and the page that they open first. */
export const firstRoutes: Readonly<Record<string, readonly string[]>> = {
  creator: ['src/portals/creator/routes.tsx', 'src/portals/makers/home.tsx'],
  investor: ['src/portals/investor/routes.tsx', 'src/portals/public/pages/browse.tsx'],
  production: ['src/portals/production/routes.tsx', 'src/portals/makers/home.tsx'],
  admin: ['src/portals/admin/routes.tsx', 'src/portals/public/pages/browse.tsx'],
};

export function budgetsOf(manifest: BuildManifest, sizeOf: SizeOf): Budget[] {
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  if (entries.length === 0) throw new Error('The manifest names no entry: this is not a finished build.');
  const sum = (files: Iterable<string>): number => [...new Set(files)].reduce((total, file) => total + sizeOf(file), 0);
  const initial = staticClosure(manifest, entries);
  const chunks = [...initial].map((key) => manifest[key] as Chunk);
  const portals = Object.entries(firstRoutes).map(([portal, keys]): Budget => {
    const more = [...staticClosure(manifest, keys)].filter((key) => !initial.has(key)).map((key) => (manifest[key] as Chunk).file);
    return { name: `first route of ${portal}, beyond that`, size: sum(more), limit: LIMITS.portal };
  });
  return [
    { name: 'initial JavaScript', size: sum(chunks.map(({ file }) => file)), limit: LIMITS.initialScript },
    { name: 'initial CSS', size: sum(chunks.flatMap(({ css }) => css ?? [])), limit: LIMITS.initialStyle },
    ...portals,
  ];
}
