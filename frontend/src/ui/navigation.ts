import type { IconName } from './icon.tsx';

/** One entry of a portal's sidebar and bottom bar. */
export interface NavEntry {
  label: string;
  icon: IconName;
  href: string;
  /** Only the exact address is this entry: for a home that is the prefix of everything. */
  exact?: boolean;
  /** Further addresses that belong to it, by how they begin: a pitch page belongs to Browse. */
  covers?: readonly string[];
  /** How many things wait there, with the word for them: `{ value: 3, of: 'requests' }`. */
  waiting?: { value: number; of: string };
}

/** Whether the page at `pathname` is this entry's. */
export function isCurrent({ href, exact = false, covers = [] }: NavEntry, pathname: string): boolean {
  const [place = href] = href.split(/[?#]/);
  return pathname === place || (!exact && pathname.startsWith(`${place}/`)) || covers.some((start) => pathname.startsWith(start));
}
