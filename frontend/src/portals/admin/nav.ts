import { paths } from '../../app/paths.ts';
import type { NavEntry } from '../../ui/navigation.ts';

/** Only what exists: an entry comes with its page. */
export const nav: readonly NavEntry[] = [
  { label: 'Browse', icon: 'grid', href: paths.browse.href(), covers: ['/pitches/'] },
  { label: 'Operations', icon: 'chart', href: paths.operations.href() },
];
