// Sends JSON that is text already: what a cache hands out is neither parsed nor built again.
import type { Context, TypedResponse } from 'hono';
import type { AppEnv } from './context.ts';

/** A 200 whose body is `text`, typed for the RPC client as what the text holds. */
export function jsonText<T>(c: Context<AppEnv>, text: string): Response & TypedResponse<T, 200, 'json'> {
  return c.body(text, 200, { 'Content-Type': 'application/json; charset=UTF-8' }) as unknown as Response & TypedResponse<T, 200, 'json'>;
}
