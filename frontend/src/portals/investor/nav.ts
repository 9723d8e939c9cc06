import { paths } from '../../app/paths.ts';
import type { NavEntry } from '../../ui/navigation.ts';

/** Only what exists: an entry comes with its page. */
export const nav: readonly NavEntry[] = [
  { label: 'Browse', icon: 'grid', href: paths.browse.href(), covers: ['/pitches/', paths.compare.path] },
  { label: 'Watchlist', icon: 'bookmark', href: paths.watchlist.href(), covers: [paths.savedSearches.path] },
  { label: 'Feed', icon: 'pulse', href: paths.feed.href() },
  { label: 'Messages', icon: 'chat', href: paths.messages.href() },
  { label: 'Agreements', icon: 'shield', href: paths.ndas.href(), covers: [paths.obligations.path, paths.passport.path] },
];
