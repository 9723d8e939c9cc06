// The two cookies of a session. Both HttpOnly, both Secure: browsers treat http://localhost as trustworthy and keep them there too.
import type { Settings } from '../env.ts';

export const SESSION_COOKIE = 'pitchey-session';
export const CACHE_COOKIE = 'pitchey-session-cache';

/** Longest value worth reading, in characters. */
const LONGEST = 4096;

/** The one value of a cookie. None when it is absent, oversized, or sent twice: somebody else may have planted one of the two. */
export function readCookie(header: string | undefined, name: string): string | null {
  if (!header) return null;
  let found: string | null = null;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at < 0 || pair.slice(0, at).trim() !== name) continue;
    if (found !== null) return null;
    found = pair.slice(at + 1).trim();
  }
  return found !== null && found.length > 0 && found.length <= LONGEST ? found : null;
}

/** A Set-Cookie header. `maxAge` in seconds; 0 removes. */
export function setCookie(settings: Settings, name: typeof SESSION_COOKIE | typeof CACHE_COOKIE, value: string, maxAge: number): string {
  const sameSite = settings.COOKIE_SAME_SITE === 'none' ? 'None' : 'Lax';
  return `${name}=${value}; Max-Age=${Math.floor(maxAge)}; Path=/; HttpOnly; Secure; SameSite=${sameSite}`;
}
