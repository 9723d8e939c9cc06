import { beforeEach, describe, expect, it } from 'vitest';
import { absorb, see, take } from './changes.ts';
import { fieldNames } from './fields.ts';
import { type Json, same } from './logic.ts';
import type { FieldResult } from './protocol.ts';
import { createStore, type Store } from './store.ts';
import { createTestDisk } from '../../worker/testing/test-disk.ts';

const text = 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.';
const start: Record<string, Json> = { title: 'Salt Year', logline: text, format: 'feature', genres: ['drama'], synopsis: text.repeat(2), stage: 'financing', budgetBand: 'mid', tone: '', comps: [], team: [], themes: [], characters: [], seekingInvestment: false, ask: null, financePlan: null };

let store: Store;
beforeEach(() => {
  store = createStore(createTestDisk());
  store.setStanding({ ownerId: 'owner', version: 1, isPublished: false, lookedAt: 0 });
  absorb(store, start);
});
const synopsisOf = (room: Store): string => room.field('synopsis')?.value as string;
const one = (author: string, field: string, base: number, value: unknown, from?: unknown): FieldResult => take(store, author, [{ field, base, value, ...(from !== undefined && { from }) }]).results[0] as FieldResult;

describe('a patch', () => {
  it('takes each field for itself: what fits, what does not, and what nobody knows', () => {
    const { results, changed } = take(store, 'a', [
      { field: 'tone', base: 1, value: '  Dry  ' }, { field: 'genres', base: 1, value: ['opera of sorts'] }, { field: 'nothing', base: 0, value: 1 }, { field: 'protected.budgetBreakdown', base: 1, value: 'Boats' },
    ]);
    expect(results).toMatchObject([
      { field: 'genres', status: 'refused' }, { field: 'nothing', status: 'refused' }, { field: 'tone', status: 'accepted', version: 2, mine: 2, value: 'Dry' }, { field: 'protected.budgetBreakdown', status: 'accepted', version: 2 },
    ]);
    expect(changed.map(({ field }) => field)).toEqual(['tone', 'protected.budgetBreakdown']);
    expect(store.dirty().map(([name]) => name).toSorted()).toEqual(['protected.budgetBreakdown', 'tone']);
  });

  it('of the same words from an old base is joined, shown side by side, or the same', () => {
    expect(one('a', 'logline', 1, text.replace('After', 'When'))).toMatchObject({ status: 'accepted', version: 2 });
    expect(one('b', 'logline', 1, text.replace('island', 'rock'))).toMatchObject({ status: 'accepted', version: 4, mine: 3, value: text.replace('After', 'When').replace('island', 'rock') });
    // Typed on while the joined text was on its way: from what was sent.
    expect(one('b', 'logline', 3, text.replace('island', 'old rock'))).toMatchObject({ status: 'accepted', value: text.replace('After', 'When').replace('island', 'old rock') });
    expect(one('c', 'logline', 1, text.replace('island', 'reef'))).toMatchObject({ status: 'conflict', theirs: text.replace('After', 'When').replace('island', 'old rock') });
    const now = store.field('logline');
    expect(one('c', 'logline', 1, now?.value)).toMatchObject({ status: 'accepted', version: now?.version });
  });

  it('from words whose version nobody knows is measured by the words', () => {
    expect(one('a', 'logline', 0, text.replace('island', 'rock'), text)).toMatchObject({ status: 'accepted' });
    expect(one('a', 'logline', 0, text.replace('After', 'When'), text)).toMatchObject({ status: 'accepted', value: text.replace('After', 'When').replace('island', 'rock') });
    expect(one('a', 'logline', 999, 'Mine')).toMatchObject({ status: 'conflict' });
  });

  it('may not leave ask and plan in two currencies, nor a published pitch without what it needs', () => {
    expect(one('a', 'ask', 1, { amount: 100, currency: 'EUR', kind: 'equity' })).toMatchObject({ status: 'accepted' });
    expect(one('a', 'financePlan', 1, { currency: 'USD', budget: 5, sources: [] })).toMatchObject({ status: 'refused' });
    store.setStanding({ ownerId: 'owner', version: 1, isPublished: true, lookedAt: 0 });
    expect(one('a', 'logline', 1, '')).toMatchObject({ status: 'refused' });
    expect(one('a', 'tone', 1, 'Dry')).toMatchObject({ status: 'accepted' });
  });
});

describe('what was changed outside of the room', () => {
  it('comes in where nobody wrote, is joined where they lie apart, and leaves acknowledged words alone where they touch', () => {
    one('a', 'logline', 1, text.replace('After', 'When'));
    one('a', 'tone', 1, 'Dry');
    const { changed, apart } = absorb(store, { ...start, title: 'Salt Years', logline: text.replace('island', 'rock'), tone: 'Wet' });
    expect(changed.map(({ field, value }) => [field, value])).toEqual([['title', 'Salt Years'], ['logline', text.replace('After', 'When').replace('island', 'rock')]]);
    expect(apart).toBe(true);
    expect(store.field('tone')).toMatchObject({ value: 'Dry', written: 'Wet' });
    expect(store.dirty().map(([name]) => name).toSorted()).toEqual(['logline', 'tone']);
  });

  it('of what was just written is no change, and what was typed meanwhile stays to be written', () => {
    one('a', 'tone', 1, 'Dry');
    one('a', 'tone', 2, 'Dry and slow');
    expect(absorb(store, { ...start, tone: 'Dry' }, { tone: 'Dry' })).toEqual({ changed: [], apart: false });
    expect(store.field('tone')).toMatchObject({ value: 'Dry and slow', written: 'Dry' });
  });

  it('is not what the room itself sent, when a look sees it first or the answer is lost', () => {
    const before = one('a', 'tone', 1, 'Dry') as Extract<FieldResult, { status: 'accepted' }>;
    store.noteSent({ tone: 'Dry' });
    const typedOn = one('a', 'tone', before.version, 'Dry and slow') as Extract<FieldResult, { status: 'accepted' }>;
    expect(absorb(store, { ...start, tone: 'Dry' })).toEqual({ changed: [], apart: false });
    expect(store.field('tone')).toMatchObject({ value: 'Dry and slow', written: 'Dry', version: typedOn.version });
    expect(one('a', 'tone', typedOn.version, 'Dry, slow and warm')).toMatchObject({ status: 'accepted' });
  });

  it('is not what a look saw that was asked before a write and answered after it', () => {
    one('a', 'tone', 1, 'Dry');
    const standing = { ownerId: 'owner', isPublished: false, lookedAt: 0 };
    expect(see(store, { ...standing, version: 2 })).toBe(true);
    absorb(store, { ...start, tone: 'Dry' }, { tone: 'Dry' });
    expect(see(store, { ...standing, version: 1 })).toBe(false);
    expect(store.standing()).toMatchObject({ version: 2 });
    expect(see(store, { ...standing, version: 2 })).toBe(true);
  });

  it('is what somebody else wrote, also while words of the room are on their way', () => {
    one('a', 'tone', 1, 'Dry');
    store.noteSent({ tone: 'Dry' });
    expect(absorb(store, { ...start, tone: 'Wet', title: 'Salt Years' })).toMatchObject({ changed: [{ field: 'title' }], apart: true });
    expect(store.field('tone')).toMatchObject({ value: 'Dry', written: 'Wet' });
  });
});

describe('over random orders of patches, writes, changes elsewhere and new starts', () => {
  it('no acknowledged word is lost that nobody took out', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      let state = seed * 7919;
      const random = (below: number): number => { state = (state * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor((state / 2_147_483_648) * below); };
      const disk = createTestDisk();
      let room = createStore(disk);
      room.setStanding({ ownerId: 'owner', version: 1, isPublished: false, lookedAt: 0 });
      const sentence = Array.from({ length: 40 }, (_, at) => `word${at}`).join(' ');
      let row: Record<string, Json> = { ...start, synopsis: sentence };
      absorb(room, row);
      // Two tabs, each with what it believes, and one that only speaks HTTP. Everybody only adds marks, so each must be there in the end.
      const tabs = ['a', 'b'].map((id) => ({ id, base: 1, shown: sentence }));
      const acked = new Set<string>();
      let made = 0;
      const mark = (words: string): { next: string; added: string } => {
        const parts = words.split(' ');
        const added = `m${seed}x${made += 1}`;
        parts.splice(random(parts.length), 0, added);
        return { next: parts.join(' '), added };
      };
      for (let step = 0; step < 60; step += 1) {
        const what = random(12);
        if (what < 6) {
          const tab = tabs[random(2)] as (typeof tabs)[number];
          const { next, added } = mark(tab.shown);
          const result = take(room, tab.id, [{ field: 'synopsis', base: tab.base, value: next }]).results[0] as FieldResult;
          // Told, or not: then it goes on from its own version, as after a lost whisper.
          if (result.status === 'accepted') { acked.add(added); tab.base = random(2) === 0 ? result.mine : result.version; tab.shown = tab.base === result.version ? synopsisOf(room) : next; }
          else { tab.base = result.status === 'conflict' ? result.version : tab.base; tab.shown = synopsisOf(room); }
        } else if (what < 8) {
          const sent = Object.fromEntries(room.dirty().map(([name, { value }]) => [name, value]));
          row = { ...row, ...sent };
          absorb(room, row, sent);
          room.forgetSent();
        } else if (what >= 10) {
          // Written, and the answer is lost: it is seen by a later look, or the next write says it.
          const sent = Object.fromEntries(room.dirty().map(([name, { value }]) => [name, value]));
          room.noteSent(sent);
          row = { ...row, ...sent };
          const [before, shown] = [room.field('synopsis')?.version, synopsisOf(room)];
          if (random(2) === 0) absorb(room, row);
          expect([room.field('synopsis')?.version, synopsisOf(room)], `seed ${seed}: own words are no change`).toEqual([before, shown]);
        } else if (what < 9) {
          const { next } = mark((row.synopsis as string));
          row = { ...row, synopsis: next };
          absorb(room, row);
        } else room = createStore(disk);
      }
      const sent = Object.fromEntries(room.dirty().map(([name, { value }]) => [name, value]));
      row = { ...row, ...sent };
      absorb(room, row, sent);
      const words = new Set((row.synopsis as string).split(' '));
      expect([...acked].filter((added) => !words.has(added)), `seed ${seed}`).toEqual([]);
      expect(acked.size).toBeGreaterThan(10);
      expect(room.dirty()).toEqual([]);
    }
  });
});

it('knows every field of a pitch by name', () => {
  expect(fieldNames()).toEqual(expect.arrayContaining(['title', 'financePlan', 'team', 'protected.contactDetails']));
  expect(same(fieldNames().length, new Set(fieldNames()).size)).toBe(true);
  expect([...store.all().keys()].toSorted()).toEqual([...fieldNames()].toSorted());
});
