import { describe, expect, it } from 'vitest';
import { decide, dueAt, join, joinSequences, same } from './logic.ts';

const base = 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.';

describe('joining two changes of a text', () => {
  it('keeps both where they lie apart', () => {
    expect(join(base, base.replace('After', 'When'), base.replace('island', 'rock'))).toBe('When the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the rock.');
    expect(join(base, `${base} She has a plan.`, `Hesk. ${base}`)).toBe(`Hesk. ${base} She has a plan.`);
    expect(join(base, base.replace('one winter', 'two winters').replace('eleven', 'twelve'), base.replace('ferrywoman', 'pilot'))).toContain('a pilot has two winters to talk twelve');
  });

  it('is nobody’s to decide where they touch', () => {
    expect(join(base, base.replace('eleven', 'ten'), base.replace('eleven', 'twelve'))).toBeNull();
    expect(join(base, `${base} One.`, `${base} Two.`)).toBeNull();
    expect(join(base, base.replace('one winter', ''), base.replace('winter', 'summer'))).toBeNull();
    expect(join('A short title', 'A longer title', 'A short name')).toBeNull();
  });

  it('takes once what both changed alike', () => {
    const both = base.replace('eleven', 'twelve');
    expect(join(base, both, both.replace('After', 'When'))).toBe(both.replace('After', 'When'));
  });

  it('joins lists by their rows', () => {
    const rows = ['a', 'b', 'c', 'd'].map((name) => ({ name, role: 'x' }));
    const left = rows.map((row) => (row.name === 'a' ? { ...row, role: 'y' } : row));
    const right = rows.filter((row) => row.name !== 'c');
    expect(join(rows, left, right)).toEqual([{ name: 'a', role: 'y' }, rows[1], rows[3]]);
    expect(join([], ['one'], ['two'])).toBeNull();
  });

  it('never loses or invents a word, over a thousand random pairs of changes', () => {
    let seed = 7;
    const random = (below: number): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed % below; };
    const start = Array.from({ length: 60 }, (_, at) => `w${at}`);
    let made = 0;
    const edit = (): { next: string[]; put: string[]; gone: string[] } => {
      const next = [...start];
      const [put, gone]: [string[], string[]] = [[], []];
      for (let times = 1 + random(3); times > 0; times -= 1) {
        const at = random(next.length);
        if (random(2) === 0) { const word = `n${made += 1}`; put.push(word); next.splice(at, 0, word); } else { const [word] = next.splice(at, 1); if (word?.startsWith('w')) gone.push(word); else put.splice(put.indexOf(word ?? ''), 1); }
      }
      return { next, put, gone };
    };
    let joined = 0;
    for (let round = 0; round < 1000; round += 1) {
      const [left, right] = [edit(), edit()];
      const found = joinSequences(start, left.next, right.next);
      if (!found) continue;
      joined += 1;
      const expected = new Set([...start.filter((word) => !left.gone.includes(word) && !right.gone.includes(word)), ...left.put, ...right.put]);
      expect(new Set(found)).toEqual(expected);
      expect(found.length).toBe(expected.size);
      expect(found.filter((word) => start.includes(word))).toEqual(start.filter((word) => found.includes(word)));
    }
    expect(joined).toBeGreaterThan(500);
  });
});

describe('a change of a field', () => {
  it('is taken from what stands, the same again is the same, and undoing nothing keeps what others wrote', () => {
    expect(decide('a', 'a', 'b')).toEqual({ kind: 'taken' });
    expect(decide('b', 'a', 'b')).toEqual({ kind: 'same' });
    expect(decide('theirs', 'a', 'a')).toEqual({ kind: 'joined', value: 'theirs' });
    expect(decide('theirs', 'a', 'mine')).toEqual({ kind: 'conflict' });
    expect(decide('theirs', undefined, 'mine')).toEqual({ kind: 'conflict' });
  });

  it('is the same in whatever order its parts are named', () => {
    expect(same({ amount: 1, currency: 'USD', gone: undefined }, { currency: 'USD', amount: 1 })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });
});

describe('when a draft is written', () => {
  const timing = { dirtySince: 1000, changedAt: 1000, failures: 0, failedAt: 0 };
  it('after ten quiet seconds, after thirty at most, later and later while it fails', () => {
    expect(dueAt(timing)).toBe(11_000);
    expect(dueAt({ ...timing, changedAt: 29_000 })).toBe(31_000);
    expect(dueAt({ ...timing, failures: 3, failedAt: 11_000 })).toBe(19_000);
    expect(dueAt({ ...timing, failures: 20, failedAt: 11_000 })).toBe(71_000);
  });
});
