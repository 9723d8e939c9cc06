import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Brand } from './brand.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

interface PublicBarProps {
  links: readonly { label: string; href: string }[];
  /** At the end: sign in and join, or the way back into one's portal. */
  account: ReactNode;
}

export function PublicBar({ links, account }: PublicBarProps) {
  return (
    <header className="pubbar">
      <div className="wrap">
        <Brand />
        <nav aria-label="Main">
          {links.map(({ label, href }) => (
            <NavLink key={href} to={href} end aria-current={href.includes('#') ? undefined : 'page'}>{label}</NavLink>
          ))}
        </nav>
        <span className="push" />
        <ThemeToggle />
        {account}
      </div>
    </header>
  );
}
