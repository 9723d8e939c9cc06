// Ids in paths. What is no id cannot exist, so it is a 404 and never reaches the database.
import type { Context } from 'hono';
import { notFound } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is written as an id. */
export const isId = (text: string): boolean => UUID.test(text);

/** The path parameter as an id; throws `not_found` for anything else. */
export function pathId(c: Context<AppEnv>, name = 'id'): string {
  const id = c.req.param(name) ?? '';
  if (!isId(id)) throw notFound();
  return id;
}
