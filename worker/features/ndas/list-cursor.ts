// The place in a list of NDAs, as an opaque text that only we can write.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Settings } from '../../env.ts';
import { AppError } from '../../platform/app-error.ts';

const Place = z.strictObject({ at: z.iso.datetime(), id: z.uuid() });
export type Place = z.output<typeof Place>;

const mac = (settings: Settings, text: string): Buffer => createHmac('sha256', settings.BETTER_AUTH_SECRET).update(`nda-list-cursor\n${text}`).digest().subarray(0, 16);

export function writeCursor(settings: Settings, place: Place): string {
  const text = Buffer.from(JSON.stringify(place)).toString('base64url');
  return `${text}.${mac(settings, text).toString('base64url')}`;
}

/** Throws a 400 for anything that `writeCursor` did not make. */
export function readCursor(settings: Settings, cursor: string): Place {
  const [text = '', signature = ''] = cursor.split('.');
  const [given, expected] = [Buffer.from(signature, 'base64url'), mac(settings, text)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new AppError('bad_request', 'The cursor is not one of ours.', { fields: { cursor: 'Start from the beginning.' } });
  return Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
}
