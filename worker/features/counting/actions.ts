// Makes events of what people do. Nothing here fails or delays the request that it belongs to.
import type { Context } from 'hono';
import type { z } from 'zod';
import type { AppEnv } from '../../http/context.ts';
import { addressOf } from '../../http/limit.ts';
import type { Services } from '../../services.ts';
import { isPerson } from './bots.ts';
import type { Audience } from './lists.ts';
import type { Interest, InterestEvent, SearchEvent, SearchInput, ViewEvent, ViewInput } from './schema.ts';
import { visitorOf } from './visitor.ts';

type C = Context<AppEnv>;

/** The audience of a person who is counted; null for bots, and for operators, who look at everything. */
function audienceOf(c: C): Audience | null {
  const actor = c.get('actor');
  const isCounted = isPerson(c.req.raw.headers, actor.kind === 'user', c.get('settings').ENVIRONMENT === 'local');
  if (!isCounted) return null;
  if (actor.kind === 'anonymous') return 'anonymous';
  return actor.portal === 'admin' ? null : actor.portal;
}

/** A visit of a pitch, or what its reader reports on leaving. */
export async function noteView(c: C, pitchId: string, { source, seconds, depth, search }: z.output<typeof ViewInput>): Promise<void> {
  const audience = audienceOf(c);
  if (audience === null) return;
  const { events, clock } = c.get('services');
  const at = clock.now();
  const actor = c.get('actor');
  const actorId = actor.kind === 'user' ? actor.id : null;
  const who = actorId === null ? { address: addressOf(c), agent: c.req.header('user-agent') ?? '' } : { userId: actorId };
  const visitor = await visitorOf(c.get('settings').BETTER_AUTH_SECRET, who, at);
  events.send({ kind: 'view', at, pitchId, visitor, audience, source, seconds, depth, actorId, ...(search && isKept(search.words) && { search }) } satisfies ViewEvent);
}

/** What looks like an address or a number of somebody is no search worth keeping. */
const isKept = (words: string): boolean => !/@|\d{6}/.test(words);

export function noteSearch(c: C, search: SearchInput): void {
  const audience = audienceOf(c);
  if (audience === null || !isKept(search.words)) return;
  const { events, clock } = c.get('services');
  events.send({ kind: 'search', at: clock.now(), audience, ...search } satisfies SearchEvent);
}

/** Somebody's interest in a pitch, where it really came or went. */
export function noteInterest({ events, clock }: Pick<Services, 'events' | 'clock'>, pitchId: string, what: Interest, delta: 1 | -1): void {
  events.send({ kind: 'interest', at: clock.now(), pitchId, what, delta } satisfies InterestEvent);
}
