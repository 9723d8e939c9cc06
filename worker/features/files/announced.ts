// What an upload says of itself, checked before any of its bytes are taken.
import { AppError } from '../../platform/app-error.ts';
import { type Db, optionalRow } from '../../platform/db/db.ts';
import { plainType, rulesOf, tooLarge, wrongType } from './kinds.ts';
import type { UploadCreate } from './schema.ts';
import { selectReel, UploadRow } from './upload-statements.ts';

type Gate = UploadRow['gate'];

/** A picture of a reel is behind the reel's own gate. Undefined for every other file. */
async function gateOfReel(db: Db, { pitchId, kind, gate, frameOf }: UploadCreate, ownerId: string): Promise<Gate | undefined> {
  if (frameOf === undefined) return undefined;
  if (kind !== 'gallery') throw new AppError('bad_request', 'Only a picture stands for a reel.', { fields: { frameOf: 'Leave this out.' } });
  if (gate !== undefined) throw new AppError('bad_request', 'The picture of a reel is behind the gate of the reel.', { fields: { gate: 'Leave this out.' } });
  const reel = await optionalRow(db, UploadRow.pick({ gate: true }), selectReel(frameOf, pitchId, ownerId));
  if (!reel) throw new AppError('bad_request', 'There is no such reel on this pitch.', { fields: { frameOf: 'This is no reel of the pitch.' } });
  return reel.gate;
}

/** The type and the gate of what was announced. Throws 413 past the limit of its kind, 415 for a type that the kind does not take. */
export async function checkAnnounced(db: Db, input: UploadCreate, ownerId: string): Promise<{ contentType: string; gate: Gate }> {
  const rules = rulesOf(input.kind);
  const contentType = plainType(input.contentType);
  if (input.size > rules.maxSize) throw tooLarge(rules);
  if (!(rules.types as readonly string[]).includes(contentType)) throw wrongType(rules);
  const gate = await gateOfReel(db, input, ownerId) ?? input.gate ?? rules.gate;
  if (input.kind === 'poster' && gate !== 'public') throw new AppError('bad_request', 'A poster is public with its pitch.', { fields: { gate: 'Leave this out for a poster.' } });
  return { contentType, gate };
}
