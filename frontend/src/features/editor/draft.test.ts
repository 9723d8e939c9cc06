import { describe, expect, it } from 'vitest';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { createDraft, type DraftPorts, type Kept } from './draft.ts';

const pitch: PitchOwner = {
  id: 'p1', slug: 'salt-year', title: 'Salt Year', logline: 'A', synopsis: '', format: 'feature', genres: ['drama'], stage: null, budgetBand: null, poster: null,
  creator: { id: 'u', name: 'Maren', handle: 'maren', companyName: null, headline: null }, stats: { views: 0, likes: 0, watchers: 0, comments: 0 }, ndaRequired: false,
  publishedAt: null, tier: 'owner', version: 1, ask: null, seekingInvestment: false, comps: [], tone: '', themes: [], audience: '', whyNow: '', productionPlan: '', team: [], details: null, characters: [], media: [],
  protected: {} as PitchOwner['protected'], financePlan: null, takedown: null, locked: [], updatedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z', status: 'draft',
  access: {} as PitchOwner['access'], completeness: { publishable: false, done: 0, total: 1, missing: [] },
};

/** A server of one pitch that honours If-Match and trims, and a hand-cranked timer. */
function world() {
  let server: PitchOwner = structuredClone(pitch);
  let isDown = false;
  const timers: (() => void)[] = [];
  let kept: Kept | null = null;
  const sent: unknown[] = [];
  const ports: DraftPorts = {
    async patch(_id, version, body) {
      if (isDown) throw new ApiError('No answer', { kind: 'network', status: 0, code: 'network' });
      if (version !== server.version) throw new ApiError('Stale', { kind: 'http', status: 412, code: 'precondition_failed' });
      sent.push(body);
      const trimmed = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]));
      server = { ...server, ...trimmed, version: server.version + 1 } as PitchOwner;
      return server;
    },
    async load() { return server; },
    keep: { get: async () => kept, set: async (_id, next) => { kept = next; } },
    later: (work) => { timers.push(work); return () => { timers.splice(timers.indexOf(work) >>> 0, 1); }; },
    onSaved: () => undefined,
    room: { newId: () => crypto.randomUUID(), send: () => Promise.reject(new Error('no room here')) },
  };
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 8; turn += 1) { timers.shift()?.(); await new Promise((resolve) => setImmediate(resolve)); } };
  return {
    ports, settle, sent, kept: () => kept, server: () => server,
    down: (value: boolean) => { isDown = value; },
    elsewhere: (changes: Partial<PitchOwner>) => { server = { ...server, ...changes, version: server.version + 1 }; },
  };
}

describe('the draft', () => {
  it('saves what was typed, without moving the words under the cursor', async () => {
    const { ports, settle, server } = world();
    const draft = createDraft(pitch, ports);
    await draft.ready;
    draft.edit({ logline: 'After the sea ' });
    await settle();
    expect(server().logline).toBe('After the sea');
    expect(draft.store.getState()).toMatchObject({ status: 'saved', fields: { logline: 'After the sea ' } });
  });

  it('joins a change made elsewhere when the fields differ', async () => {
    const { ports, settle, server, elsewhere } = world();
    const draft = createDraft(pitch, ports);
    await draft.ready;
    elsewhere({ synopsis: 'theirs' });
    draft.edit({ logline: 'mine' });
    await settle();
    expect(server()).toMatchObject({ logline: 'mine', synopsis: 'theirs' });
    expect(draft.store.getState().fields.synopsis).toBe('theirs');
  });

  it('stops at a conflict with both texts, and saves the chosen one', async () => {
    const { ports, settle, server, elsewhere } = world();
    const draft = createDraft(pitch, ports);
    await draft.ready;
    elsewhere({ logline: 'theirs' });
    draft.edit({ logline: 'mine' });
    await settle();
    expect(draft.store.getState()).toMatchObject({ status: 'conflict', conflicts: [{ field: 'logline', mine: 'mine', theirs: 'theirs' }] });
    expect(server().logline).toBe('theirs');
    draft.decide('logline', 'mine');
    await settle();
    expect(server().logline).toBe('mine');
    expect(draft.store.getState().status).toBe('saved');
  });

  it('does not call words kept that the device would not take', async () => {
    const { ports, settle, down } = world();
    down(true);
    const draft = createDraft(pitch, { ...ports, keep: { get: async () => null, set: () => Promise.reject(new Error('full')) } });
    await draft.ready;
    draft.edit({ logline: 'offline words' });
    await settle();
    expect(draft.store.getState()).toMatchObject({ status: 'offline', isKept: false });
  });

  it('keeps words on the device while the server is away, and sends them when it is back', async () => {
    const { ports, settle, server, down, kept } = world();
    down(true);
    const draft = createDraft(pitch, ports);
    await draft.ready;
    draft.edit({ logline: 'offline words' });
    await settle();
    expect(draft.store.getState().status).toBe('offline');
    expect(kept()?.changes).toEqual({ logline: 'offline words' });
    down(false);
    await draft.saveNow();
    expect(server().logline).toBe('offline words');
    expect(kept()).toBeNull();
  });

  it('brings kept words back after a reload', async () => {
    const { ports, settle, server } = world();
    void ports.keep.set('p1', { version: 1, changes: { logline: 'kept' } });
    const draft = createDraft(pitch, ports);
    await draft.ready;
    expect(draft.store.getState().fields.logline).toBe('kept');
    await settle();
    expect(server().logline).toBe('kept');
  });

  it('asks before kept words overwrite a newer version', async () => {
    const { ports } = world();
    void ports.keep.set('p1', { version: 1, changes: { logline: 'kept' } });
    const draft = createDraft({ ...pitch, version: 2, logline: 'newer' }, ports);
    await draft.ready;
    expect(draft.store.getState()).toMatchObject({ status: 'conflict', conflicts: [{ mine: 'kept', theirs: 'newer' }] });
  });

  it('asks again after a reload what was not decided, and about nothing else', async () => {
    const { ports, settle, server, elsewhere, kept } = world();
    const before = createDraft(pitch, ports);
    await before.ready;
    elsewhere({ logline: 'theirs' });
    before.edit({ logline: 'mine', tone: 'only mine' });
    await settle();
    expect(kept()).toMatchObject({ version: 1, changes: { logline: 'mine', tone: 'only mine' }, base: { logline: 'A', tone: '' } });
    const after = createDraft(server(), ports);
    await after.ready;
    await settle();
    expect(after.store.getState()).toMatchObject({ status: 'conflict', conflicts: [{ field: 'logline', mine: 'mine', theirs: 'theirs' }] });
    expect(server().logline).toBe('theirs');
    after.decide('logline', 'both');
    await settle();
    expect(server()).toMatchObject({ logline: 'both', tone: 'only mine' });
    expect(kept()).toBeNull();
  });

  it('does not send a list again because of a row that is still empty', async () => {
    const { ports, settle, sent } = world();
    const draft = createDraft(pitch, ports);
    await draft.ready;
    draft.edit({ team: [{ name: '', role: '', status: 'interested', proofFileId: null }] });
    await settle();
    expect(sent).toEqual([]);
    expect(draft.store.getState().fields.team).toHaveLength(1);
  });
});
