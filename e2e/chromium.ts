// Finds a Chromium that runs here: CHROMIUM_PATH, Playwright's own, the system's, the one npm brought (@sparticuz/chromium, linux-x64).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

/** How to start it: flags, where it is (absent: Playwright's own), and what its environment needs on top of ours. */
export type Chromium = { executablePath?: string; env?: Record<string, string>; args: string[] };

// Same pixels everywhere, and no word to anyone but this machine.
const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic',
  '--font-render-hinting=none', '--force-color-profile=srgb', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1'];
const systemPaths = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const remedy = 'No Chromium was found. Run "npx playwright install chromium", or install the system\'s (Debian: apt-get install chromium-headless-shell), or name one in CHROMIUM_PATH.';

/** The first Chromium that answers. Throws one sentence with the remedy when there is none; nothing is skipped for want of one. */
export async function findChromium(): Promise<Chromium> {
  const known = process.env.PITCHEY_CHROMIUM;
  if (known) return JSON.parse(known) as Chromium;
  const found = await search();
  process.env.PITCHEY_CHROMIUM = JSON.stringify(found); // Playwright reads its configuration once in every worker process
  return found;
}

async function search(): Promise<Chromium> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!runs(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, which does not run.`);
    return { executablePath: chosen, args };
  }
  if (runs(chromium.executablePath())) return { args };
  const system = systemPaths.find((path) => runs(path));
  if (system) return { executablePath: system, args };
  const packed = await fromPackage();
  if (packed) return packed;
  throw new Error(remedy);
}

function runs(path: string, env: Record<string, string> = {}): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000, env: { ...process.env, ...env } }).status === 0;
}

// The package holds a packed binary, and the libraries that a bare container lacks; both are unpacked once into npm's cache folder.
async function fromPackage(): Promise<Chromium | undefined> {
  const manifest = packageFile();
  if (!manifest || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const folder = resolve(import.meta.dirname, '..', 'node_modules', '.cache', 'pitchey', `chromium-${version}`);
  if (!existsSync(folder)) unpack(dirname(manifest), folder);
  const executablePath = join(folder, 'chromium');
  if (runs(executablePath)) return { executablePath, args };
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) };
  return runs(executablePath, env) ? { executablePath, args, env } : undefined;
}

function packageFile(): string | undefined {
  try {
    return findPackageJSON('@sparticuz/chromium', import.meta.url);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function unpack(packageFolder: string, folder: string): void {
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((name) => join(packageFolder, 'bin', name));
  const script = `import { inflate } from '@sparticuz/chromium'; await Promise.all(${JSON.stringify(files)}.map((file) => inflate(file)));`;
  // It unpacks into the temporary folder, whichever that is.
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: packageFolder, encoding: 'utf8', env: { ...process.env, TMPDIR: aside } });
  if (run.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new Error(`@sparticuz/chromium could not be unpacked: ${run.stderr.trim()}`);
  }
  renameSync(aside, folder);
}
