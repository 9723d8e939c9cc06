import type { Source } from '../../../../worker/features/counting/lists.ts';
import type { ViewInput } from '../../../../worker/features/counting/schema.ts';

/** Where a visit came from, and by which search. */
export type Origin = Pick<ViewInput, 'search'> & { source: Source };

const SEARCH_ENGINE = /(^|\.)(google|bing|duckduckgo|ecosia|qwant|startpage|yahoo|yandex|baidu|brave)\./;
const MAIL_HOST = /(^|\.)(mail|outlook|webmail)\./;

/** How somebody came to the site's first page: by what the link says of itself, else by the page before. */
export function originOfEntry(search: string, referrer: string, host: string): Source {
  const params = new URLSearchParams(search);
  const via = `${params.get('via') ?? ''} ${params.get('utm_medium') ?? ''}`;
  if (/mail|newsletter/.test(via)) return 'mail';
  if (/share|social/.test(via)) return 'share';
  if (!URL.canParse(referrer)) return 'direct';
  const from = new URL(referrer).host;
  if (from === host) return 'browse';
  if (MAIL_HOST.test(from)) return 'mail';
  return SEARCH_ENGINE.test(from) ? 'search' : 'share';
}

let trail: { origin: Origin; leftAt?: number } | undefined;
/** Milliseconds that a list's trail stays warm after the list is gone: as long as a slow page may take to come. */
const warmFor = 5_000;

/** A page that lists pitches says what it is; call the result when it is left. */
export function layTrail(origin: Origin): () => void {
  const laid: NonNullable<typeof trail> = { origin };
  trail = laid;
  return () => {
    laid.leftAt = performance.now();
  };
}

/** Where a pitch's page was reached from within the app; undefined where nobody left a trail. */
export const trailOf = (now = performance.now()): Origin | undefined => (trail && (trail.leftAt === undefined || now - trail.leftAt < warmFor) ? trail.origin : undefined);
