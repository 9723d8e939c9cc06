import { paths } from '../../app/paths.ts';
import type { NavEntry } from '../../ui/navigation.ts';

/** Only what exists: an entry comes with its page. */
export const nav: readonly NavEntry[] = [
  { label: 'Home', icon: 'home', href: paths.creator.href(), exact: true },
  { label: 'Pitches', icon: 'pages', href: paths.ownPitches.href('creator') },
  { label: 'Requests', icon: 'inbox', href: paths.requests.href('creator'), covers: [paths.ndaTemplates.href('creator'), `${paths.ndas.href()}/`] },
  { label: 'Messages', icon: 'chat', href: paths.messages.href() },
  { label: 'Browse', icon: 'grid', href: paths.browse.href(), covers: ['/pitches/', paths.compare.path] },
  { label: 'Watchlist', icon: 'bookmark', href: paths.watchlist.href(), covers: [paths.savedSearches.path] },
  { label: 'Feed', icon: 'pulse', href: paths.feed.href() },
];
