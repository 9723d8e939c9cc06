// Two editors over the room's own rules: the same code and the same SQLite that run in it, without the network between.
import { describe, expect, it } from 'vitest';
import type { DraftFrame, DraftState, PatchResult } from '../../../../durable-objects/draft/protocol.ts';
import type { DraftPatch } from '../../../../durable-objects/hub/protocol.ts';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { ownPitch } from '../../testing/samples.ts';
import { createDraft, type Kept } from './draft.ts';

// Imported by a name that the compiler does not follow: what is behind it is written for workerd.
const rules = new URL('../../../../worker/testing/draft-rules.ts', import.meta.url).pathname;
const { createDraftRules } = await import(rules) as {
  createDraftRules(pitch: PitchOwner): {
    state(): DraftState;
    say(userId: string, id: string, patches: readonly DraftPatch[]): { answer: PatchResult; told: DraftFrame | null };
    value(field: string): unknown;
    version(field: string): number;
  };
};

const text = 'After the sea takes the causeway, a ferrywoman has one winter to talk eleven holdouts off the island.';
const pitch = ownPitch({ logline: text, tone: '', version: 1 });

function world() {
  const room = createDraftRules(pitch);
  const tabs: { id: string; isOnline: boolean; draft: ReturnType<typeof createDraft> }[] = [];
  let answersLost = 0;

  function tab(id: string, kept: Kept | null = null) {
    const timers: (() => void)[] = [];
    let kept_ = kept;
    const me = { id, isOnline: true } as (typeof tabs)[number];
    const draft = createDraft(pitch, {
      patch: () => Promise.reject(new Error('PATCH is not for a draft with a room')),
      load: () => Promise.resolve(pitch),
      keep: { get: async () => structuredClone(kept_), set: async (_, next) => { kept_ = structuredClone(next); } },
      later: (work) => { timers.push(work); return () => { const at = timers.indexOf(work); if (at >= 0) timers.splice(at, 1); }; },
      onSaved: () => undefined,
      room: {
        newId: () => crypto.randomUUID(),
        async send(patchId, patches): Promise<PatchResult> {
          const network = new ApiError('No answer', { kind: 'network', status: 0, code: 'network' });
          if (!me.isOnline) throw network;
          const { answer, told } = room.say(id, patchId, patches);
          for (const other of tabs) if (told && other.id !== id && other.isOnline) other.draft.heard(told);
          if (answersLost > 0) { answersLost -= 1; throw network; }
          return answer;
        },
      },
    });
    me.draft = draft;
    tabs.push(me);
    const join = (): void => draft.joined(room.state());
    const tick = async (): Promise<void> => { timers.shift()?.(); for (let turn = 0; turn < 6; turn += 1) await Promise.resolve(); };
    return { draft, join, tick, me, kept: () => kept_, fields: () => draft.store.getState().fields, state: () => draft.store.getState() };
  }
  return { room, tab, loseAnswers: (count: number) => { answersLost = count; } };
}

/** What theirs says, and after it every word of mine that is not in there. */
const bothOf = (mine: string, theirs: string): string => `${theirs} ${mine.split(' ').filter((word) => !theirs.split(' ').includes(word)).join(' ')}`;

async function pair() {
  const made = world();
  const [a, b] = [made.tab('a'), made.tab('b')];
  for (const one of [a, b]) { await one.draft.ready; one.join(); }
  return { ...made, a, b };
}

describe('two editors of one draft', () => {
  it('see each other’s words, each in their own field', async () => {
    const { a, b } = await pair();
    a.draft.edit({ tone: 'Dry' });
    b.draft.edit({ audience: 'People who stay up' });
    await a.tick();
    await b.tick();
    for (const one of [a, b]) expect(one.state()).toMatchObject({ status: 'saved', fields: { tone: 'Dry', audience: 'People who stay up' } });
  });

  it('write in one text at once, and keep typing while it is joined', async () => {
    const { a, b, room } = await pair();
    a.draft.edit({ logline: text.replace('After', 'When') });
    b.draft.edit({ logline: text.replace('island', 'rock') });
    await a.tick();
    expect(b.fields().logline).toBe(text.replace('island', 'rock'));
    const sending = b.tick();
    b.draft.edit({ logline: text.replace('island', 'old rock') });
    await sending;
    await b.tick();
    await a.tick();
    const both = text.replace('After', 'When').replace('island', 'old rock');
    expect([a.fields().logline, b.fields().logline, room.value('logline')]).toEqual([both, both, both]);
    expect(a.state().status).toBe('saved');
  });

  it('lose nothing when the room is quicker than the words that the device kept', async () => {
    const { room, tab } = world();
    const a = tab('a');
    await a.draft.ready;
    a.join();
    a.draft.edit({ logline: text.replace('eleven', 'ten'), synopsis: 'Theirs.' });
    await a.tick();
    const kept = (logline: string): Kept => ({ version: 1, changes: { logline }, base: { logline: text } });
    const [apart, over] = [tab('b', kept(text.replace('island', 'rock'))), tab('c', kept(text.replace('eleven', 'twelve')))];
    for (const one of [apart, over]) {
      one.join();
      await one.draft.ready;
      await one.tick();
    }
    const both = text.replace('eleven', 'ten').replace('island', 'rock');
    expect([room.value('logline'), apart.fields().logline, apart.state().status]).toEqual([both, both, 'saved']);
    expect(over.state()).toMatchObject({ status: 'conflict', conflicts: [{ field: 'logline', mine: text.replace('eleven', 'twelve'), theirs: both }] });
  });

  it('change the same words, and the second is asked with both beside each other', async () => {
    const { a, b, room } = await pair();
    a.draft.edit({ logline: text.replace('eleven', 'ten') });
    b.draft.edit({ logline: text.replace('eleven', 'twelve'), tone: 'Dry' });
    await a.tick();
    await b.tick();
    expect(b.state()).toMatchObject({ status: 'conflict', conflicts: [{ field: 'logline', mine: text.replace('eleven', 'twelve'), theirs: text.replace('eleven', 'ten') }] });
    expect(b.kept()).toMatchObject({ changes: { logline: text.replace('eleven', 'twelve') }, base: { logline: text } });
    b.draft.decide('logline', text.replace('eleven', 'some'));
    await b.tick();
    expect(room.value('logline')).toBe(text.replace('eleven', 'some'));
    expect(a.fields()).toMatchObject({ logline: text.replace('eleven', 'some'), tone: 'Dry' });
    expect(b.kept()).toBeNull();
  });

  it('lose no answer twice: what was not answered is said again with the same id', async () => {
    const { a, loseAnswers, room } = await pair();
    loseAnswers(2);
    a.draft.edit({ tone: 'Dry' });
    await a.tick();
    expect(a.state().status).toBe('offline');
    expect(a.kept()?.flight?.patches).toMatchObject([{ field: 'tone', value: 'Dry' }]);
    await a.tick();
    await a.tick();
    expect(a.state().status).toBe('saved');
    expect(room.version('tone')).toBe(2);
  });

  it('come back from a time offline with their words, and over a reload with what was on its way', async () => {
    const { a, b, tab, room } = await pair();
    a.me.isOnline = false;
    a.draft.edit({ tone: 'Written in a tunnel' });
    await a.tick();
    a.draft.edit({ audience: 'Passengers' });
    b.draft.edit({ whyNow: 'Because' });
    await b.tick();
    expect(a.state().status).toBe('offline');
    const again = tab('a', a.kept());
    await again.draft.ready;
    expect(again.fields()).toMatchObject({ tone: 'Written in a tunnel', audience: 'Passengers' });
    again.join();
    for (let turn = 0; turn < 4; turn += 1) await again.tick();
    expect(again.state()).toMatchObject({ status: 'saved', fields: { tone: 'Written in a tunnel', audience: 'Passengers', whyNow: 'Because' } });
    expect(room.value('tone')).toBe('Written in a tunnel');
    expect(b.fields()).toMatchObject({ tone: 'Written in a tunnel', audience: 'Passengers' });
    expect(again.kept()).toBeNull();
  });

  it('are told what the pitch does not take, and the rest is saved', async () => {
    const { a, room } = await pair();
    a.draft.edit({ genres: [], tone: 'Dry' });
    await a.tick();
    expect(a.state()).toMatchObject({ status: 'refused', refusals: { genres: 'Choose at least one genre.' } });
    expect(room.value('tone')).toBe('Dry');
    await a.draft.saveNow();
    expect(a.state().status).toBe('refused');
    a.draft.edit({ genres: ['comedy'] });
    await a.tick();
    expect(a.state()).toMatchObject({ status: 'saved', refusals: {} });
  });

  it('end with the same words on every screen, whatever the order, and none of theirs gone', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      let state = seed * 104_729;
      const random = (below: number): number => { state = (state * 48_271) % 2_147_483_647; return state % below; };
      const { a, b, room, loseAnswers } = await pair();
      const sentence = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
      a.draft.edit({ synopsis: sentence });
      await a.draft.saveNow();
      const added: string[] = [];
      for (let step = 0; step < 50; step += 1) {
        const one = random(2) === 0 ? a : b;
        const what = random(10);
        if (what < 5 && one.state().conflicts.length === 0) {
          const parts = one.fields().synopsis.split(' ');
          const mark = `m${step}`;
          parts.splice(random(parts.length), 0, mark);
          added.push(mark);
          one.draft.edit({ synopsis: parts.join(' ') });
        } else if (what < 8) await one.tick();
        else if (what === 8) { one.me.isOnline = !one.me.isOnline; if (one.me.isOnline) one.join(); } else loseAnswers(1);
        // Who is asked keeps both.
        for (const { draft, state: now } of [a, b]) for (const { field, mine, theirs } of now().conflicts) draft.decide(field, bothOf(mine as string, theirs as string));
      }
      loseAnswers(0);
      for (const one of [a, b]) { one.me.isOnline = true; one.join(); }
      for (let turn = 0; turn < 12; turn += 1) for (const { draft, state: now, tick } of [a, b]) {
        await draft.saveNow();
        await tick();
        for (const { field, mine, theirs } of now().conflicts) draft.decide(field, bothOf(mine as string, theirs as string));
      }
      const there = room.value('synopsis') as string;
      expect(added.filter((mark) => !there.split(' ').includes(mark)), `seed ${seed}`).toEqual([]);
      expect([a.fields().synopsis.trim(), b.fields().synopsis.trim()], `seed ${seed}`).toEqual([there, there]);
    }
  });
});
