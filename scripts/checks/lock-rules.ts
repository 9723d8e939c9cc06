// The lock file's rules, as a pure function.
import type { Manifest } from './packages.ts';

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  optional?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Lock {
  lockfileVersion: number;
  packages: Record<string, Entry>;
}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** The entry that a package at `at` would load for `name`: its own, or that of a folder above. */
function resolved(packages: Lock['packages'], at: string, name: string): Entry | undefined {
  for (let folder = at; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const found = packages[`${folder ? `${folder}/` : ''}node_modules/${name}`];
    if (found || folder === '') return found;
  }
}

/** One sentence a problem: versions that are not exact, a lock that does not fit, hosts in it, platform packages it leaves out. */
export function lockProblems(manifest: Manifest, { packages }: Lock): string[] {
  const problems: string[] = [];
  const top = packages[''];
  if (top === undefined) return ['The lock has no entry for the project itself.'];
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    const [wanted, locked] = [manifest[kind] ?? {}, top[kind] ?? {}];
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(locked)])) {
      if (wanted[name] !== locked[name]) problems.push(`${name}: package.json says ${wanted[name] ?? 'nothing'}, the lock ${locked[name] ?? 'nothing'}`);
      const version = wanted[name];
      if (version === undefined) continue;
      if (!exact.test(version)) problems.push(`${name}: ${version} is not an exact version`);
      else if (packages[`node_modules/${name}`]?.version !== version && kind !== 'optionalDependencies') problems.push(`${name}: the lock holds ${packages[`node_modules/${name}`]?.version ?? 'nothing'} for ${version}`);
    }
  }
  for (const [at, entry] of Object.entries(packages)) {
    if (entry.resolved !== undefined && /^https?:/.test(entry.resolved)) problems.push(`${at}: the lock names a host (${entry.resolved})`);
    if (at !== '' && !entry.integrity && !entry.optional && !entry.link) problems.push(`${at}: no integrity hash`);
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!exact.test(range.replace(/^[~^]/, ''))) continue;
      if (!resolved(packages, at, name)) problems.push(`${at || 'the project'}: the lock has no entry for the platform package ${name}@${range} (node scripts/lock-optional.mjs adds it)`);
    }
  }
  return problems;
}
