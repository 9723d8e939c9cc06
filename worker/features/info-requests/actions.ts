// Asking and answering; the other side is told.
import type { z } from 'zod';
import type { UserDeed } from '../../http/deed.ts';
import { AppError, notFound } from '../../platform/app-error.ts';
import type { Sql } from '../../platform/db/sql.ts';
import { insertOutbox } from '../../platform/outbox/outbox.ts';
import type { Gate } from '../catalogue/lists.ts';
import type { Party } from '../nda-documents/schema.ts';
import { noticeMessage } from '../notifications/actions.ts';
import { selectOptionalStanding } from '../pitch-documents/queries.ts';
import { openGates, tierOf } from '../pitches/gates.ts';
import { insertAnswerFiles, insertInfoAnswer, insertInfoRequest, markAnswered, selectInfoRequests, selectOptionalDesk, selectOptionalQuestion } from './queries.ts';
import type { InfoAnswerCreate, InfoRequest, InfoRequestCreate } from './schema.ts';

type Keep = (id: string) => readonly Sql[];

interface Desk {
  ndaId: string;
  ndaStatus: string;
  pitchId: string | null;
  pitchTitle: string;
  owner: Party;
  signer: Party;
}

const mustBeSigned = ({ ndaStatus }: Desk): void => {
  if (ndaStatus !== 'signed') throw new AppError('illegal_transition', 'Questions can be asked and answered while the agreement is signed and open.', { extra: { status: ndaStatus } });
};

function news({ services, actor }: UserDeed, desk: Desk, kind: 'nda-question' | 'nda-answer') {
  const to = actor.id === desk.owner.id ? desk.signer : desk.owner;
  return noticeMessage(services.newId(), { kind, to: [to.id], by: actor.id, subject: desk.ndaId, data: { project: desk.pitchTitle.slice(0, 200) } });
}

/** Gates of a pitch that are open to this person now; none when the pitch is gone. */
export async function gatesFor({ services: { db, clock }, actor }: UserDeed, pitchId: string | null): Promise<Gate[]> {
  const standing = pitchId === null ? null : await selectOptionalStanding(db, pitchId, actor.id, new Date(clock.now()).toISOString());
  return standing ? openGates(tierOf(actor, standing.ownerId, standing.opened)) : [];
}

/** A question as its asker reads it now; 404 for whoever is no party. */
export async function readQuestion(deed: UserDeed, id: string): Promise<InfoRequest> {
  const question = await selectOptionalQuestion(deed.services.db, id, deed.actor.id);
  if (!question) throw notFound();
  const { ndaId, pitchId } = question;
  const found = (await selectInfoRequests(deed.services.db, ndaId, await gatesFor(deed, pitchId))).find((request) => request.id === id);
  if (!found) throw notFound();
  return found;
}

/** Gives the question's id. `keep` gives what is written beside it. */
export async function ask(deed: UserDeed, ndaId: string, input: z.output<typeof InfoRequestCreate>, keep: Keep = () => []): Promise<string> {
  const { services: { db, clock, newId, outbox, defer }, actor } = deed;
  const desk = await selectOptionalDesk(db, ndaId, actor.id);
  if (!desk) throw notFound();
  mustBeSigned(desk);
  const [id, message] = [newId(), news(deed, desk, 'nda-question')];
  await db.batch([insertInfoRequest({ ...input, id, ndaId, authorId: actor.id, at: new Date(clock.now()).toISOString() }), insertOutbox([message]), ...keep(id)]);
  defer(outbox.relay([message.id]));
  return id;
}

export async function answerQuestion(deed: UserDeed, requestId: string, { body, fileIds }: z.output<typeof InfoAnswerCreate>, keep: Keep = () => []): Promise<string> {
  const { services: { db, clock, newId, outbox, defer }, actor } = deed;
  const question = await selectOptionalQuestion(db, requestId, actor.id);
  if (!question) throw notFound();
  mustBeSigned(question);
  if (question.status === 'closed') throw new AppError('conflict', 'This question is closed.');
  const [id, at, message] = [newId(), new Date(clock.now()).toISOString(), news(deed, question, 'nda-answer')];
  const files = fileIds.length > 0 && question.pitchId ? [insertAnswerFiles(id, fileIds, actor.id, question.pitchId)] : [];
  // All files or none: an answer that silently lost one would say something else than its author meant.
  await db.transaction(async (tx) => {
    await tx.query(insertInfoAnswer({ id, requestId, authorId: actor.id, body, at }));
    for (const statement of files) {
      if ((await tx.query(statement)).count !== new Set(fileIds).size) throw new AppError('bad_request', 'Only files of your own that belong to this pitch and open with this agreement can be attached. Nothing was sent.', { fields: { fileIds: 'One of these cannot be attached.' } });
    }
    if (actor.id !== question.authorId) await tx.query(markAnswered(requestId, at));
    await tx.query(insertOutbox([message]));
    for (const statement of keep(id)) await tx.query(statement);
  });
  defer(outbox.relay([message.id]));
  return id;
}
