import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import { isCurrent, type NavEntry } from './navigation.ts';

/** At most seven entries. */
export function Sidebar({ label, entries, foot }: { label: string; entries: readonly NavEntry[]; foot?: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <aside className="sidebar" aria-label={`${label} portal`}>
      <Brand />
      <nav className="sidebar__nav" aria-label={label}>
        {entries.map((entry) => (
          <Link key={entry.href} className="nav" to={entry.href} aria-current={isCurrent(entry, pathname) ? 'page' : undefined}>
            <Icon name={entry.icon} />
            {entry.label}
            {entry.waiting && entry.waiting.value > 0 && (
              <span className="nav__n">
                {entry.waiting.value}
                <span className="visually-hidden"> {entry.waiting.of}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      {foot !== undefined && <p className="sidebar__foot">{foot}</p>}
    </aside>
  );
}
