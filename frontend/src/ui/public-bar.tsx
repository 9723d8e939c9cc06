import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
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
          {/* An anchor is a place on a page, not a page: it is never the current one. */}
          {links.map(({ label, href }) => (href.includes('#') ? <Link key={href} to={href}>{label}</Link> : <NavLink key={href} to={href} end>{label}</NavLink>))}
        </nav>
        <span className="push" />
        <ThemeToggle />
        {account}
      </div>
    </header>
  );
}
