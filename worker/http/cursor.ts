// Cursors: where a page ended, opaque to the client and bound to the list it belongs to. A forged or foreign one is a 400.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../platform/app-error.ts';

const refuse = (cause?: unknown): AppError => new AppError('bad_request', 'This cursor does not belong to this list.', { fields: { cursor: 'Start again from the first page.' }, cause });

/** Over the payload and the list's name, filters and order, with a key that is used for nothing else. */
function macOf(secret: string, list: string, payload: string): Buffer {
  const key = createHmac('sha256', secret).update('pitchey cursor v1').digest();
  return createHmac('sha256', key).update(list).update('\n').update(payload).digest().subarray(0, 16);
}

/** Seals a position. `list` names everything that must be the same on the next page. */
export function sealCursor(secret: string, list: string, position: unknown): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${payload}.${macOf(secret, list, payload).toString('base64url')}`;
}

/** The position of a cursor that this server sealed for this list. Throws AppError `bad_request` for any other. */
export function openCursor<S extends z.ZodType>(secret: string, list: string, cursor: string, schema: S): z.output<S> {
  const [payload = '', mac = '', ...rest] = cursor.split('.');
  const given = Buffer.from(mac, 'base64url');
  const expected = macOf(secret, list, payload);
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) throw refuse();
  const parsed = schema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (!parsed.success) throw refuse(parsed.error);
  return parsed.data;
}
