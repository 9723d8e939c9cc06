import { paths } from '../../app/paths.ts';
import type { NavEntry } from '../../ui/navigation.ts';

/** Only what exists: an entry comes with its page. */
export const nav: readonly NavEntry[] = [
  { label: 'Home', icon: 'home', href: paths.admin.href(), exact: true },
  { label: 'Reports', icon: 'flag', href: paths.reports.href() },
  { label: 'Appeals', icon: 'inbox', href: paths.appeals.href() },
  { label: 'Browse', icon: 'grid', href: paths.browse.href(), covers: ['/pitches/', paths.compare.path] },
  { label: 'Watchlist', icon: 'bookmark', href: paths.watchlist.href(), covers: [paths.savedSearches.path] },
  { label: 'Feed', icon: 'pulse', href: paths.feed.href() },
  { label: 'Operations', icon: 'chart', href: paths.operations.href() },
];
