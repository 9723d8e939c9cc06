import { describe, expect, it } from 'vitest';
import { entryOf } from './entry.ts';
import { createMemoryTier } from './memory.ts';

const entry = (text: string) => entryOf(0, 1, text);

describe('memory tier', () => {
  it('drops what was used longest ago when there are too many', () => {
    const memory = createMemoryTier({ entries: 3, bytes: 1e6 });
    for (const key of ['a', 'b', 'c']) memory.set(key, entry(key));
    memory.get('a');
    memory.set('d', entry('d'));
    expect(['a', 'b', 'c', 'd'].filter((key) => memory.get(key))).toEqual(['a', 'c', 'd']);
  });

  it('stays within its bytes, counts a replaced entry once, and takes none that would fill a quarter of it', () => {
    const memory = createMemoryTier({ entries: 1000, bytes: 100_000 });
    for (let round = 0; round < 50; round += 1) memory.set('same', entry('x'.repeat(1000)));
    expect(memory.size().entries).toBe(1);
    expect(memory.size().bytes).toBeLessThan(5_000);
    for (let n = 0; n < 200; n += 1) memory.set(`key-${n}`, entry('x'.repeat(1000)));
    expect(memory.size().bytes).toBeLessThanOrEqual(100_000);
    expect(memory.size().entries).toBeGreaterThan(10);
    memory.set('large', entry('x'.repeat(10_000)));
    expect(memory.get('large')).toBeUndefined();
    for (let n = 0; n < 200; n += 1) memory.delete(`key-${n}`);
    memory.delete('same');
    expect(memory.size()).toEqual({ entries: 0, bytes: 0 });
  });
});
