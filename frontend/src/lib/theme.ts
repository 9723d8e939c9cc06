import { create } from 'zustand';

export type Theme = 'light' | 'dark';

const current = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

interface ThemeState {
  theme: Theme;
  toggle(): void;
}

/** The theme on screen. public/theme.js sets it before the first paint; this keeps the choice and tells that script. */
export const useTheme = create<ThemeState>((set) => {
  addEventListener('pitchey-theme', () => set({ theme: current() }));
  return {
    theme: current(),
    toggle() {
      const next: Theme = current() === 'dark' ? 'light' : 'dark';
      try {
        localStorage.setItem('pitchey-theme', next);
        dispatchEvent(new Event('pitchey-theme'));
      } catch {
        document.documentElement.dataset.theme = next; // storage is closed: the choice lasts as long as the page
        set({ theme: next });
      }
    },
  };
});
