// What an owner does to a pitch, and an editor to its fields. Each is one round trip: the guarded write, then the row as it is now, which tells what happened.
import { AppError, notFound } from '../../platform/app-error.ts';
import { log } from '../../platform/log.ts';
import { type Sql, sql } from '../../platform/db/sql.ts';
import type { Services } from '../../services.ts';
import { learnWords, placeInTrend } from '../market/queries.ts';
import { selectOptionalTakedown } from '../moderation/queries.ts';
import { mayEdit } from '../pitch-editors/queries.ts';
import { keepFound, keepVersion, type Origin, sealPublished } from '../pitch-versions/queries.ts';
import { blockersOf } from './completeness.ts';
import { deletePitch } from './delete-statement.ts';
import { type Access, otherMoney, type PitchOwner, type PitchPatch, SYNOPSIS_MIN } from './schema.ts';
import { announcePublication, type Move, moves, updateStatus } from './states.ts';
import { slugFor } from './slug.ts';
import { selectOwnView, ViewRow, viewOf } from './view.ts';
import { updateAccess, updatePitch, type Write } from './write-statements.ts';

/** What an operator does to a pitch's place in the market; the record of it is made in moderation/. */
export { putBackStatus, takeDownStatus } from './states.ts';

type Used = Pick<Services, 'db' | 'epochs' | 'clock' | 'newId' | 'outbox' | 'defer'>;

export const writeOf = ({ clock, newId }: Pick<Services, 'clock' | 'newId'>, id: string, ownerId: string): Write => ({ id, ownerId, now: new Date(clock.now()).toISOString(), newId });

/** Names of the epochs of one pitch's pages: a page is asked for by id or by slug, and both usually end alike. */
export const pitchEpoch = (key: string): string => `pitch:${key.slice(-8)}`;

/**
 * Makes every cached copy of what shows this pitch out of date. The write is committed already, so a failure here is not the
 * writer's: it is logged, and the copies lapse by their age.
 */
export async function announceChange({ epochs }: Pick<Services, 'epochs'>, pitch: { id: string; slug: string }): Promise<void> {
  const names = ['market', ...new Set([pitchEpoch(pitch.id), pitchEpoch(pitch.slug)])];
  for (const result of await Promise.allSettled(names.map((name) => epochs.bump(name)))) {
    if (result.status === 'rejected') log('error', 'epoch.bump', { pitchId: pitch.id, cause: String(result.reason) });
  }
}

/** Runs a guarded write, between what has to be kept before it and what follows from it, and reads the row as its writer may; 404 when there is none. */
async function writeAndRead(services: Used, write: Write, statement: Sql, { before = [], after = [], by = 'owner' }: { before?: readonly Sql[]; after?: readonly Sql[]; by?: 'owner' | 'editor' } = {}): Promise<{ written: boolean; row: ViewRow }> {
  const results = await services.db.batch([...before, statement, ...after, selectOwnView(write.id, write.ownerId, by)]);
  const found = results.at(-1)?.rows[0];
  if (!found) throw notFound();
  return { written: (results[before.length]?.count ?? 0) > 0, row: ViewRow.parse(found) };
}

function stale(row: ViewRow): AppError {
  return new AppError('precondition_failed', 'The pitch was changed elsewhere meanwhile. Nothing of yours was lost: compare, then save again.', { extra: { version: row.version } });
}

/** Sentences for what the patch would take from a published pitch that it needs. */
export function losses(patch: PitchPatch): Record<string, string> {
  return {
    ...(patch.logline !== undefined && !patch.logline && { logline: 'A published pitch has a logline.' }),
    ...(patch.synopsis !== undefined && [...(patch.synopsis ?? '')].length < SYNOPSIS_MIN && { synopsis: `A published pitch has a synopsis of ${SYNOPSIS_MIN} characters or more.` }),
    ...(patch.stage === null && { stage: 'A published pitch has a stage.' }),
    ...(patch.budgetBand === null && { budgetBand: 'A published pitch has a budget band.' }),
  };
}

/** Whether the patch would leave ask and plan in two currencies. */
function mixesMoney({ ask, financePlan }: PitchPatch, row: ViewRow): boolean {
  const plan = row.guarded.find((part) => part.plan !== null)?.plan;
  const [asked, planned] = [ask === undefined ? row.ask : ask, financePlan === undefined ? plan : financePlan];
  return asked !== null && Boolean(planned) && asked.currency !== planned?.currency;
}

/** Team members may only point to files of the pitch itself. */
async function checkProofs({ db }: Used, { id, ownerId }: Write, patch: PitchPatch): Promise<void> {
  const proofs = (patch.team ?? []).map((member) => member.proofFileId ?? null);
  const named = proofs.filter((proof) => proof !== null);
  if (named.length === 0) return;
  const { rows } = await db.query(sql`
    SELECT f.id FROM files f JOIN pitch_media m ON m.file_id = f.id WHERE m.pitch_id = ${id} AND EXISTS (SELECT FROM pitches p WHERE p.id = m.pitch_id AND p.owner_id = f.owner_id AND ${mayEdit(ownerId)}) AND f.id = ANY(${named}::uuid[])`);
  const known = new Set(rows.map((row) => row.id));
  const fields = Object.fromEntries(proofs.flatMap((proof, index) => (proof === null || known.has(proof) ? [] : [[`team.${index}.proofFileId`, 'This is no file of the pitch.']])));
  if (Object.keys(fields).length > 0) throw new AppError('bad_request', 'A proof has to be uploaded to this pitch first.', { fields });
}

/** A partial change. 404 when it is not the writer's, 412 when another version is there, 409 when a published pitch would become incomplete. */
export async function changePitch(services: Used, write: Write, patch: PitchPatch, version: number | 'any' | 'none', origin: Origin = { kind: 'edited' }): Promise<PitchOwner> {
  await checkProofs(services, write, patch);
  const lost = losses(patch);
  const statement = updatePitch(write, patch, { version, unlessPublished: Object.keys(lost).length > 0, slug: patch.title && slugFor(patch.title, write.id) });
  const { written, row } = await writeAndRead(services, write, statement, { before: [keepFound(write)], after: [keepVersion(write, origin), learnWords(write.id)], by: 'editor' });
  if (!written && version !== 'any' && row.version !== version) throw stale(row);
  if (!written && mixesMoney(patch, row)) throw new AppError('bad_request', otherMoney.error, { fields: { [otherMoney.path.join('.')]: otherMoney.error } });
  if (!written) throw new AppError('incomplete', 'A published pitch cannot lose this. Unpublish it first.', { fields: lost });
  if (row.status === 'published') await announceChange(services, row);
  return viewOf(row, 'owner') as PitchOwner;
}

/** Publishes, unpublishes, archives or restores. Asking for where it already is changes nothing and is no error. */
export async function movePitch(services: Used, write: Write, move: Move): Promise<PitchOwner> {
  const outboxId = services.newId();
  const { written, row } = await writeAndRead(services, write, updateStatus(write, move), move === 'publish' ? {
    before: [keepFound(write)], after: [sealPublished(write), learnWords(write.id), placeInTrend(write.id), announcePublication(write, outboxId)],
  } : {});
  const view = viewOf(row, 'owner') as PitchOwner;
  if (written) {
    await announceChange(services, row);
    if (move === 'publish') services.defer(services.outbox.relay([outboxId]));
    return view;
  }
  if (moves[move].from.includes(row.status)) {
    const takedown = move === 'publish' ? await selectOptionalTakedown(services.db, write.id) : null;
    if (takedown) throw new AppError('forbidden', `This pitch was taken down by the people who look after the market: ${takedown.reason} It can be published again once they put it back.`);
    throw new AppError('incomplete', 'Some things are still missing before it can be published.', { fields: blockersOf(view.completeness) });
  }
  if (!moves[move].to.includes(row.status)) {
    const what = { publish: 'published', unpublish: 'unpublished', archive: 'archived', restore: 'restored' }[move];
    throw new AppError('illegal_transition', `A pitch that is ${row.status} cannot be ${what}.`);
  }
  return view;
}

/** Sets gates of protected fields. */
export async function changeAccess(services: Used, write: Write, fields: Parameters<typeof updateAccess>[1], version: number | 'any' | 'none'): Promise<Omit<Access, 'template'>> {
  const { written, row } = await writeAndRead(services, write, updateAccess(write, fields, version));
  if (!written) throw stale(row);
  if (row.status === 'published') await announceChange(services, row);
  return { fields: (viewOf(row, 'owner') as PitchOwner).access, version: row.version };
}

/** Deletes a pitch with everything in it; what lies in the object store is discarded by the outbox. */
export async function removePitch(services: Used, write: Write): Promise<void> {
  const outboxId = services.newId();
  const { rows } = await services.db.query(deletePitch(write, outboxId));
  const gone = rows[0] as { slug: string; discards: boolean } | undefined;
  if (!gone) throw notFound();
  await announceChange(services, { id: write.id, slug: gone.slug });
  if (gone.discards) services.defer(services.outbox.relay([outboxId]));
}
