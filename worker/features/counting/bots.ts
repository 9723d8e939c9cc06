// Who is counted: people with a browser in front of them. A crawler that hides as one is not told apart, and no number here pretends otherwise.

/** Crawlers, previews of links, monitors and libraries, by what they call themselves. */
const BOT = /(?<!cu)bot\b|bot[/;_-]|crawl|spider|slurp|scrap|preview|facebookexternalhit|meta-external|whatsapp|telegram|embedly|bingpreview|mediapartners|lighthouse|pagespeed|pingdom|uptime|monitor|archiver|feedfetcher|curl\/|wget|python|java\/|okhttp|go-http|libwww|axios|node-fetch|undici|phantomjs|puppeteer|playwright|selenium|headless/i;
/** Fetched before anybody asked for it, or by the page's own machinery. */
const AHEAD = /prefetch|prerender|preview/i;

interface Headers {
  get(name: string): string | null;
}

/**
 * Whether a report of a visit is a person's. Whoever is signed in has shown that by other means, so only what is fetched ahead is left out.
 * `headlessToo`: count browsers without a window, as journeys of a local stack use.
 */
export function isPerson(headers: Headers, isSignedIn: boolean, headlessToo = false): boolean {
  const ahead = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].some((name) => AHEAD.test(headers.get(name) ?? ''));
  if (ahead || headers.get('sec-fetch-dest') === 'document') return false;
  const agent = headers.get('user-agent') ?? '';
  const named = headlessToo ? agent.replace('HeadlessChrome', 'Chrome') : agent;
  if (isSignedIn) return !/bot\b|crawl|spider/i.test(named);
  // Browsers say which site a request of a page comes from; those too old to say so are let through.
  const site = headers.get('sec-fetch-site');
  return named.startsWith('Mozilla/') && !BOT.test(named) && (site === null || site === 'same-origin' || site === 'same-site');
}
