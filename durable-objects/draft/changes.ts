// Changes to a draft, from within the room and from outside of it, on the room's disk. Everything here is synchronous: it happens as one.
import type { DraftPatch } from '../hub/protocol.ts';
import { cleaned, fieldNames, misfits } from './fields.ts';
import { decide, type Json, same } from './logic.ts';
import type { DraftFrame, FieldResult } from './protocol.ts';
import type { Standing, Store } from './store.ts';

type Changed = Extract<DraftFrame, { kind: 'fields' }>['fields'];

/** What became of a patch, and what others are told of it. */
export interface Taken { results: FieldResult[]; changed: Changed }

/** Gives a field a new version. */
function set(store: Store, name: string, value: Json, { authorId, written }: { authorId: string | null; written: Json }): number {
  const version = (store.field(name)?.version ?? 0) + 1;
  store.put(name, { version, value, written, authorId });
  store.remember(name, version, value);
  return version;
}

/** Takes a patch of somebody: each field for itself. */
export function take(store: Store, authorId: string, patches: readonly DraftPatch[]): Taken {
  const results: FieldResult[] = [];
  const changed: Changed = [];
  const wanted = new Map<string, { patch: DraftPatch; clean: Json; value: Json; isJoined: boolean }>();
  for (const patch of patches) {
    const { field, base } = patch;
    const read = cleaned(field, patch.value);
    const now = store.field(field);
    if (!read.ok || !now) {
      results.push({ field, status: 'refused', message: read.ok ? 'A pitch has no such field.' : read.message, ...(!read.ok && read.fields && { fields: read.fields }) });
      continue;
    }
    const from = patch.from === undefined ? undefined : cleaned(field, patch.from);
    const decision = decide(now.value, base === now.version ? now.value : store.said(field, base) ?? (from?.ok ? from.value : undefined), read.value);
    const joined = decision.kind === 'joined' ? cleaned(field, decision.value) : null;
    if (decision.kind === 'conflict' || (joined && !joined.ok)) results.push({ field, status: 'conflict', version: now.version, theirs: now.value });
    else if (decision.kind === 'same') {
      store.unpark(field, authorId);
      results.push({ field, status: 'accepted', version: now.version, mine: now.version, ...(!same(now.value, patch.value) && { value: now.value }) });
    } else wanted.set(field, { patch, clean: read.value, value: joined?.ok ? joined.value : read.value, isJoined: joined !== null });
  }
  const changes = Object.fromEntries([...wanted].map(([field, { value }]) => [field, value]));
  const whole = Object.fromEntries([...store.all()].map(([name, { value }]) => [name, value]));
  const refused = misfits(changes, { ...whole, ...changes }, store.standing()?.isPublished ?? false);
  for (const [field, { patch, clean, value, isJoined }] of wanted) {
    const message = refused[field];
    if (message !== undefined) {
      results.push({ field, status: 'refused', message });
      continue;
    }
    const written = store.field(field)?.written ?? null;
    // What was sent has a version of its own, so that whoever typed it can go on from it while the joined text is on its way.
    const mine = isJoined ? set(store, field, clean, { authorId, written }) : 0;
    const version = set(store, field, value, { authorId, written });
    store.unpark(field, authorId);
    results.push({ field, status: 'accepted', version, mine: mine || version, ...(!same(value, patch.value) && { value }) });
    changed.push({ field, version, value });
  }
  return { results, changed };
}

/**
 * Notes what a look at the pitch saw. False for one that is older than what is known, of which nothing may be taken: it was asked before a write and
 * answered after it.
 */
export function see(store: Store, standing: Standing): boolean {
  if (standing.version < (store.standing()?.version ?? 0)) return false;
  store.setStanding(standing);
  return true;
}

/**
 * Takes what the database holds. `sent`: what was just written there by this room. Words of the room whose write has not been answered yet are its own
 * as well when they are seen there. What somebody changed there meanwhile is joined with
 * what is not written yet; where both touch, the room's words stay, since they were acknowledged, and `apart` says that the others' must
 * stay readable as a version of their own.
 */
export function absorb(store: Store, values: Readonly<Record<string, Json>>, sent: Readonly<Record<string, Json>> = {}): { changed: Changed; apart: boolean } {
  const changed: Changed = [];
  const onTheirWay = store.sent();
  let apart = false;
  for (const name of fieldNames()) {
    const there = values[name] ?? null;
    const now = store.field(name);
    if (!now) {
      set(store, name, there, { authorId: null, written: there });
      continue;
    }
    const isOwn = onTheirWay[name]?.some((words) => same(words, there)) ?? false;
    const base = name in sent ? sent[name] as Json : isOwn ? there : now.written;
    if (same(there, base)) {
      if (!same(there, now.written)) store.put(name, { ...now, written: there });
      continue;
    }
    const decision = same(now.value, base) ? { kind: 'taken' as const } : decide(there, base, now.value);
    const joined = decision.kind === 'joined' ? cleaned(name, decision.value) : null;
    if (decision.kind === 'conflict' || (joined && !joined.ok)) {
      apart = true;
      store.put(name, { ...now, written: there });
      continue;
    }
    const value = joined?.ok ? joined.value : there;
    if (same(value, now.value)) store.put(name, { ...now, written: there });
    else changed.push({ field: name, version: set(store, name, value, { authorId: same(value, there) ? null : now.authorId, written: there }), value });
  }
  return { changed, apart };
}
