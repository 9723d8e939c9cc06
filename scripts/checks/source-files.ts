// The files of the project as git sees them: tracked, or new and not ignored.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Paths from the project's root, sorted, with forward slashes. Throws when there is none: a check that reads nothing proves nothing. */
export function projectFiles(keep: (path: string) => boolean): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  // A file deleted in the working tree but not yet in the index is still listed.
  const files = [...new Set(listed.split('\0'))].filter((path) => path !== '' && keep(path) && existsSync(join(root, path))).sort();
  if (files.length === 0) throw new Error('The check found no file to read.');
  return files;
}

export const readProjectFile = (path: string): string => readFileSync(join(root, path), 'utf8');

export const isSource = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');
export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
