import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { forgetPitches, loadPitch, patchPitch } from './api.ts';
import { createDraft, type DraftPorts } from './draft.ts';

const keyOf = (id: string): string => `pitchey-draft:${id}`;

/** Kept changes live in this browser's storage, under the pitch's id. */
const keep: DraftPorts['keep'] = {
  get(id) {
    try {
      return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as ReturnType<DraftPorts['keep']['get']>;
    } catch {
      return null; // closed or damaged storage: the server's words are what there is
    }
  },
  set(id, kept) {
    try {
      if (kept === null) localStorage.removeItem(keyOf(id));
      else localStorage.setItem(keyOf(id), JSON.stringify(kept));
    } catch {
      // Storage is full or closed: the words are still on screen and on their way to the server.
    }
  },
};

/** The draft of a pitch for as long as the editor is open. */
export function useDraft(pitch: PitchOwner) {
  const client = useQueryClient();
  const [draft] = useState(() => createDraft(pitch, {
    patch: patchPitch,
    load: loadPitch,
    keep,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onSaved: () => void forgetPitches(client),
  }));
  const state = useStore(draft.store);

  // Leaving the page, or coming back online, is a moment to save at.
  useEffect(() => {
    const save = () => void draft.saveNow();
    const onHide = () => document.visibilityState === 'hidden' && save();
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', onHide);
    return () => {
      window.removeEventListener('online', save);
      document.removeEventListener('visibilitychange', onHide);
      save();
    };
  }, [draft]);

  return { draft, state };
}

export type DraftInUse = ReturnType<typeof useDraft>;
