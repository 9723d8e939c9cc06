// The token of "stop these mails": names one search and can do nothing else. It needs no session and does not lapse, as the mail it came with does not.
import { isSignedBy, sign } from '../../auth/signing.ts';
import type { Settings } from '../../env.ts';
import { isId } from '../../http/path-id.ts';

export const unsubscribeToken = (settings: Settings, searchId: string): string => `${searchId}.${sign(settings, 'unsubscribe', searchId)}`;

/** The search that a token of ours names, or null for any other text. */
export function searchOfToken(settings: Settings, token: string): string | null {
  const [id = '', signature = '', ...rest] = token.split('.');
  return rest.length === 0 && isId(id) && isSignedBy(settings, 'unsubscribe', id, signature) ? id : null;
}
