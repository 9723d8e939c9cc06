// The rules and the disk of a draft's room without the room: for tests of the editor, which are of another world of types.
import { absorb, take } from '../../durable-objects/draft/changes.ts';
import { valuesOf } from '../../durable-objects/draft/fields.ts';
import type { DraftFrame, DraftState, PatchResult } from '../../durable-objects/draft/protocol.ts';
import { createStore } from '../../durable-objects/draft/store.ts';
import type { DraftPatch } from '../../durable-objects/hub/protocol.ts';
import type { PitchOwner } from '../features/pitches/schema.ts';
import { createTestDisk } from './test-disk.ts';

export interface DraftRules {
  /** What a tab that joins is given. */
  state(): DraftState;
  /** Takes a patch as the room does: `told` is what others hear of it, null the second time. */
  say(userId: string, id: string, patches: readonly DraftPatch[]): { answer: PatchResult; told: Extract<DraftFrame, { kind: 'fields' }> | null };
  value(field: string): unknown;
  version(field: string): number;
}

export function createDraftRules(pitch: PitchOwner): DraftRules {
  const store = createStore(createTestDisk());
  store.setStanding({ ownerId: 'owner', version: pitch.version, isPublished: false, lookedAt: 0 });
  absorb(store, valuesOf(pitch));
  return {
    state: () => ({ written: pitch.version, people: [], parked: [], fields: Object.fromEntries([...store.all()].map(([name, { version, value }]) => [name, { version, value: structuredClone(value) }])) }),
    say(userId, id, patches) {
      const before = store.answer(id, userId) as PatchResult | undefined;
      if (before) return { answer: before, told: null };
      const { results, changed } = take(store, userId, structuredClone(patches));
      const answer = { at: '', results };
      store.keepAnswer(id, userId, 0, answer);
      return { answer: structuredClone(answer), told: changed.length > 0 ? { kind: 'fields', by: { userId, name: userId }, fields: structuredClone(changed) } : null };
    },
    value: (field) => store.field(field)?.value,
    version: (field) => store.field(field)?.version ?? 0,
  };
}
