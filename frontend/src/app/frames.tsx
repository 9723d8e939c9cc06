import { lazy, Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useSession } from '../lib/session.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Footer } from '../ui/footer.tsx';
import { PanelBoundary } from '../ui/panel-boundary.tsx';
import { PublicBar } from '../ui/public-bar.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { pages } from './pages.ts';
import { portalNames } from './portal-names.ts';
import { paths } from './paths.ts';

const PortalLayout = lazy(pages.portalLayout);

/** A page inside its boundary: a fault or a slow chunk leaves the frame around it standing. */
export function PageOutlet() {
  const { pathname } = useLocation();
  return (
    <PanelBoundary title="This page didn’t load" resetKey={pathname} page>
      <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
        <Outlet />
      </Suspense>
    </PanelBoundary>
  );
}

function AccountLinks() {
  const { user } = useSession();
  if (user !== null) return <ButtonLink to={paths[user.portal].href()}>{portalNames[user.portal]} home</ButtonLink>;
  return (
    <>
      <ButtonLink kind="quiet" className="only-wide" to={paths.signIn.href()}>Sign in</ButtonLink>
      <ButtonLink to={paths.join.href()}>Join</ButtonLink>
    </>
  );
}

const publicLinks = [{ label: 'Browse', href: paths.browse.href() }, { label: 'How it works', href: paths.howItWorks.href() }];
const legalLinks = [{ label: 'Terms', href: paths.terms.href() }, { label: 'Privacy', href: paths.privacy.href() }, { label: 'Accessibility', href: paths.accessibility.href() }];

export function PublicFrame() {
  return (
    <>
      <SkipLink />
      <PublicBar links={publicLinks} account={<AccountLinks />} />
      <main id="main" className="pubmain" tabIndex={-1}>
        <PageOutlet />
      </main>
      <Footer places={[...publicLinks, { label: 'Sign in', href: paths.signIn.href() }]} legal={legalLinks} />
    </>
  );
}

/** Pages that everyone may read keep one address: visitors see them in the public frame, members in their portal's. */
export function SharedFrame() {
  const { status, user, hint } = useSession();
  const portal = user?.portal ?? (status === 'unknown' ? hint : null);
  if (portal === null) return <PublicFrame />;
  return (
    <Suspense fallback={<div className="page-wait" aria-busy="true" />}>
      <PortalLayout portal={portal} />
    </Suspense>
  );
}
