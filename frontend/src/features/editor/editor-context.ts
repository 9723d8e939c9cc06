import { createContext, useContext } from 'react';
import type { DraftInUse } from './use-draft.ts';

export const EditorContext = createContext<DraftInUse | null>(null);

/** The draft that the sections of the editor write to. */
export function useEditor(): DraftInUse {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('useEditor outside of an editor');
  return editor;
}
