// Saving without a button. Words are on this device at once, on the server within a second of the last key, and a change made
// elsewhere meanwhile is joined field by field; what both changed waits for a decision with both texts kept.
import { createStore } from 'zustand/vanilla';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { ApiError } from '../../lib/http.ts';
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
}

/** Changes that are not the server's yet: the version they were made on, and what stood in each field then. */
export interface Kept {
  version: number;
  changes: Changes;
  base?: Changes;
}

export interface DraftPorts {
  /** PATCH with If-Match. */
  patch(id: string, version: number, body: ReturnType<typeof patchOf>): Promise<PitchOwner>;
  load(id: string): Promise<PitchOwner>;
  /** Kept changes of a pitch, across a reload. */
  keep: { get(id: string): Kept | null; set(id: string, kept: Kept | null): void };
  /** Runs work later; gives a way to call it off. */
  later(work: () => void, ms: number): () => void;
  onSaved(pitch: PitchOwner): void;
}

const QUIET_MS = 800;
const RETRY_MS = 4000;

/** The draft of one pitch. `edit` is all a form calls; the rest happens by itself. */
export function createDraft(pitch: PitchOwner, ports: DraftPorts) {
  const kept = ports.keep.get(pitch.id);
  const start = fieldsOf(pitch);
  const store = createStore<DraftState>(() => ({
    saved: pitch, base: start, fields: kept ? { ...start, ...kept.changes } : start, status: 'saved', savedAt: new Date(pitch.updatedAt), conflicts: [], refusals: {},
  }));
  let cancel: () => void = () => undefined;
  let isSaving = false;
  /** What undecided conflicts were made on: after a reload they have to be conflicts again. */
  let disputed: { version: number; base: Changes } | null = null;

  const pending = (): Changes => changesBetween(store.getState().base, store.getState().fields);

  function remember(): void {
    const changes = pending();
    const { base, saved } = store.getState();
    const names = Object.keys(changes) as FieldName[];
    const stood = Object.fromEntries(names.map((name) => [name, disputed && name in disputed.base ? disputed.base[name] : base[name]]));
    ports.keep.set(pitch.id, names.length > 0 ? { version: disputed?.version ?? saved.version, changes, base: stood } : null);
  }

  function schedule(ms: number): void {
    cancel();
    cancel = ports.later(() => void save(), ms);
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

  async function save(): Promise<void> {
    const { saved, fields, status } = store.getState();
    if (isSaving || status === 'conflict') return;
    const patch = body();
    if (Object.keys(patch).length === 0) {
      store.setState({ status: 'saved' });
      return;
    }
    isSaving = true;
    store.setState({ status: 'saving' });
    try {
      const next = await ports.patch(pitch.id, saved.version, patch);
      const server = fieldsOf(next);
      // Words typed while the request was under way are not the server's yet.
      const base = { ...fields, team: server.team.length < fields.team.length ? server.team : fields.team, comps: server.comps.length < fields.comps.length ? server.comps : fields.comps, characters: server.characters.length < fields.characters.length ? server.characters : fields.characters, financePlan: (server.financePlan?.sources.length ?? 0) < (fields.financePlan?.sources.length ?? 0) ? server.financePlan : fields.financePlan };
      const typedOn = !same(fields, store.getState().fields);
      store.setState({ saved: next, base, status: typedOn ? 'waiting' : 'saved', savedAt: new Date(), refusals: {} });
      remember();
      ports.onSaved(next);
      if (typedOn) schedule(QUIET_MS);
    } catch (error) {
      await survive(error);
    } finally {
      isSaving = false;
    }
  }

  async function survive(error: unknown): Promise<void> {
    if (!(error instanceof ApiError)) throw error;
    const offline = (seconds?: number): void => {
      store.setState({ status: 'offline' });
      schedule(seconds ? seconds * 1000 : RETRY_MS);
    };
    if (error.code === 'precondition_failed') await joinWithServer().catch(() => offline());
    else if (error.kind === 'network' || error.status >= 500 || error.code === 'rate_limited') offline(error.retryAfter);
    else store.setState({ status: 'refused', refusals: Object.keys(error.fields).length > 0 ? error.fields : { '(body)': error.message } });
  }

  function edit(changes: Changes): void {
    store.setState(({ fields, status }) => ({ fields: { ...fields, ...changes }, status: status === 'conflict' ? 'conflict' : 'waiting' }));
    remember();
    if (store.getState().status !== 'conflict') schedule(QUIET_MS);
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

  /** The server's pitch changed by another way (publish, poster): take its version, keep what is on screen. */
  function adopt(next: PitchOwner): void {
    const { base, fields } = store.getState();
    store.setState({ saved: next, base: fieldsOf(next), fields: merge(base, fields, fieldsOf(next)).fields });
    remember();
  }

  if (kept && Object.keys(pending()).length > 0) {
    // Changed elsewhere since: where the server no longer holds what the words were written on, both are shown, like any conflict.
    const isDisputed = (field: FieldName): boolean => kept.version !== pitch.version && !(kept.base && field in kept.base && same(kept.base[field], start[field]));
    const conflicts = (Object.keys(pending()) as FieldName[]).filter(isDisputed).map((field) => ({ field, mine: store.getState().fields[field], theirs: start[field] }));
    if (conflicts.length === 0) schedule(0);
    else {
      disputed = { version: kept.version, base: Object.fromEntries(conflicts.map(({ field }) => [field, kept.base?.[field]])) };
      store.setState({ status: 'conflict', conflicts });
    }
  }

  return { store, edit, decide, adopt, saveNow: () => { cancel(); return save(); }, stop: () => cancel() };
}

export type Draft = ReturnType<typeof createDraft>;
