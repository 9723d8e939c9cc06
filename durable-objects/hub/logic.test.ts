import { describe, expect, it } from 'vitest';
import { following, freshConduct, inParts, isForRoom, readFrame, strike, takeFrame } from './logic.ts';

const id = '018f0000-0000-7000-8000-000000000000';

describe('a frame', () => {
  it('is read as it is', () => expect(readFrame(`{"type":"join","room":"pitch:${id}"}`)).toEqual({ frame: { type: 'join', room: `pitch:${id}` } }));

  it.each([
    ['bytes', new ArrayBuffer(2), 'bad_frame'], ['many bytes', new ArrayBuffer(65_537), 'too_large'], ['letters', 'x'.repeat(65_537), 'too_large'],
    // Each is three bytes.
    ['wide letters', '\u20ac'.repeat(21_846), 'too_large'], ['wide letters that fit', '\u20ac'.repeat(21_845), 'bad_frame'],
    ['null', 'null', 'bad_frame'], ['a list', '[]', 'bad_frame'], ['a spoofed sender', `{"type":"typing","room":"pitch:${id}","on":true,"userId":"x"}`, 'bad_frame'],
    ['a forged number', `{"type":"resume","since":-1}`, 'bad_frame'], ['half a number', `{"type":"resume","since":1.5}`, 'bad_frame'],
  ])('of %s is a fault', (_, message, fault) => expect(readFrame(message)).toMatchObject({ fault }));

  it('that is wrong keeps its id for the answer, unless it is no id', () => {
    expect(readFrame(`{"type":"deed","id":"${id}"}`)).toMatchObject({ id });
    expect(readFrame(`{"type":"deed","id":"${'x'.repeat(81)}"}`)).toMatchObject({ id: null });
    expect(readFrame(`{"type":"deed","id":7}`)).toMatchObject({ id: null });
  });

  it('goes only to rooms that understand it', () => {
    expect([['deed', 'conversation'], ['deed', 'draft'], ['patch', 'draft'], ['patch', 'pitch'], ['focus', 'conversation'], ['typing', 'conversation']].map(([type, room]) => isForRoom({ type: type as string, room: `${room}:${id}` })))
      .toEqual([true, false, true, false, false, true]);
  });
});

describe('conduct', () => {
  it('lets a burst of 60 through, then 30 a second', () => {
    let conduct = freshConduct(0);
    const take = (now: number, times: number): number => {
      let passed = 0;
      for (let n = 0; n < times; n += 1) {
        const taken = takeFrame(conduct, now);
        conduct = taken.conduct;
        if (taken.wait === 0) passed += 1;
      }
      return passed;
    };
    expect(take(0, 100)).toBe(60);
    expect(take(1000, 100)).toBe(30);
    expect(take(1500, 100)).toBe(15);
    // A clock that goes back gives nothing and takes nothing.
    expect(take(1000, 5)).toBe(0);
    expect(take(3_600_000, 100)).toBe(60);
  });

  it('is out at the third strike within a minute; a second of wrong is one', () => {
    const run = (times: number[]): boolean[] => {
      let conduct = freshConduct(0);
      return times.map((at) => { const struck = strike(conduct, at); conduct = struck.conduct; return struck.out; });
    };
    expect(run([0, 10, 999, 1000, 2000])).toEqual([false, false, false, false, true]);
    expect(run([0, 30_000, 60_001, 89_000])).toEqual([false, false, false, true]);
    expect(run([0, 60_001, 120_002])).toEqual([false, false, false]);
  });
});

describe('lines', () => {
  it('follow without a gap', () => {
    const held = new Map([2, 3, 5].map((seq) => [seq, { seq }]));
    expect(following(1, held).map(({ seq }) => seq)).toEqual([2, 3]);
    expect(following(3, held)).toEqual([]);
    expect(following(4, held).map(({ seq }) => seq)).toEqual([5]);
  });

  it('go in parts that hold everything, in order', () => {
    const items = Array.from({ length: 50 }, (_, n) => ({ n, pad: 'x'.repeat(n % 7 === 0 ? 300 : 10) }));
    const parts = inParts(items.map((item) => JSON.stringify(item)), 200);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.flatMap(({ text }) => JSON.parse(text) as unknown[])).toEqual(items);
    expect(parts.map(({ text, count }) => (JSON.parse(text) as unknown[]).length === count)).not.toContain(false);
    expect(inParts([])).toEqual([]);
  });
});
