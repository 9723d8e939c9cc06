// What people do about conversations over HTTP, with who is told of it.
import { z } from 'zod';
import { forgetCopies } from '../../auth/revocation.ts';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import { type Queryable, scalar } from '../../platform/db/db.ts';
import type { Sql } from '../../platform/db/sql.ts';
import type { EventToAppend } from '../../platform/live/streams.ts';
import type { Deed } from '../../../durable-objects/hub/protocol.ts';
import { deliveriesOf, lockConversation, parseDeedRow, tellingsOf, type Verdict } from './deed-frame.ts';
import { type GroupChange, handOver } from './group-statements.ts';
import type { Mine } from './mine-statements.ts';
import { insertUnderNda, lockOpener, openAboutPitch, openDirect, Opened, openGroup, type Opening } from './open-statements.ts';
import { selectOptionalConversation, selectOptionalNdaConversation } from './queries.ts';
import { errorOfRefusal, refusalOf, type Refused } from './refusals.ts';
import { type Conversation, type ConversationCreate, DeedResult, type Message } from './schema.ts';

const iso = ({ services }: UserDeed): string => new Date(services.clock.now()).toISOString();

interface UnderNda { ndaId: string; pitchId: string; people: readonly string[]; /** What the platform says first. */ body: string; at: string }

/** Opens the conversation of an agreement, once, in the transaction of its signature. Gives what both sides are to be told. */
export async function openUnderNda(tx: Queryable, newId: () => string, { ndaId, pitchId, people, body, at }: UnderNda): Promise<EventToAppend[]> {
  const [id, messageId] = [newId(), newId()];
  if (!(await scalar(tx, z.boolean(), insertUnderNda({ id, messageId, ndaId, pitchId, people, body, at })))) return [];
  const message: Message = { id: messageId, conversationId: id, seq: 1, clientId: null, sender: null, body, sentAt: at, editedAt: null, deletedAt: null, hidden: false, replyTo: null, files: [], reactions: [] };
  return [
    { id: newId(), payload: { kind: 'conversation', conversationId: id, change: 'opened', userIds: [...people] }, conversationId: id, userIds: people },
    { id: newId(), payload: { kind: 'message', conversationId: id, message }, subjectId: messageId, conversationId: id, userIds: people },
  ];
}

/** The deed of a person, written by the room of the conversation. Throws what the room refuses with. */
export async function act(deed: UserDeed, conversationId: string, clientId: string, what: Deed): Promise<DeedResult> {
  const { services: { live }, actor } = deed;
  const answer = await live.say(`conversation:${conversationId}`, { id: actor.id, name: actor.name }, clientId, what);
  if (!answer.ok) throw errorOfRefusal(answer as Refused);
  return DeedResult.parse(answer.result);
}

/** The conversation as the person sees it; 404 for everybody who is not in it. */
export async function conversationOf({ services: { db }, actor }: UserDeed, id: string): Promise<Conversation> {
  const found = await selectOptionalConversation(db, id, actor.id);
  if (!found) throw notFound();
  return found;
}

async function openNda(deed: UserDeed, ndaId: string): Promise<string> {
  const found = await selectOptionalNdaConversation(deed.services.db, ndaId, deed.actor.id);
  if (!found) throw notFound();
  if (found.conversationId === null) throw new AppError('conflict', 'It opens when the agreement is signed.', { extra: { reason: 'not_signed' } });
  return found.conversationId;
}

/** Opens a conversation, or gives the one that is open. */
export async function open(deed: UserDeed, input: ConversationCreate): Promise<{ conversation: Conversation; made: boolean }> {
  const { services: { db, newId, live, defer }, actor } = deed;
  if (input.kind === 'nda') return { conversation: await conversationOf(deed, await openNda(deed, input.ndaId)), made: false };
  const opening: Opening = { id: newId(), eventId: newId(), openerId: actor.id, at: iso(deed) };
  const statement: Sql = input.kind === 'direct' ? openDirect(opening, input.personId)
    : input.kind === 'pitch' ? openAboutPitch(opening, input.pitchId, input.personId ?? null)
      : openGroup(opening, { title: input.title, personIds: input.personIds, pitchId: input.pitchId ?? null, messageId: newId(), messageEventId: newId() });
  const [, result] = await db.batch([lockOpener(actor.id), statement]);
  const { id, made, verdict, deliveries } = openedOf(result?.rows[0], opening.at);
  if (verdict === 'many' && input.kind !== 'group') throw new AppError('rate_limited', 'You asked many people today who have not answered yet. Wait until some of them do.', { retryAfter: 3600, extra: { reason: 'requests' } });
  if (verdict === 'nobody') throw notFound();
  if (verdict === 'strangers' || verdict === 'apart' || verdict === 'many') throw errorOfRefusal(refusalOf(verdict) as Refused);
  if (id === null) throw new Error('a conversation was opened without an id');
  if (deliveries.length > 0) defer(live.deliver(deliveries));
  return { conversation: await conversationOf(deed, id), made };
}

function openedOf(row: unknown, at: string) {
  const { streams, payloads, ...rest } = Opened.parse(row);
  return { ...rest, deliveries: deliveriesOf(tellingsOf([{ payloads, streams }], at)) };
}

/** One statement under the lock of the conversation, and what follows from it. Throws what its verdict means. */
async function change(deed: UserDeed, conversationId: string, statements: readonly Sql[], at: string): Promise<Verdict> {
  const { db, live, defer } = deed.services;
  const results = await db.batch([lockConversation(conversationId), ...statements]);
  const row = parseDeedRow(results[1]?.rows[0]);
  const verdict = row.outcomes[0]?.verdict ?? 'gone';
  if (verdict !== 'ok' && verdict !== 'same') throw errorOfRefusal(refusalOf(verdict));
  defer(live.deliver(deliveriesOf(tellingsOf([row], at))));
  return verdict;
}

/** A change of the person's own view. */
export function changeMine(deed: UserDeed, conversationId: string, statement: (mine: Mine) => Sql): Promise<Verdict> {
  const mine: Mine = { conversationId, userId: deed.actor.id, eventId: deed.services.newId(), at: iso(deed) };
  return change(deed, conversationId, [statement(mine)], mine.at);
}

/** A change of a group. Whoever it takes something away from is looked at again at once. */
export async function changeGroup(deed: UserDeed, conversationId: string, statement: (group: GroupChange & { mineEventId: string }) => Sql, goneId?: string): Promise<void> {
  const { services, actor } = deed;
  const { newId } = services;
  const group = { conversationId, userId: actor.id, at: iso(deed), messageId: newId(), eventId: newId(), messageEventId: newId(), mineEventId: newId() };
  await change(deed, conversationId, [statement(group), handOver(conversationId)], group.at);
  if (goneId !== undefined) await forgetCopies(services, goneId);
}
