// Runs on any Node from 20: installs what package-lock.json asks for, then hands over to the project's own Node 24.
//   node scripts/bootstrap.mjs scripts/start.ts [arguments]
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const [script, ...args] = process.argv.slice(2);
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let stopped = false;

function fail(sentence) {
  console.error(`Pitchey could not start. ${sentence}`);
  process.exit(1);
}

/** True when what npm says it installed is what the lock file asks for; optional packages of other platforms may be absent. */
function isInstalled() {
  const installedFile = join(modules, '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const wanted = read(join(root, 'package-lock.json'));
  const installed = read(installedFile);
  const same = (a, b) => a.version === b.version && (!a.integrity || !b.integrity || a.integrity === b.integrity);
  return Object.entries(wanted).every(([path, entry]) => path === '' || (installed[path] ? same(entry, installed[path]) : entry.optional || entry.devOptional || entry.peer))
    && Object.keys(installed).every((path) => path in wanted);
}

/** Runs a program in this terminal and passes on the signals that end us; gives its exit code, or 1 when a signal ended it. */
function run(command, args, options) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => fail(`${command} could not be run: ${error.message}.`));
    // It stops what it started and then exits; until then this one stays, so that npm does not return early.
    const pass = (signal) => { stopped = true; child.kill(signal); };
    for (const signal of signals) process.on(signal, pass);
    // Started through npm, all goes when npm goes, even when npm had no time to say so.
    const parent = process.ppid;
    const watch = process.env.npm_lifecycle_event ? setInterval(() => { if (process.ppid !== parent) pass('SIGTERM'); }, 1_000) : undefined;
    child.on('exit', (code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      done(code ?? 1);
    });
  });
}

async function install() {
  // npm ci empties the folder first: through a link, that would be another checkout's.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) fail('node_modules is a link to another folder, whose packages are not those of package-lock.json: run "npm ci" there, or remove the link.');
  console.log('  installing packages (npm ci), which takes a minute or two');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const code = await run(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: command === 'npm' && process.platform === 'win32' });
  if (stopped) process.exit(130);
  if (code !== 0) fail('"npm ci" failed; its own message stands above.');
}

/** The project's Node where npm has one for this platform, else the one that runs this, if it is new enough. */
function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const own = join(modules, `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(`There is no npm package of Node 24 for ${process.platform}-${process.arch}: install Node 24 (this is ${process.versions.node}).`);
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`It needs Node 20 or newer, this is ${process.versions.node}.`);
if (!script) fail('Usage: node scripts/bootstrap.mjs <script> [arguments].');
try {
  if (!isInstalled()) await install();
} catch (error) {
  fail(`package-lock.json or node_modules could not be read: ${error.message}.`);
}

process.exit(await run(findNode(), [resolve(root, script), ...args], {
  env: { ...process.env, PATH: [join(modules, '.bin'), process.env.PATH].filter(Boolean).join(delimiter) },
}));
