import type { IconName } from './icon.tsx';

/** One entry of a portal's sidebar and bottom bar. */
export interface NavEntry {
  label: string;
  icon: IconName;
  href: string;
  /** Only the exact address is this entry: for a home that is the prefix of everything. */
  exact?: boolean;
  /** How many things wait there, with the word for them: `{ value: 3, of: 'requests' }`. */
  waiting?: { value: number; of: string };
}
