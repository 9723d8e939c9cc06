import { expect, it } from 'vitest';
import { lockProblems } from './lock-rules.ts';

const entry = { version: '1.0.0', integrity: 'sha512-x' };
const manifest = { dependencies: { hono: '1.0.0' } };
const lock = (packages: Record<string, object>, top: object = { dependencies: { hono: '1.0.0' } }) => ({ lockfileVersion: 3, packages: { '': top, ...packages } });

it('accepts a lock that fits', () => {
  expect(lockProblems(manifest, lock({ 'node_modules/hono': entry }))).toEqual([]);
});

it.each([
  ['a range', { dependencies: { hono: '^1.0.0' } }, lock({ 'node_modules/hono': entry }, { dependencies: { hono: '^1.0.0' } }), 'not an exact version'],
  ['a package that the lock lacks', { dependencies: { hono: '1.0.0', zod: '1.0.0' } }, lock({ 'node_modules/hono': entry }), 'zod: package.json says 1.0.0, the lock nothing'],
  ['another version', manifest, lock({ 'node_modules/hono': { ...entry, version: '1.0.1' } }), 'the lock holds 1.0.1'],
  ['a host', manifest, lock({ 'node_modules/hono': { ...entry, resolved: 'https://somewhere.example/hono.tgz' } }), 'names a host'],
  ['no integrity', manifest, lock({ 'node_modules/hono': { version: '1.0.0' } }), 'no integrity'],
  ['a platform package left out', manifest, lock({ 'node_modules/hono': { ...entry, optionalDependencies: { 'hono-linux-x64': '1.0.0' } } }), 'no entry for the platform package hono-linux-x64'],
])('refuses %s', (_, given, held, sentence) => {
  expect(lockProblems(given, held).join('\n')).toContain(sentence);
});

it('finds a platform package in its own folder or in one above', () => {
  const parent = { ...entry, optionalDependencies: { native: '1.0.0' } };
  const packages = { 'node_modules/hono': entry, 'node_modules/a/node_modules/b': parent };
  expect(lockProblems(manifest, lock({ ...packages, 'node_modules/native': entry }))).toEqual([]);
  expect(lockProblems(manifest, lock({ ...packages, 'node_modules/a/node_modules/b/node_modules/native': entry }))).toEqual([]);
  expect(lockProblems(manifest, lock({ ...packages, 'node_modules/c/node_modules/native': entry }))).toHaveLength(1);
});
