import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { paths } from '../../app/paths.ts';
import { useSession } from '../../lib/session.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Button } from '../../ui/button.tsx';
import type { Filters } from '../market/filters.ts';

const SaveSearchDialog = lazy(() => import('./save-search-dialog.tsx'));

/** Beside the search box. A visitor signs in first and comes back to the same search. */
export function SaveSearch({ filters }: { filters: Filters }) {
  const [isOpen, setOpen] = useState(false);
  const { status } = useSession();
  const { pathname, search } = useLocation();
  if (status !== 'signed-in') return <ButtonLink size="lg" className="btn--fill-phone" to={paths.signIn.href(pathname + search)}>Save search</ButtonLink>;
  return (
    <>
      <Button size="lg" className="btn--fill-phone" aria-haspopup="dialog" onClick={() => setOpen(true)}>Save search</Button>
      <ButtonLink kind="quiet" size="lg" to={paths.savedSearches.href()}>Saved searches</ButtonLink>
      {isOpen && <Suspense><SaveSearchDialog filters={filters} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
