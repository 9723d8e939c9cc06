import { paths } from '../../app/paths.ts';
import type { NavEntry } from '../../ui/navigation.ts';

/** Only what exists: an entry comes with its page. */
export const nav: readonly NavEntry[] = [
  { label: 'Home', icon: 'home', href: paths.production.href(), exact: true },
  { label: 'Pitches', icon: 'pages', href: paths.ownPitches.href('production') },
  { label: 'Requests', icon: 'inbox', href: paths.requests.href('production'), covers: [paths.ndaTemplates.href('production')] },
  { label: 'Messages', icon: 'chat', href: paths.messages.href() },
  { label: 'Browse', icon: 'grid', href: paths.browse.href(), covers: ['/pitches/', paths.compare.path] },
  { label: 'Watchlist', icon: 'bookmark', href: paths.watchlist.href(), covers: [paths.savedSearches.path] },
  { label: 'Agreements', icon: 'shield', href: paths.ndas.href(), covers: [paths.obligations.path, paths.passport.path] },
];

/** Seven is what a sidebar holds: the least used has its place in the account menu and the palette. */
export const more: readonly NavEntry[] = [{ label: 'Feed', icon: 'pulse', href: paths.feed.href() }];
