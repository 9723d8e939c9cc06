// Saving without a button. Words are on this device at once and on the server within seconds: through the room of the draft, where others
// are told of them, or by PATCH as long as there is no room. A change made elsewhere meanwhile is joined field by field; what both
// changed waits for a decision with both texts kept.
import { createStore } from 'zustand/vanilla';
import type { DraftFrame, DraftPerson, DraftState as RoomState } from '../../../../durable-objects/draft/protocol.ts';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
import { createDraftRoom, type Flight, type RoomPorts } from './draft-room.ts';
import { changesBetween, fieldsOf, merge, patchOf, same, type Changes, type Conflict, type FieldName, type Fields } from './fields.ts';

export interface DraftState {
  /** What the server held last. */
  saved: PitchOwner;
  /** The same as it stands on screen: the server trims and normalises, and must not move the words under a cursor. */
  base: Fields;
  /** What is on screen. */
  fields: Fields;
  status: 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';
  savedAt: Date;
  conflicts: Conflict[];
  /** Sentences by field path, from a 400. */
  refusals: Record<string, string>;
  /** What is not the server's yet also lies on this device. */
  isKept: boolean;
  /** Who else is in the draft, and where. */
  people: DraftPerson[];
}

/** Changes that are not the server's yet: the version they were made on, and what stood in each field then. */
export interface Kept {
  version: number;
  changes: Changes;
  base?: Changes;
  /** Said to the room, and not answered yet. */
  flight?: Flight;
}

export interface DraftPorts {
  /** PATCH with If-Match. */
  patch(id: string, version: number, body: ReturnType<typeof patchOf>): Promise<PitchOwner>;
  load(id: string): Promise<PitchOwner>;
  /**
   * Kept changes of a pitch, across a reload. `get` gives one lot at a time, those of tabs that are gone included; asked again after `set` to
   * null, it gives the next. `set` rejects where the device keeps nothing.
   */
  keep: { get(id: string, mayHaveMore: () => void): Promise<Kept | null>; set(id: string, kept: Kept | null): Promise<unknown> };
  /** Runs work later; gives a way to call it off. */
  later(work: () => void, ms: number): () => void;
  onSaved(pitch: PitchOwner): void;
  room: RoomPorts;
}

const QUIET_MS = 800;
const SYNC_MS = 5000;
const RETRY_MS = 4000;
const OUT = 'You may no longer edit this pitch.';

/** The same but for what the server trims. */
const alike = (one: unknown, other: unknown): boolean => same(one, other) || (typeof one === 'string' && typeof other === 'string' && one.trim() === other.trim());

/** The draft of one pitch. `edit` is all a form calls; the rest happens by itself. */
export function createDraft(pitch: PitchOwner, ports: DraftPorts) {
  const start = fieldsOf(pitch);
  const store = createStore<DraftState>(() => ({ saved: pitch, base: start, fields: start, status: 'saved', savedAt: new Date(pitch.updatedAt), conflicts: [], refusals: {}, isKept: true, people: [] }));
  let cancel: () => void = () => undefined;
  let isDue = false;
  let isSaving = false;
  let isRestored = false;
  let [isTaking, mayTakeMore] = [false, false];
  /** Fields that one lot of kept words has changed already: the next lot was not written on them. */
  const taken = new Set<FieldName>();
  /** From the first time the room let this tab in, everything goes through it: two ways at once would race. */
  let isInRoom = false;
  /** What the room said while a PATCH was under way. */
  let unread: (() => void)[] = [];
  /** What undecided conflicts were made on: after a reload they have to be conflicts again. */
  let disputed: { version: number; base: Changes } | null = null;

  const room = createDraftRoom(ports.room, {
    get: store.getState,
    set: (words) => { store.setState(words); },
    written(version) {
      if (version <= store.getState().saved.version) return;
      ports.load(pitch.id).then((saved) => { store.setState({ saved }); ports.onSaved(saved); }).catch(survive);
    },
    dispute: (base) => { disputed = { version: disputed?.version ?? 0, base: { ...disputed?.base, ...base } }; },
  });

  const pending = (): Changes => changesBetween(store.getState().base, store.getState().fields);

  function remember(): void {
    // What an earlier visit left must not be written over before it was read.
    if (!isRestored) return;
    const changes = pending();
    const { base, saved } = store.getState();
    const names = Object.keys(changes) as FieldName[];
    const stood = Object.fromEntries(names.map((name) => [name, disputed && name in disputed.base ? disputed.base[name] : base[name]]));
    const flight = room.flight();
    const kept = names.length > 0 || flight ? { version: disputed?.version ?? saved.version, changes, base: stood, ...(flight && { flight }) } : null;
    // Full or closed storage: the words are on screen and on their way to the server, and nobody is told that they are safe here.
    ports.keep.set(pitch.id, kept).then(() => {
      if (!store.getState().isKept) store.setState({ isKept: true });
      if (kept === null) takeMore();
    }, () => store.setState({ isKept: false }));
  }

  function schedule(ms: number): void {
    cancel();
    isDue = true;
    cancel = ports.later(() => { isDue = false; void save(); }, ms);
  }

  async function joinWithServer(): Promise<void> {
    const { base, fields, saved } = store.getState();
    const now = await ports.load(pitch.id);
    const joined = merge(base, fields, fieldsOf(now));
    if (joined.conflicts.length > 0) disputed = { version: saved.version, base: Object.fromEntries(joined.conflicts.map(({ field }) => [field, base[field]])) };
    store.setState({ saved: now, base: fieldsOf(now), fields: joined.fields, conflicts: joined.conflicts, status: joined.conflicts.length > 0 ? 'conflict' : 'waiting' });
    remember();
    ports.onSaved(now);
    if (joined.conflicts.length === 0) schedule(0);
  }

  /** What to send: incomplete rows stay here, and a list that is the same without them is not sent again. */
  function body(): ReturnType<typeof patchOf> {
    const patch = patchOf(pending());
    const before = patchOf(store.getState().base);
    for (const list of ['team', 'comps', 'characters', 'financePlan'] as const) if (list in patch && same(patch[list], before[list])) delete patch[list];
    return patch;
  }

  async function saveByPatch(): Promise<void> {
    const { saved, fields } = store.getState();
    const patch = body();
    if (Object.keys(patch).length === 0) return store.setState({ status: 'saved' });
    store.setState({ status: 'saving' });
    const next = await ports.patch(pitch.id, saved.version, patch);
    const server = fieldsOf(next);
    // Words typed while the request was under way are not the server's yet.
    const base = { ...fields, team: server.team.length < fields.team.length ? server.team : fields.team, comps: server.comps.length < fields.comps.length ? server.comps : fields.comps, characters: server.characters.length < fields.characters.length ? server.characters : fields.characters, financePlan: (server.financePlan?.sources.length ?? 0) < (fields.financePlan?.sources.length ?? 0) ? server.financePlan : fields.financePlan };
    const typedOn = !same(fields, store.getState().fields);
    store.setState({ saved: next, base, status: typedOn ? 'waiting' : 'saved', savedAt: new Date(), refusals: {} });
    remember();
    ports.onSaved(next);
    if (typedOn) schedule(QUIET_MS);
  }

  async function saveInRoom(): Promise<void> {
    const sent = await room.send(() => {
      remember();
      store.setState({ status: 'saving' });
    });
    const isPart = room.isPart();
    const { conflicts, refusals } = store.getState();
    const isRefused = Object.keys(refusals).length > 0;
    const hasMore = room.hasMore();
    store.setState({ status: conflicts.length > 0 ? 'conflict' : hasMore ? 'waiting' : isRefused ? 'refused' : 'saved', ...(sent && { savedAt: new Date() }) });
    remember();
    if (conflicts.length === 0 && hasMore) schedule(isPart ? 0 : SYNC_MS);
  }

  async function save(): Promise<void> {
    if (isSaving || store.getState().status === 'conflict') return;
    isSaving = true;
    try {
      await (isInRoom ? saveInRoom() : saveByPatch());
    } catch (error) {
      await survive(error);
    } finally {
      isSaving = false;
      const said = unread;
      unread = [];
      for (const hear of said) hear();
    }
  }

  async function survive(error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    const offline = (seconds?: number): void => {
      store.setState({ status: 'offline' });
      schedule(seconds ? seconds * 1000 : RETRY_MS);
    };
    if (error.code === 'precondition_failed') await joinWithServer().catch(() => offline());
    else if (error.kind === 'network' || error.status >= 500 || error.status === 429) offline(error.retryAfter);
    else if (error.status === 403 || error.status === 404) store.setState({ status: 'refused', refusals: { '(body)': OUT } });
    else store.setState({ status: 'refused', refusals: Object.keys(error.fields).length > 0 ? error.fields : { '(body)': error.message } });
  }

  function edit(changes: Changes): void {
    store.setState(({ fields, status }) => ({ fields: { ...fields, ...changes }, status: status === 'conflict' || status === 'offline' ? status : 'waiting' }));
    remember();
    if (store.getState().status === 'conflict') return;
    // With a room every five seconds while there is something; without one when the typing stops.
    if (!isInRoom) schedule(QUIET_MS);
    else if (!isDue) schedule(SYNC_MS);
  }

  /** Ends one conflict with the value the person chose. */
  function decide(field: FieldName, value: unknown): void {
    const conflicts = store.getState().conflicts.filter((conflict) => conflict.field !== field);
    store.setState(({ fields }) => ({ fields: { ...fields, [field]: value }, conflicts, status: conflicts.length > 0 ? 'conflict' : 'waiting' }));
    if (conflicts.length === 0) disputed = null;
    else if (disputed) delete disputed.base[field];
    remember();
    if (conflicts.length === 0) schedule(0);
  }

  /** The server's pitch changed by another way (publish, poster): take its version, keep what is on screen. Its words come through the room, where there is one. */
  function adopt(next: PitchOwner): void {
    const { base, fields } = store.getState();
    store.setState(isInRoom ? { saved: next } : { saved: next, base: fieldsOf(next), fields: merge(base, fields, fieldsOf(next)).fields });
    remember();
  }

  /** What other tabs left comes one after the other, each when everything before it is the server's. */
  function takeMore(): void {
    if (!mayTakeMore || isTaking || room.flight() || store.getState().conflicts.length > 0 || Object.keys(pending()).length > 0) return;
    mayTakeMore = false;
    void restore();
  }

  /** Takes up what an earlier visit left. Words typed since count more. */
  async function restore(): Promise<void> {
    isTaking = true;
    const kept = await ports.keep.get(pitch.id, () => {
      mayTakeMore = true;
      takeMore();
    });
    [isTaking, isRestored] = [false, true];
    if (!kept) return remember();
    mayTakeMore = true;
    const typed = pending();
    if (kept.flight) room.takeUp(kept.flight);
    store.setState(({ fields }) => ({ fields: { ...fields, ...kept.changes, ...typed } }));
    if (Object.keys(pending()).length === 0 && !kept.flight) return remember();
    const { base, fields, saved } = store.getState();
    // Changed elsewhere since: where the server no longer holds what the words were written on, both are shown, like any conflict. A room that
    // let this tab in is told what they were written on, and joins them or asks; it may be ahead of the version that the pitch has.
    const moved = (Object.keys(pending()) as FieldName[]).filter((field) => !(kept.flight && field in kept.flight.shown) && !(kept.base && field in kept.base && alike(kept.base[field], base[field])));
    const isKnown = (field: FieldName): boolean => kept.base !== undefined && field in kept.base;
    if (isInRoom) {
      const known = moved.filter(isKnown);
      store.setState({ base: { ...base, ...Object.fromEntries(known.map((field) => [field, kept.base?.[field]])) } });
      room.forget(known);
    }
    const isDisputed = (field: FieldName): boolean => (isKnown(field) && isInRoom ? false : kept.version !== saved.version || taken.has(field));
    const conflicts = moved.filter(isDisputed).map((field) => ({ field, mine: fields[field], theirs: base[field] }));
    for (const field of Object.keys({ ...kept.changes, ...kept.flight?.shown }) as FieldName[]) taken.add(field);
    if (conflicts.length > 0) {
      disputed = { version: kept.version, base: Object.fromEntries(conflicts.map(({ field }) => [field, kept.base?.[field]])) };
      store.setState({ status: 'conflict', conflicts });
    } else {
      store.setState({ status: 'waiting' });
      // The room knows words that the pitch does not have yet, and joins with them or asks; a PATCH would come between. It gets time to let this tab in.
      schedule(isInRoom ? 0 : SYNC_MS);
    }
    remember();
  }

  /** What the room says is heard when no PATCH is under way: its answer would be older. */
  function hearing(hear: () => void): void {
    const then = (): void => {
      hear();
      remember();
      const { conflicts } = store.getState();
      if (conflicts.length > 0) store.setState({ status: 'conflict' });
      else if (room.hasMore() && !isDue && !isSaving) schedule(0);
    };
    if (isSaving && !isInRoom) unread.push(then);
    else then();
  }

  const ready = restore();

  return {
    store, edit, decide, adopt, ready,
    saveNow: async (): Promise<void> => {
      cancel();
      isDue = false;
      await save();
    },
    stop: () => cancel(),
    joined: (state: RoomState) => hearing(() => {
      isInRoom = true;
      room.joined(state);
    }),
    heard: (frame: DraftFrame) => hearing(() => room.heard(frame)),
    /** May not write here any more. */
    left: () => store.setState({ people: [], status: 'refused', refusals: { '(body)': OUT } }),
  };
}

export type Draft = ReturnType<typeof createDraft>;
