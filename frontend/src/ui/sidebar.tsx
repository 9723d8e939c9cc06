import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';
import type { NavEntry } from './navigation.ts';

/** At most seven entries. */
export function Sidebar({ label, entries, foot }: { label: string; entries: readonly NavEntry[]; foot?: ReactNode }) {
  return (
    <aside className="sidebar" aria-label={`${label} portal`}>
      <Brand />
      <nav className="sidebar__nav" aria-label={label}>
        {entries.map(({ label: name, icon, href, exact = false, waiting }) => (
          <NavLink key={href} className="nav" to={href} end={exact}>
            <Icon name={icon} />
            {name}
            {waiting && waiting.value > 0 && (
              <span className="nav__n">
                {waiting.value}
                <span className="visually-hidden"> {waiting.of}</span>
              </span>
            )}
          </NavLink>
        ))}
      </nav>
      {foot !== undefined && <p className="sidebar__foot">{foot}</p>}
    </aside>
  );
}
