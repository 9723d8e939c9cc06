// Tabs of one person on one pitch, each with words that the server has not got: none writes over another's, and whoever comes next has them all.
import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { createDraft, type Kept } from './draft.ts';
import { createKeptChanges } from './kept-changes.ts';

/** Locks as a browser keeps them, between tabs that can be closed. */
function browser() {
  const held = new Map<string, object>();
  const waiting = new Map<string, { owner: object; grant: () => void }[]>();
  function free(name: string): void {
    held.delete(name);
    const next = waiting.get(name)?.shift();
    next?.grant();
  }
  return {
    tab() {
      const owner = {};
      const request = ((name: string, options: LockOptions | LockGrantedCallback<unknown>, work?: LockGrantedCallback<unknown>) => {
        const then = (work ?? options) as (lock: object | null) => unknown;
        const run = async (): Promise<unknown> => {
          held.set(name, owner);
          const result = await then({ name });
          if (held.get(name) === owner) free(name);
          return result;
        };
        if (!held.has(name)) return run();
        if (typeof options === 'object' && options.ifAvailable) return Promise.resolve(then(null));
        return new Promise((resolve) => { waiting.set(name, [...(waiting.get(name) ?? []), { owner, grant: () => resolve(run()) }]); });
      }) as unknown as LockManager['request'];
      return { locks: { request }, close: () => { for (const [name, by] of held) if (by === owner) free(name); } };
    },
  };
}

const words = (logline: string): Kept => ({ version: 1, changes: { logline }, base: { logline: 'A' } });
const nothing = (): void => undefined;

afterEach(() => { indexedDB.deleteDatabase('pitchey-drafts'); });

it('of two tabs lie beside each other, and are taken up one after the other when both are gone', async () => {
  const { tab } = browser();
  const [one, two, three] = [tab(), tab(), tab()];
  const [first, second, third] = [createKeptChanges(one.locks, '1'), createKeptChanges(two.locks, '2'), createKeptChanges(three.locks, '3')];
  await first.set('p', words('one'));
  await second.set('p', words('two'));
  expect(await first.get('p', nothing)).toEqual(words('one'));
  expect(await second.get('p', nothing)).toEqual(words('two'));
  one.close();
  two.close();
  expect(await third.get('p', nothing)).toEqual(words('one'));
  // Its own now, over a reload of this tab's page too.
  expect(await third.get('p', nothing)).toEqual(words('one'));
  await third.set('p', null);
  expect(await third.get('p', nothing)).toEqual(words('two'));
  await third.set('p', null);
  expect(await third.get('p', nothing)).toBeNull();
});

it('of a tab that lives are left to it, and told of when it is gone', async () => {
  const { tab } = browser();
  const [one, two] = [tab(), tab()];
  const [first, second] = [createKeptChanges(one.locks, '1'), createKeptChanges(two.locks, '2')];
  await first.set('p', words('one'));
  let told = 0;
  expect(await second.get('p', () => { told += 1; })).toBeNull();
  expect(told).toBe(0);
  one.close();
  await expect.poll(() => told).toBe(1);
  expect(await second.get('p', nothing)).toEqual(words('one'));
});

it('are taken up by one of two that come at once', async () => {
  const { tab } = browser();
  const one = tab();
  await createKeptChanges(one.locks, '1').set('p', words('one'));
  one.close();
  const found = await Promise.all(['2', '3'].map((name) => createKeptChanges(tab().locks, name).get('p', nothing)));
  expect(found.filter((kept) => kept !== null)).toEqual([words('one')]);
});

it('are those of this pitch alone, and those kept before tabs had names', async () => {
  localStorage.setItem('pitchey-draft:p', JSON.stringify(words('former')));
  const kept = createKeptChanges(browser().tab().locks, '1');
  await createKeptChanges(undefined, '0').set('q', words('other'));
  expect(await kept.get('p', nothing)).toEqual(words('former'));
  await kept.set('p', null);
  expect([await kept.get('p', nothing), localStorage.getItem('pitchey-draft:p')]).toEqual([null, null]);
  expect(await kept.get('q', nothing)).toEqual(words('other'));
});

const pitch = { id: 'p', version: 1, title: 'Salt Year', logline: 'A', tone: '', audience: '', genres: ['drama'], team: [], comps: [], characters: [], themes: [], protected: {}, financePlan: null, details: null, updatedAt: '2026-01-01T00:00:00.000Z' } as unknown as PitchOwner;

it('of two tabs that were offline on one pitch all reach it, and what both wrote is a question', async () => {
  const { tab } = browser();
  let server = pitch;
  let isDown = true;
  const open = (keep: ReturnType<typeof createKeptChanges>) => createDraft(server, {
    async patch(_, version, body) {
      if (isDown) throw new ApiError('No answer', { kind: 'network', status: 0, code: 'network' });
      if (version !== server.version) throw new ApiError('Stale', { kind: 'http', status: 412, code: 'precondition_failed' });
      server = { ...server, ...body, version: server.version + 1 } as unknown as PitchOwner;
      return server;
    },
    load: async () => server, keep, onSaved: nothing,
    later: (work, ms) => { const timer = setTimeout(work, isDown ? ms : 0); return () => clearTimeout(timer); },
    room: { newId: () => crypto.randomUUID(), send: () => Promise.reject(new Error('no room here')) },
  });
  const [one, two, three] = [tab(), tab(), tab()];
  const [ofOne, ofTwo] = [createKeptChanges(one.locks, '1'), createKeptChanges(two.locks, '2')];
  const [first, second] = [open(ofOne), open(ofTwo)];
  await Promise.all([first.ready, second.ready]);
  first.edit({ tone: 'Dry.', logline: 'From the first tab.' });
  second.edit({ audience: 'Everybody.', logline: 'From the second tab.' });
  for (const draft of [first, second]) {
    await draft.saveNow();
    expect(draft.store.getState().status).toBe('offline');
    draft.stop();
  }
  for (const [keep, field] of [[ofOne, 'tone'], [ofTwo, 'audience']] as const) {
    await expect.poll(async () => (await keep.get('p', nothing))?.changes).toMatchObject({ [field]: expect.any(String), logline: expect.any(String) });
  }
  one.close();
  two.close();
  isDown = false;
  const third = open(createKeptChanges(three.locks, '3'));
  await third.ready;
  await expect.poll(() => third.store.getState().status).toBe('conflict');
  expect(server).toMatchObject({ tone: 'Dry.', logline: 'From the first tab.' });
  expect(third.store.getState()).toMatchObject({ fields: { audience: 'Everybody.' }, conflicts: [{ field: 'logline', mine: 'From the second tab.', theirs: 'From the first tab.' }] });
  third.decide('logline', 'Both.');
  await expect.poll(() => third.store.getState().status).toBe('saved');
  expect(server).toMatchObject({ tone: 'Dry.', audience: 'Everybody.', logline: 'Both.' });
  three.close();
  await expect.poll(() => createKeptChanges(tab().locks, '4').get('p', nothing)).toBeNull();
});
