import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Search, theme, then what `children` brings: notifications, account. */
export function TopBar({ onSearch, children }: { onSearch: () => void; children: ReactNode }) {
  return (
    <header className="topbar">
      <Brand />
      <button className="topbar__search" type="button" aria-keyshortcuts="Control+K Meta+K" onClick={onSearch}>
        <Icon name="search" />
        <span>Search pages, pitches, people</span>
        <span className="kbd" aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</span>
      </button>
      <span className="push only-wide" />
      <ThemeToggle />
      {children}
    </header>
  );
}
