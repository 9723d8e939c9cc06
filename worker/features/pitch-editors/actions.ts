// Inviting, accepting and ending. Whoever's right changes is looked at anew at once: their epoch moves and their open tabs are asked.
import { forgetCopies } from '../../auth/revocation.ts';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Queryable } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { appendEvents, deliveriesOf } from '../../platform/live/streams.ts';
import { insertNoticeFrom } from '../notifications/actions.ts';
import { acceptInvitation, MOST_EDITORS, removeEditor, selectInvited, selectOptionalEditors } from './queries.ts';
import type { PitchEditorList } from './schema.ts';

/** What happened to a list of editors, and whom it is told. */
interface News { what: 'invited' | 'accepted' | 'ended'; userIds: readonly string[] }

const nowOf = ({ services }: UserDeed): string => new Date(services.clock.now()).toISOString();

/** Changes something and writes what is told about it in one transaction; then tells it. `change` gives null for what is not there. */
async function changeAndTell<T>(deed: UserDeed, pitchId: string, change: (tx: Queryable) => Promise<(T & { news: News | null }) | null>): Promise<T> {
  const { db, newId, live } = deed.services;
  const done = await db.transaction(async (tx) => {
    const made = await change(tx);
    if (!made) throw notFound();
    const { news } = made;
    const told = news && await tx.query(appendEvents([{ id: newId(), payload: { kind: 'editing', pitchId, what: news.what }, subjectId: pitchId, userIds: news.userIds }], nowOf(deed)));
    return { made, deliveries: deliveriesOf(told?.rows ?? []) };
  });
  await live.deliver(done.deliveries);
  return done.made;
}

const refused = (sentence: string): AppError => new AppError('bad_request', sentence, { fields: { handle: sentence } });

/** Asks somebody to edit. 404 when the pitch is not the asker's; asking twice is one invitation. */
export async function inviteEditor(deed: UserDeed, pitchId: string, handle: string): Promise<PitchEditorList> {
  const { services: { db, newId, outbox, defer }, actor } = deed;
  const noticeId = newId();
  const { userId } = await changeAndTell(deed, pitchId, async (tx) => {
    const found = await selectInvited(tx, { pitchId, ownerId: actor.id, handle, at: nowOf(deed) });
    if (!found) return null;
    if (found.userId === null) throw refused('Nobody with this name can be invited.');
    if (found.portal !== 'creator' && found.portal !== 'production') throw refused('Only people of the creator and the production portal can edit a pitch.');
    if (found.isFresh) {
      const data = sql`SELECT ${found.userId}::uuid AS user_id, jsonb_build_object('project', left(p.title, 200)) AS data FROM pitches p WHERE p.id = ${pitchId}`;
      await tx.query(insertNoticeFrom(data, { id: noticeId, kind: 'editor-invited', by: actor.id, subject: sql`${pitchId}::text` }));
    }
    return { userId: found.userId, news: found.isFresh ? { what: 'invited', userIds: [found.userId] } : null };
  });
  defer(outbox.relay([noticeId]));
  const list = await selectOptionalEditors(db, pitchId, actor.id);
  if (!list) throw notFound();
  if (!list.items.some(({ id }) => id === userId)) throw refused(`A pitch has at most ${MOST_EDITORS} editors.`);
  return list;
}

/** Takes an invitation up. */
export async function acceptEditing(deed: UserDeed, pitchId: string): Promise<void> {
  const { actor } = deed;
  await changeAndTell(deed, pitchId, async (tx) => {
    const accepted = await acceptInvitation(tx, pitchId, actor.id, nowOf(deed));
    return accepted && { news: { what: 'accepted', userIds: [accepted.ownerId, actor.id] } };
  });
  await forgetCopies(deed.services, actor.id);
}

/** Ends editing or an invitation, by the owner or by the person. What was written stays. */
export async function endEditing(deed: UserDeed, pitchId: string, userId: string): Promise<void> {
  await changeAndTell(deed, pitchId, async (tx) => {
    const ended = await removeEditor(tx, { pitchId, userId, byId: deed.actor.id });
    return ended && { news: { what: 'ended', userIds: [ended.ownerId, userId] } };
  });
  await forgetCopies(deed.services, userId);
}
