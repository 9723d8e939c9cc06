import { lazy, Suspense, useEffect, useState } from 'react';
import { PageOutlet } from '../app/frames.tsx';
import { portalNames } from '../app/portal-names.ts';
import { useSignOut } from '../features/identity/use-sign-out.ts';
import { Bell } from '../features/notifications/bell.tsx';
import type { Portal } from '../lib/session.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import type { NavEntry } from '../ui/navigation.ts';
import { Sidebar } from '../ui/sidebar.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { Toast } from '../ui/toast.tsx';
import { TopBar } from '../ui/top-bar.tsx';
import { AccountMenu } from './account-menu.tsx';
import { nav as adminNav } from './admin/nav.ts';
import { nav as creatorNav } from './creator/nav.ts';
import { nav as investorNav } from './investor/nav.ts';
import { more as productionMore, nav as productionNav } from './production/nav.ts';
import { useWaiting } from './use-waiting.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const KeptWarning = lazy(() => import('../features/identity/kept-warning.tsx'));
const navs: Record<Portal, readonly NavEntry[]> = { creator: creatorNav, investor: investorNav, production: productionNav, admin: adminNav };
const mores: Partial<Record<Portal, readonly NavEntry[]>> = { production: productionMore };

/** The frame of a signed-in person: sidebar (a bottom bar on phones), top bar, command palette, the portal's accent. */
export default function PortalLayout({ portal }: { portal: Portal }) {
  const [isSearching, setSearching] = useState(false);
  const leave = useSignOut();
  const entries = useWaiting(portal, navs[portal]);
  const name = portalNames[portal];

  // The accent belongs to the whole document: dialogs and menus are drawn outside this tree.
  useEffect(() => {
    document.documentElement.dataset.portal = portal;
    return () => {
      delete document.documentElement.dataset.portal;
    };
  }, [portal]);

  // Ctrl K and Cmd K work wherever the focus is.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setSearching((open) => !open);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <SkipLink />
      <div className="shell">
        <Sidebar label={name} entries={entries} foot={`${name} portal`} />
        <div>
          <TopBar onSearch={() => setSearching(true)}>
            <Bell />
            <AccountMenu more={mores[portal] ?? []} onSignOut={leave.start} />
          </TopBar>
          <main id="main" tabIndex={-1}>
            <PageOutlet />
          </main>
        </div>
      </div>
      <BottomBar label={`${name}, short`} entries={entries} />
      {isSearching && (
        <Suspense>
          <CommandPalette entries={[...entries, ...(mores[portal] ?? [])]} onClose={() => setSearching(false)} onSignOut={leave.start} />
        </Suspense>
      )}
      {leave.kept > 0 && <Suspense><KeptWarning leaving={leave} /></Suspense>}
      {leave.error && (
        <div className="toaster">
          <Toast action={{ label: 'Try again', onAct: leave.start }}>No answer came: you are still signed in.</Toast>
        </div>
      )}
    </>
  );
}
