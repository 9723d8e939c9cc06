import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('what is shown of a message that was found', () => {
  it('marks the words where they begin, whatever their case', () => {
    expect(excerptOf('Seven of them are Nights, and the knight rides by night.', 'night')).toEqual(['Seven of them are ', 'Night', 's, and the knight rides by ', 'night', '.']);
    expect(excerptOf('Über Ötztal,\n\nam Samstag', 'ötztal sam')).toEqual(['Über ', 'Ötztal', ', am ', 'Sam', 'stag']);
  });

  it('shows the place where they stand far into a long one', () => {
    const long = `${'The tide tables are in the schedule now. '.repeat(60)}The chapel is the cover set. ${'And so on. '.repeat(60)}`;
    const pieces = excerptOf(long, 'chapel');
    expect(pieces[1]).toBe('chapel');
    expect(pieces.join('').length).toBeLessThanOrEqual(202);
    expect(pieces[0]).toMatch(/^… /);
    expect(excerptOf(`${'x'.repeat(300)} chapel`, 'chapel')[1]).toBe('chapel');
  });

  it('shows the beginning where the words do not stand as they were typed', () => {
    expect(excerptOf('Read to 61 this morning.', 'reading')).toEqual(['Read to 61 this morning.']);
    expect(excerptOf('a (b) c', '( ) *')).toEqual(['a (b) c']);
    expect(excerptOf('', 'x')).toEqual(['']);
  });
});
