// Closed lists of counting, without a schema around them: pages import these.

/** Where a visit came from. */
export const sources = [
  { value: 'search', label: 'Search' },
  { value: 'browse', label: 'Browse' },
  { value: 'feed', label: 'Feed' },
  { value: 'share', label: 'Shared or linked' },
  { value: 'direct', label: 'Direct' },
  { value: 'mail', label: 'Mail' },
] as const;

/** Who visits, by portal. */
export const audiences = [
  { value: 'investor', label: 'Investors' },
  { value: 'production', label: 'Production companies' },
  { value: 'creator', label: 'Creators' },
  { value: 'anonymous', label: 'Not signed in' },
] as const;

export type Source = (typeof sources)[number]['value'];
export type Audience = (typeof audiences)[number]['value'];

/** A visit is a read when it lasted so long, in seconds, and got so far down the page, in percent. */
export const READ = { seconds: 15, depth: 50 } as const;
