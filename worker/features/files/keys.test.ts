import { expect, it } from 'vitest';
import { pictureKey, rawKey, variantKey } from './keys.ts';

it('two files never share a key, in any size', () => {
  const keys = ['a', 'b'].flatMap((id) => [rawKey(id), pictureKey(id), variantKey(pictureKey(id), 320), variantKey(pictureKey(id), 640)]);
  expect(new Set(keys).size).toBe(keys.length);
});

it('refuses a key outside of a folder of its own', () => {
  expect(() => variantKey('posters/a', 320)).toThrow('no key of a file');
});
