import { expect, it } from 'vitest';
import { safeNext } from './paths.ts';

it.each([
  ['/investor/deals?year=2026', '/investor/deals?year=2026'],
  [null, '/home'],
  ['', '/home'],
  ['https://evil.example', '/home'],
  ['//evil.example', '/home'],
  ['/\\evil.example', '/home'],
  ['/a\\b', '/home'],
  ['javascript:alert(1)', '/home'],
])('after signing in %s leads to %s', (next, target) => expect(safeNext(next, '/home')).toBe(target));
