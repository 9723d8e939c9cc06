// Between a draft's room and the database: looks at the pitch, and writes what is new through the pitch's own rule for changes.
import { changePitch, writeOf } from '../../worker/features/pitches/actions.ts';
import type { PitchOwner } from '../../worker/features/pitches/schema.ts';
import { selectOwnView, ViewRow, viewOf } from '../../worker/features/pitches/view.ts';
import { AppError, notFound } from '../../worker/platform/app-error.ts';
import { rows } from '../../worker/platform/db/db.ts';
import { sql } from '../../worker/platform/db/sql.ts';
import { z } from 'zod';
import { see } from './changes.ts';
import { patchOf, valuesOf } from './fields.ts';
import { type Json, same } from './logic.ts';
import { idle, type Store, type StoredField } from './store.ts';

export type DraftDb = Parameters<typeof changePitch>[0];
type Values = Record<string, Json>;

export interface WriterPorts {
  services: DraftDb;
  store: Store;
  pitchId: string;
  /** Takes what the database holds; says whether what somebody else wrote there has to stay readable apart. */
  absorbed(values: Values, sent?: Values): boolean;
  /** Words of this person could not be written. */
  parked(authorId: string): void;
}

/** Turns at one write: each begins with a newer version of the pitch, so more would mean that somebody writes all the time. */
const TURNS = 8;

export function createWriter({ services, store, pitchId, absorbed, parked }: WriterPorts) {
  function saw(ownerId: string, pitch: PitchOwner, sent?: Values): void {
    store.together(() => {
      if (!see(store, { ownerId, version: pitch.version, isPublished: pitch.status === 'published', lookedAt: Date.now() })) return;
      if (absorbed(valuesOf(pitch), sent)) store.setTiming({ ...store.timing(), apart: true });
    });
  }

  /** Looks at the pitch as somebody who may edit it. Throws `not_found` when they may not, or when it is gone. */
  async function look(viewerId: string): Promise<void> {
    const [row] = await rows(services.db, ViewRow, selectOwnView(pitchId, viewerId, 'editor'));
    if (!row) throw notFound();
    saw(row.ownerId, viewOf(row, 'owner') as PitchOwner);
  }

  /** Writes fields of one author as one change. `late`: the pitch was changed meanwhile, and is known again. */
  async function change(authorId: string | null, fields: Values): Promise<'written' | 'late'> {
    const known = store.standing();
    if (!known) throw new Error('a draft that was never looked at has nothing to write');
    const write = { ...writeOf(services, pitchId, known.ownerId), authorId: authorId ?? known.ownerId };
    store.noteSent(fields);
    try {
      const pitch = await changePitch(services, write, patchOf(fields), known.version, { kind: 'edited', apart: store.timing().apart });
      store.setTiming({ ...store.timing(), apart: false });
      saw(known.ownerId, pitch, fields);
      // What was sent before this either is part of what this found, or came too late for the version that it named.
      store.forgetSent();
      return 'written';
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'precondition_failed') throw error;
      await look(known.ownerId);
      return 'late';
    }
  }

  const isRefusal = (error: unknown): error is AppError => error instanceof AppError && ['bad_request', 'incomplete', 'conflict'].includes(error.code);

  /** Words that the pitch does not take any more: kept for whoever wrote them, and what stands in the database stands here again. */
  function park(name: string, { authorId, value }: StoredField, why: string): void {
    store.together(() => {
      const now = store.field(name);
      if (!now || !same(now.value, value)) return;
      const to = authorId ?? store.standing()?.ownerId;
      if (to) store.park(name, to, value, why);
      store.put(name, { ...now, version: now.version + 1, value: now.written });
      store.remember(name, now.version + 1, now.written);
      if (to) parked(to);
    });
  }

  async function changeOneByOne(authorId: string | null, fields: [string, StoredField][]): Promise<'written' | 'late'> {
    for (const [name, field] of fields) {
      try {
        if (await change(authorId, { [name]: field.value }) === 'late') return 'late';
      } catch (error) {
        if (!isRefusal(error)) throw error;
        park(name, field, Object.values(error.details.fields ?? {})[0] ?? error.message);
      }
    }
    return 'written';
  }

  return {
    look,
    /** Writes everything that is not written yet: one change an author. Rejects when it cannot be written now. */
    async write(): Promise<void> {
      try {
        for (let turn = 0; turn < TURNS; turn += 1) {
          const dirty = store.dirty();
          if (dirty.length === 0) break;
          const authorId = dirty[0]?.[1].authorId ?? null;
          const theirs = dirty.filter(([, field]) => field.authorId === authorId);
          try {
            await change(authorId, Object.fromEntries(theirs.map(([name, { value }]) => [name, value])));
          } catch (error) {
            if (!isRefusal(error)) throw error;
            await changeOneByOne(authorId, theirs);
          }
        }
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
        // The pitch is gone, and its words with it.
        store.clear();
        return;
      }
      const left = store.dirty().length > 0;
      store.setTiming({ ...idle, ...(left && { dirtySince: Date.now(), changedAt: Date.now() }) });
    },
    /** Files that are no files of this pitch. */
    async missingProofs(ids: readonly string[]): Promise<string[]> {
      const known = await rows(services.db, z.object({ id: z.string() }), sql`
        SELECT f.id FROM files f JOIN pitch_media m ON m.file_id = f.id JOIN pitches p ON p.id = m.pitch_id AND p.owner_id = f.owner_id WHERE m.pitch_id = ${pitchId} AND f.id::text = ANY(${ids}::text[])`);
      return ids.filter((id) => !known.some((found) => found.id === id));
    },
  };
}

export type Writer = ReturnType<typeof createWriter>;
