import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { setPageTitle } from './page-title.ts';

interface PageHead {
  /** Without the product's name; undefined while it is not known yet. */
  title: string | undefined;
  description?: string;
}

const defaultDescription = 'Where film and television projects meet the people who finance and make them.';

function focusHeading(): void {
  const main = document.getElementById('main');
  const target = main?.querySelector('h1') ?? main;
  if (!target) return;
  target.setAttribute('tabindex', '-1');
  target.focus({ preventScroll: true });
}

/** What a page does when it is shown: names the document, and after a navigation moves the focus (and, going forward, the view) to its start. */
export function usePage({ title, description = defaultDescription }: PageHead): void {
  const { pathname, hash, key } = useLocation();
  const action = useNavigationType();

  // The document's title and description live outside React's tree.
  useEffect(() => {
    setPageTitle(title);
    document.querySelector('meta[name="description"]')?.setAttribute('content', description);
  }, [title, description]);

  // The landing that index.html holds has done its part.
  useEffect(() => document.getElementById('first-screen')?.remove(), []);

  // A page change without a page load: what a browser does by itself has to be done by hand. A link to the same anchor counts again.
  const hashKey = hash === '' ? '' : key;
  useEffect(() => {
    const anchor = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    if (anchor) {
      anchor.scrollIntoView();
      return;
    }
    if (key === 'default') return; // the first page: the browser has done it
    if (action !== 'POP') window.scrollTo(0, 0);
    focusHeading();
  }, [pathname, hash, hashKey]); // eslint-disable-line react-hooks/exhaustive-deps -- key and action belong to the navigation that changed the path
}
