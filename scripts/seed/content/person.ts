import { slugOf } from '../../../worker/platform/text.ts';

/** Someone of the demo market. `handle` is the key that pitches refer to. */
export type SeedPerson = {
  handle: string;
  name: string;
  email: string;
  portal: 'creator' | 'investor' | 'production';
  company: string | null;
  headline: string;
  bio: string;
  location: string;
  /** Days before the seed is planted on which the account was opened. */
  joinedDaysAgo: number;
};

type Row = readonly [name: string, email: string, company: string | null, headline: string, location: string, bio: string, joinedDaysAgo: number];

/** Handles as sign-up makes them: from the name, a production company's from its company. */
export function people(portal: SeedPerson['portal'], rows: readonly Row[]): SeedPerson[] {
  return rows.map(([name, email, company, headline, location, bio, joinedDaysAgo]) => ({
    handle: slugOf(portal === 'production' && company ? company : name, 30), name, email, portal, company, headline, bio, location, joinedDaysAgo,
  }));
}
