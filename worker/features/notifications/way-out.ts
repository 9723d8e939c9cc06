// The token of "stop these mails" that a mail carries: it names a person and what was mailed, can do nothing but switch that off, and needs no session.
// It does not lapse, as the mail it came with does not.
import { z } from 'zod';
import { isSignedBy, sign } from '../../auth/signing.ts';
import type { Settings } from '../../env.ts';
import { catalogue } from './catalogue.ts';
import { NoticeKind } from './schema.ts';

/** What a mail was about, as far as it can be switched off. */
export type WayOut = { userId: string; stops: 'digest' } | { userId: string; stops: readonly NoticeKind[] };

const seal = (settings: Settings, text: string): string => `${text}.${sign(settings, 'unsubscribe', text)}`;

/** Of a mail of these kinds; undefined where none of them can be switched off. */
export function kindsToken(settings: Settings, userId: string, kinds: readonly NoticeKind[]): string | undefined {
  const stops = [...new Set(kinds)].filter((kind) => !catalogue[kind].required);
  return stops.length === 0 ? undefined : seal(settings, [userId, ...stops].join('~'));
}

export const digestToken = (settings: Settings, userId: string): string => seal(settings, `${userId}~digest`);

const Stops = z.union([z.tuple([z.literal('digest')]).transform(() => 'digest' as const), z.array(NoticeKind).min(1)]);

/** What a token of ours switches off, or null for any other text, the token of a search included. */
export function wayOutOf(settings: Settings, token: string): WayOut | null {
  const [text = '', signature = '', ...rest] = token.split('.');
  const [userId = '', ...words] = text.split('~');
  const stops = Stops.safeParse(words);
  if (rest.length > 0 || !stops.success || !z.uuid().safeParse(userId).success || !isSignedBy(settings, 'unsubscribe', text, signature)) return null;
  return stops.data === 'digest' ? { userId, stops: 'digest' } : { userId, stops: stops.data };
}
