// Headers that are added to an answer after its handler is done.
import type { Context } from 'hono';

/** What every answer of an API says to a browser. In lower case: the runtime copies other names before it keeps them. */
const protection: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['strict-transport-security', 'max-age=63072000; includeSubDomains'],
];

/**
 * Writes headers of the finished answer. Hono's c.header() makes a new Response with every call once there is one; nearly all answers are our
 * own and can be written to as they are.
 */
export function writeAnswer(c: Context, write: (headers: Headers) => void): void {
  try {
    write(c.res.headers);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The answer of another service or of a cache: its headers are fixed, those of a copy are not.
    const copy = new Response(c.res.body, c.res);
    (c as { res: Response | undefined }).res = undefined;
    c.res = copy;
    write(copy.headers);
  }
}

/** Adds what protects the answer, where its handler did not say otherwise. */
export function protect(headers: Headers): void {
  for (const [name, value] of protection) headers.set(name, value);
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}
