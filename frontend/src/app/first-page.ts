import type { PitchList } from '../../../worker/features/market/schema.ts';
import type { PitchPublic } from '../../../worker/features/pitches/schema.ts';
import { readPortalHint } from '../lib/portal-hint.ts';
import { posterSizes } from '../ui/poster-source.ts';
import { pages } from './pages.ts';

interface FirstPage {
  load: readonly (() => Promise<unknown>)[];
  /** Addresses of the API that the page will ask for, spelt as it spells them (first-page.test.tsx keeps the two together). */
  ask: readonly string[];
  /** What is seen first of the answer to the first address: posters, and the width they have in the layout. */
  posters?: { sizes: string; of: (answer: unknown) => readonly (string | undefined)[] };
}

const ofResults = { sizes: posterSizes.result, of: (answer: unknown) => (answer as PitchList).items.slice(0, 2).map(({ poster }) => poster?.url) };
const ofPitch = { sizes: posterSizes.hero, of: (answer: unknown) => [(answer as PitchPublic).poster?.url] };

/** What the page at this address needs, as far as the address tells. */
export function firstPage(pathname: string, search: string): FirstPage {
  const hint = readPortalHint();
  const frame = hint === null ? [] : [pages.portalLayout];
  const [, place, slug] = pathname.split('/');
  if (pathname === '/') return { load: [pages.landing], ask: ['/api/pitches?sort=newest&limit=12', '/api/pitches/facets'] };
  if (place === 'browse') return { load: [pages.browse, ...frame], ask: search === '' ? ['/api/pitches?sort=trending&limit=24', '/api/pitches/facets'] : [], posters: ofResults };
  if (place === 'pitches' && slug) return { load: [pages.pitch, ...frame], ask: [`/api/pitches/${slug}`], posters: ofPitch };
  if (place === 'sign-in') return { load: [pages.signIn], ask: ['/api/pitches?sort=newest&limit=12'] };
  if (place === 'join') return { load: [pages.join], ask: [] };
  if (place === 'creator' || place === 'investor' || place === 'production' || place === 'admin') return { load: [pages[place]], ask: [] };
  return { load: [], ask: [] };
}
