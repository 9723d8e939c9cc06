import { describe, expect, it } from 'vitest';
import { type BuildManifest, budgetsOf, firstRoutes, LIMITS, staticClosure } from './bundle-rules.ts';

const routes: BuildManifest = Object.fromEntries(Object.values(firstRoutes).flat().map((key) => [key, { file: `${key}.js`, imports: ['_shared.js', '_vendor.js'] }]));
const manifest: BuildManifest = {
  'index.html': { file: 'index.js', isEntry: true, imports: ['_vendor.js'], dynamicImports: ['src/portals/creator/routes.tsx'], css: ['index.css'] },
  '_vendor.js': { file: 'vendor.js' },
  '_shared.js': { file: 'shared.js', imports: ['_vendor.js'], css: ['shared.css'] },
  ...routes,
};
const sizes: Record<string, number> = { 'index.js': 10_000, 'vendor.js': 90_000, 'index.css': 12_000, 'shared.js': 30_000, 'shared.css': 9_000 };
const sizeOf = (file: string): number => sizes[file] ?? 5_000;
const overOf = (of: (file: string) => number): string[] => budgetsOf(manifest, of).filter(({ size, limit }) => size > limit).map(({ name }) => name);

describe('the weight of the pages', () => {
  it('counts what is imported at once, each file once, and nothing that comes later', () => {
    expect(budgetsOf(manifest, sizeOf)).toContainEqual({ name: 'initial JavaScript', size: 100_000, limit: LIMITS.initialScript });
    expect(budgetsOf(manifest, sizeOf)).toContainEqual({ name: 'initial CSS', size: 12_000, limit: LIMITS.initialStyle });
  });

  it('counts for a portal only what the visitor does not have yet', () => {
    expect(budgetsOf(manifest, sizeOf)).toContainEqual({ name: 'first route of creator, beyond that', size: 40_000, limit: LIMITS.portal });
  });

  it('finds each budget that is broken', () => {
    expect(overOf(sizeOf)).toEqual([]);
    expect(overOf((file) => (file === 'vendor.js' ? 120_001 : sizeOf(file)))).toEqual(['initial JavaScript']);
    expect(overOf((file) => (file === 'index.css' ? 15_001 : sizeOf(file)))).toEqual(['initial CSS']);
    expect(overOf((file) => (file === 'shared.js' ? 50_001 : sizeOf(file)))).toHaveLength(4);
  });

  it('does not pass a build it cannot read', () => {
    expect(() => budgetsOf({}, sizeOf)).toThrow(/no entry/);
    expect(() => staticClosure(manifest, ['src/portals/nobody/routes.tsx'])).toThrow(/no chunk/);
  });
});
