// Completes package-lock.json after `npm i`. A registry mirror may hold only some of the platform builds that a package
// lists in optionalDependencies; npm then leaves the others out of the lock, and `npm ci` refuses such a lock. Each missing
// entry is added with what its name says of os, cpu and libc, so that other platforms still install theirs.
// Run: npm i && node scripts/lock-optional.mjs && rm -rf node_modules && npm ci
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
const osNames = { darwin: 'darwin', win32: 'win32', windows: 'win32', win: 'win32', linux: 'linux', linuxmusl: 'linux', android: 'android',
  freebsd: 'freebsd', openharmony: 'openharmony', netbsd: 'netbsd', openbsd: 'openbsd', sunos: 'sunos', aix: 'aix' };
const cpuNames = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'wasm32', 'loong64', 'mips64el'];

/** The entry that node's resolution would find for `name` from the package at `from`, or undefined. */
function resolveEntry(from, name) {
  for (let dir = from; ; dir = dir.slice(0, Math.max(0, dir.lastIndexOf('/node_modules/')))) {
    const hit = packages[`${dir ? `${dir}/` : ''}node_modules/${name}`];
    if (hit || !dir) return hit;
  }
}

let added = 0;
for (const [at, entry] of Object.entries(packages)) {
  for (const [name, spec] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = spec.replace(/^[~^]/, '');
    if (!/^\d+\.\d+\.\d+\S*$/.test(version)) continue;
    const found = resolveEntry(at, name);
    if (found && (/^[~^]/.test(spec) ? found.version.split('.')[0] === version.split('.')[0] : found.version === version)) continue;
    const nested = packages[`node_modules/${name}`] && at.includes('/node_modules/') ? `${at.slice(0, at.lastIndexOf('/node_modules/'))}/`
      : packages[`node_modules/${name}`] ? `${at}/` : '';
    const words = name.split('/').pop().split('-');
    const os = words.map((w) => osNames[w]).find(Boolean);
    const cpu = words.find((w) => cpuNames.includes(w)) ?? (words.includes('64') ? 'x64' : undefined);
    const musl = words.includes('musl') || words.includes('linuxmusl');
    packages[`${nested}node_modules/${name}`] = { version, ...(cpu && { cpu: [cpu] }), ...(entry.dev && { dev: true }),
      ...(musl && { libc: ['musl'] }), optional: true, ...(os && { os: [os] }) };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional entries added to ${file}`);
