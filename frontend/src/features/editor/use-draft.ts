import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { DraftFrame, DraftState, PatchResult } from '../../../../durable-objects/draft/protocol.ts';
import type { PitchOwner } from '../../../../worker/features/pitches/schema.ts';
import { useRoom } from '../../lib/live/hooks.ts';
import { live } from '../../lib/live/live.ts';
import { useLiveStatus } from '../../lib/live/status.ts';
import { useSessionStore } from '../../lib/session.ts';
import { forgetPitches, loadPitch, patchPitch, sendToRoom } from './api.ts';
import { createDraft } from './draft.ts';
import { keptChanges } from './kept-changes.ts';

/** The draft of a pitch for as long as the editor is open. */
export function useDraft(pitch: PitchOwner) {
  const client = useQueryClient();
  const room = `draft:${pitch.id}` as const;
  const [draft] = useState(() => createDraft(pitch, {
    patch: patchPitch,
    load: loadPitch,
    keep: keptChanges,
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    onSaved: () => void forgetPitches(client),
    room: {
      newId: () => crypto.randomUUID(),
      // Without a socket the same patch goes by HTTP to the same room.
      send: async (id, patches) => PatchResult.parse(await (useLiveStatus.getState().status === 'live' ? live.ask({ type: 'patch', id, room, patches }) : sendToRoom(pitch.id, id, patches))),
    },
  }));
  const state = useStore(draft.store);
  const [section, setSection] = useState<string | null>(null);

  useRoom(room, {
    onJoined(given) {
      draft.joined(DraftState.parse(given));
      live.tell({ type: 'focus', room, section });
    },
    onFrame(given) {
      // A later version may say more than this one knows.
      const frame = DraftFrame.safeParse(given);
      if (frame.success) draft.heard(frame.data);
    },
    onLeft: draft.left,
  });

  const moveTo = useEffectEvent((next: string | null) => {
    if (next === section) return;
    setSection(next);
    live.tell({ type: 'focus', room, section: next });
  });

  // Leaving a field or the page, or coming back online, is a moment to save at.
  useEffect(() => {
    const save = () => void draft.saveNow();
    const onHide = () => document.visibilityState === 'hidden' && save();
    const isWriting = (target: EventTarget | null): target is Element => target instanceof Element && target.matches('input, textarea, select');
    const onBlur = ({ target }: FocusEvent) => { if (isWriting(target)) save(); };
    const onFocus = ({ target }: FocusEvent) => moveTo(target instanceof Element ? target.closest('.editor__section')?.id ?? null : null);
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', onHide);
    document.addEventListener('focusout', onBlur);
    document.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('online', save);
      document.removeEventListener('visibilitychange', onHide);
      document.removeEventListener('focusout', onBlur);
      document.removeEventListener('focusin', onFocus);
      save();
    };
  }, [draft]);

  // Somebody who was asked to write on a pitch of another's: its words are theirs to change, and nothing else.
  const userId = useSessionStore(({ user }) => user?.id);
  return { draft, state, isEditor: userId !== undefined && userId !== pitch.creator.id, others: state.people.filter((person) => person.userId !== userId) };
}

export type DraftInUse = ReturnType<typeof useDraft>;
