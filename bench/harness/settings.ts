// Settings of the Worker under test, and a signed-in person for it.
import { sealCopy } from '../../worker/auth/session-cache.ts';
import { createSessionToken, toCookieValue } from '../../worker/auth/session-token.ts';
import type { Settings } from '../../worker/env.ts';

/** What the bench build is started with; logs off, limits on. */
export const vars = {
  ENVIRONMENT: 'local', APP_ORIGIN: 'http://bench.test', MAIL_FROM: 'Pitchey <post@bench.test>', BETTER_AUTH_SECRET: 'bench-secret-of-at-least-32-characters', OPS_TOKEN: 'bench-ops-token-16',
  LOG: 'off', DATABASE_URL: 'postgresql://nobody:nothing@127.0.0.1:9/none', NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql', NEON_WS_PROXY: '127.0.0.1:9/v2',
};

/** The headers of a browser's request. */
export const browser = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36', Accept: 'application/json, text/plain, */*',
  'Accept-Language': 'en-GB,en;q=0.9', 'Accept-Encoding': 'identity', Referer: 'http://bench.test/market', 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty',
};

/** Somebody who signed in a while ago. */
export interface Visitor {
  id: string;
  portal: 'creator' | 'investor' | 'production';
}

const ada: Visitor = { id: '019a0000-0000-7000-8000-000000000001', portal: 'investor' };
const tokens = new Map<string, string>();

/** Cookies of a person who signed in a while ago: the session, and the browser's copy of it as of now. Without a word it is a reader who owns nothing. */
export function signedInCookie({ id, portal }: Visitor = ada): string {
  const settings = vars as unknown as Settings;
  const now = Date.now();
  const token = tokens.get(id) ?? createSessionToken(id);
  tokens.set(id, token);
  const copy = sealCopy(settings, token, {
    actor: { kind: 'user', id, sessionId: '019a0000-0000-7000-8000-000000000002', email: 'ada@bench.test', name: 'Ada Bench', portal, roles: [portal], emailVerified: true, signedInAt: now - 3_600_000 },
    epoch: 0, readAt: now, expiresAt: now + 86_400_000,
  });
  return `theme=dark; pitchey-session=${toCookieValue(settings, token)}; pitchey-session-cache=${copy}`;
}
