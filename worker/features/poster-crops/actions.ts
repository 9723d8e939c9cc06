// The part of a picture that a poster shows: cut once, kept as a picture with an address of its own, so that no copy anywhere has to be forgotten.
import { AppError, notFound } from '../../platform/app-error.ts';
import { sha256Hex } from '../../platform/digest.ts';
import type { Services } from '../../services.ts';
import { pictureKey, wholeKey } from '../files/queries.ts';
import { announceChange } from '../pitches/actions.ts';
import { lockPoster, type Poster, replacePoster, selectOptionalPoster } from './queries.ts';
import { type CropBox, heightOf, LEAST_WIDTH, type PosterCrop, widestIn } from './schema.ts';

type Used = Pick<Services, 'db' | 'storage' | 'images' | 'clock' | 'newId' | 'outbox' | 'defer' | 'epochs'>;
interface Whole { key: string; width: number; height: number }

const replaced = () => new AppError('conflict', 'The poster was replaced meanwhile. Choose again from the new one.');
const noPoster = () => new AppError('conflict', 'This pitch has no poster yet.');
const refused = (message: string, field = 'crop') => new AppError('bad_request', message, { fields: { [field]: message } });

/** The picture that a poster was cut from, or the poster itself. */
function wholeOf({ storageKey, width, height, crop }: Poster): Whole {
  if (storageKey === null || width === null || height === null) throw noPoster();
  return crop === null ? { key: storageKey, width, height } : { key: wholeKey(storageKey), width: crop.wholeWidth, height: crop.wholeHeight };
}

async function ownPoster(db: Used['db'], pitchId: string, ownerId: string): Promise<Poster & { fileId: string }> {
  const poster = await selectOptionalPoster(db, pitchId, ownerId);
  if (!poster) throw notFound();
  if (poster.fileId === null) throw noPoster();
  return { ...poster, fileId: poster.fileId };
}

/** The whole picture's address and size, and the part of it that shows. */
export async function readCrop({ db }: Used, pitchId: string, ownerId: string): Promise<PosterCrop> {
  const poster = await ownPoster(db, pitchId, ownerId);
  const { width, height } = wholeOf(poster);
  const { crop } = poster;
  return { whole: { url: `/api/pitches/${pitchId}/poster/whole?of=${poster.fileId}`, width, height }, crop: crop && { x: crop.x, y: crop.y, width: crop.width, height: crop.height } };
}

/** The whole picture, for its owner only: what was cut away is nobody else's. */
export async function readWhole({ db, storage }: Used, pitchId: string, ownerId: string): Promise<{ body: ReadableStream; size: number }> {
  const { key } = wholeOf(await ownPoster(db, pitchId, ownerId));
  const object = await storage.get(key);
  if (!object) throw new Error(`stored object of a poster is gone: ${key}`);
  return object;
}

function checked(box: CropBox, whole: Whole): CropBox {
  if (box.x + box.width > whole.width || box.y + box.height > whole.height) throw refused(`The picture is ${whole.width} × ${whole.height} px; the part has to lie inside of it.`);
  if (Math.abs(box.height - heightOf(box.width)) > 1) throw refused('A poster is 2:3: the height is one and a half times the width.');
  if (box.width < Math.min(LEAST_WIDTH, widestIn(whole))) throw refused(`The part is too small to be a poster: at least ${LEAST_WIDTH} px wide.`);
  return box;
}

/** Shows another part of the picture, or all of it for null. Asking for what shows already changes nothing. */
export async function cropPoster(services: Used, pitchId: string, ownerId: string, wanted: CropBox | null): Promise<PosterCrop> {
  const { db, storage, images, clock, newId, outbox, defer } = services;
  const poster = await ownPoster(db, pitchId, ownerId);
  const whole = wholeOf(poster);
  const crop = wanted === null ? null : checked(wanted, whole);
  const same = crop === null ? poster.crop === null : poster.crop !== null && (['x', 'y', 'width', 'height'] as const).every((side) => crop[side] === poster.crop?.[side]);
  if (same) return readCrop(services, pitchId, ownerId);
  const object = await storage.get(whole.key);
  if (!object) {
    // Another choice may have taken its place, and discarded it, since it was looked up.
    if ((await ownPoster(db, pitchId, ownerId)).fileId !== poster.fileId) throw replaced();
    throw new Error(`stored object of a poster is gone: ${whole.key}`);
  }
  const bytes = await new Response(object.body).arrayBuffer();
  const picture = crop === null ? bytes : await images.crop(bytes, crop);
  const [id, outboxId] = [newId(), newId()];
  const storageKey = pictureKey(id);
  await storage.put(storageKey, picture, 'image/webp');
  if (crop !== null) await storage.put(wholeKey(storageKey), bytes, 'image/webp');
  const { width, height } = crop ?? whole;
  const cropped = { id, storageKey, sha256: await sha256Hex(new Uint8Array(picture)), size: picture.byteLength, width, height, crop: crop && { ...crop, wholeWidth: whole.width, wholeHeight: whole.height }, now: new Date(clock.now()).toISOString() };
  const isDone = await db.transaction(async (tx) => {
    const { rows } = await tx.query(lockPoster(pitchId, poster.fileId));
    if (rows.length === 0) return false;
    for (const statement of replacePoster(pitchId, poster.fileId, cropped, outboxId)) await tx.query(statement);
    return true;
  });
  if (!isDone) {
    await Promise.all([storageKey, wholeKey(storageKey)].map((key) => storage.delete([key])));
    throw replaced();
  }
  defer(outbox.relay([outboxId]));
  if (poster.status === 'published') await announceChange(services, { id: pitchId, slug: poster.slug });
  return readCrop(services, pitchId, ownerId);
}
