import { Navigate, Outlet, useLocation } from 'react-router';
import { policies } from '../lib/policies.ts';
import { useSession, type Portal } from '../lib/session.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { paths } from './paths.ts';

/** The one guard of a portal's routes. Visitors sign in first and come back; members of another portal go to their own. */
export function RequirePortal({ portal }: { portal: Portal }) {
  const { status, user, error, refetch, isFetching } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'unknown') {
    if (error) {
      return (
        <main id="main" className="wrap py-16">
          <ErrorPanel headingLevel={1} title="We couldn’t tell whether you are signed in" error={error} onRetry={() => void refetch()} retrying={isFetching} />
        </main>
      );
    }
    return <div className="page-wait" aria-busy="true" />;
  }
  if (user === null) return <Navigate to={paths.signIn.href(pathname + search)} replace />;
  if (!policies['portal:enter'](user, portal)) return <Navigate to={paths[user.portal].href()} replace />;
  return <Outlet />;
}
