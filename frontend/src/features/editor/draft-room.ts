// The live half of a draft: patches to the room of the pitch, and what others write there. For every field it knows which version of it
// the person's words were made from, so that the room can join them with what others wrote.
import type { DraftFrame, DraftPerson, DraftState as RoomState, PatchResult } from '../../../../durable-objects/draft/protocol.ts';
import type { DraftPatch } from '../../../../durable-objects/hub/protocol.ts';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { fieldNames, patchOf, same, shownOf, type Changes, type Conflict, type FieldName, type Fields } from './fields.ts';

/** A patch on its way: the same id again has no second effect, so it is sent until it is answered. */
export interface Flight { id: string; patches: DraftPatch[]; shown: Changes }

export interface RoomPorts {
  /** Rejects with ApiError; what nobody knows is sent again with the same id. */
  send(id: string, patches: DraftPatch[]): Promise<PatchResult>;
  newId(): string;
}

export interface Words { saved: PitchOwner; base: Fields; fields: Fields; conflicts: Conflict[]; refusals: Record<string, string>; people: DraftPerson[] }

interface Context {
  get(): Words;
  set(words: Partial<Words>): void;
  /** The pitch in the database is another one: what it adds to the words (sums, completeness) is asked for anew. */
  written(version: number): void;
  /** What these fields were made from, for after a reload. */
  dispute(base: Changes): void;
}

/** Bytes of one frame, well below what a socket takes. */
const MOST_BYTES = 48_000;

/** A field as the room takes it: rows that are still empty stay on this device. */
const sendable = (name: FieldName, value: unknown): unknown => (name.startsWith('protected.') ? value : (patchOf({ [name]: value } as Changes) as Record<string, unknown>)[name]);
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength;

export function createDraftRoom(ports: RoomPorts, { get, set, written, dispute }: Context) {
  /** Of `base`, by field; absent: not known. */
  const versions = new Map<FieldName, number>();
  const newest = new Map<FieldName, { version: number; value: unknown }>();
  /** Values the server refused: they are not sent again as they are. */
  const refused = new Map<FieldName, unknown>();
  let flight: Flight | null = null;
  /** There was more than one frame takes. */
  let isPart = false;

  const isOurs = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);

  /** Shows what stands in the room, where the person has not written anything of their own. */
  function adopt(name: FieldName): void {
    const there = newest.get(name);
    const { base, fields, conflicts } = get();
    if (!there || (flight && name in flight.shown)) return;
    if (conflicts.some(({ field }) => field === name)) {
      const theirs = shownOf(name, there.value);
      versions.set(name, there.version);
      set({ base: { ...base, [name]: theirs }, conflicts: conflicts.map((one) => (one.field === name ? { ...one, theirs } : one)) });
      return;
    }
    if (!same(base[name], fields[name])) return;
    versions.set(name, there.version);
    if (same(sendable(name, base[name]), there.value)) return;
    const shown = shownOf(name, there.value);
    set({ base: { ...base, [name]: shown }, fields: { ...fields, [name]: shown } });
  }

  /** What to send next, or null. */
  function compose(): Flight | null {
    const { base, fields } = get();
    const patches: DraftPatch[] = [];
    const shown: Record<string, unknown> = {};
    let size = 0;
    isPart = false;
    for (const name of fieldNames) {
      const value = sendable(name, fields[name]);
      if (same(base[name], fields[name]) || same(value, sendable(name, base[name])) || (refused.has(name) && same(refused.get(name), value))) continue;
      const version = versions.get(name);
      const patch: DraftPatch = { field: name, base: version ?? 0, value, ...(version === undefined && { from: sendable(name, base[name]) }) };
      const bytes = bytesOf(patch);
      if (patches.length > 0 && size + bytes > MOST_BYTES) {
        isPart = true;
        break;
      }
      size += bytes;
      patches.push(patch);
      shown[name] = fields[name];
    }
    return patches.length > 0 ? { id: ports.newId(), patches, shown: shown as Changes } : null;
  }

  function settle({ shown }: Flight, { results }: PatchResult): void {
    flight = null;
    for (const result of results) {
      if (!isOurs(result.field)) continue;
      const name = result.field;
      const { base, fields, conflicts, refusals } = get();
      const otherRefusals = Object.fromEntries(Object.entries(refusals).filter(([path]) => path !== name && !path.startsWith(`${name}.`)));
      if (result.status === 'accepted') {
        refused.delete(name);
        versions.set(name, result.mine);
        set({ base: { ...base, [name]: shown[name] }, refusals: otherRefusals });
        if (result.version !== result.mine && (newest.get(name)?.version ?? 0) < result.version) newest.set(name, { version: result.version, value: result.value });
        if ((newest.get(name)?.version ?? 0) > result.mine) adopt(name);
      } else if (result.status === 'conflict') {
        const theirs = shownOf(name, result.theirs);
        newest.set(name, { version: result.version, value: result.theirs });
        versions.set(name, result.version);
        dispute({ [name]: base[name] } as Changes);
        set({ base: { ...base, [name]: theirs }, conflicts: [...conflicts.filter(({ field }) => field !== name), { field: name, mine: fields[name], theirs }] });
      } else {
        refused.set(name, sendable(name, shown[name]));
        set({ refusals: { ...otherRefusals, ...(result.fields ?? { [name]: result.message }) } });
      }
    }
  }

  return {
    flight: () => flight,
    /** What was on its way when the page went away. */
    takeUp(kept: Flight): void { flight = kept; },
    joined(state: RoomState): void {
      // A room that has not heard yet of what this tab saved itself is behind: its words come with the next frame.
      const isBehind = state.written < get().saved.version;
      for (const [name, there] of Object.entries(state.fields)) {
        if (!isOurs(name) || (newest.get(name)?.version ?? 0) > there.version) continue;
        newest.set(name, { version: there.version, value: there.value });
        if (!isBehind) adopt(name);
        if (!versions.has(name) && same(sendable(name, get().base[name]), there.value)) versions.set(name, there.version);
      }
      set({ people: state.people });
      for (const { field, value } of state.parked) {
        if (!isOurs(field)) continue;
        const { base, fields, conflicts } = get();
        const mine = shownOf(field, value);
        if (same(base[field], fields[field])) set({ fields: { ...fields, [field]: mine }, conflicts: [...conflicts, { field, mine, theirs: base[field] }] });
      }
      if (state.written > get().saved.version) written(state.written);
    },
    heard(frame: DraftFrame): void {
      if (frame.kind === 'people') return set({ people: frame.people });
      if (frame.kind === 'written') return written(frame.version);
      if (frame.kind === 'parked') return this.joined({ written: 0, fields: {}, people: get().people, parked: frame.parked });
      for (const { field, version, value } of frame.fields) {
        if (!isOurs(field) || (newest.get(field)?.version ?? 0) >= version) continue;
        newest.set(field, { version, value });
        adopt(field);
      }
    },
    /** Changed by another way than the room: which version that is, nobody here knows. */
    forget: (names: readonly FieldName[]): void => { for (const name of names) versions.delete(name); },
    isPart: (): boolean => isPart,
    hasMore: (): boolean => flight !== null || compose() !== null,
    /** Sends what there is. `before` runs between composing and sending. False: there was nothing. */
    async send(before: () => void): Promise<boolean> {
      flight ??= compose();
      if (!flight) return false;
      before();
      const sent = flight;
      settle(sent, await ports.send(sent.id, sent.patches));
      return true;
    },
  };
}

export type DraftRoom = ReturnType<typeof createDraftRoom>;
