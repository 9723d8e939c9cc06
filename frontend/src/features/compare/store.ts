import { create } from 'zustand';

/** More columns than this cannot be read side by side. */
export const MOST_COMPARED = 5;

export interface Chosen {
  id: string;
  title: string;
}

interface CompareState {
  chosen: readonly Chosen[];
  toggle(pitch: Chosen): void;
  clear(): void;
}

const key = 'pitchey-compare';
const isChosen = (value: unknown): value is Chosen => typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'title' in value && typeof value.title === 'string';

function kept(): Chosen[] {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isChosen).slice(0, MOST_COMPARED) : [];
  } catch {
    return []; // written by something else, or storage is shut: nothing is chosen yet
  }
}

/** The pitches to be compared, kept for as long as the tab is. */
export const useCompare = create<CompareState>((set) => ({
  chosen: kept(),
  toggle: ({ id, title }) => set(({ chosen }) => {
    if (chosen.some((one) => one.id === id)) return { chosen: chosen.filter((one) => one.id !== id) };
    return chosen.length < MOST_COMPARED ? { chosen: [...chosen, { id, title }] } : {};
  }),
  clear: () => set({ chosen: [] }),
}));

useCompare.subscribe(({ chosen }) => {
  try {
    sessionStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // no storage: the choice lasts until the page is left
  }
});
