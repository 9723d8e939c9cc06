import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../lib/session.ts';
import { ErrorPanel } from '../ui/error-panel.tsx';
import { paths } from './paths.ts';

/** The guard of pages that every member has, whatever the portal. Visitors sign in first and come back. */
export function RequireSession() {
  const { status, user, error, refetch, isFetching } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'unknown') {
    if (error) return <div className="wrap py-16"><ErrorPanel headingLevel={1} title="We couldn’t tell whether you are signed in" error={error} onRetry={() => void refetch()} retrying={isFetching} /></div>;
    return <div className="page-wait" aria-busy="true" />;
  }
  if (user === null) return <Navigate to={paths.signIn.href(pathname + search)} replace />;
  return <Outlet />;
}
