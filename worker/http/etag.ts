// Conditional requests: If-Match for writers, If-None-Match for readers.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { AppEnv } from './context.ts';

/** The version a writer says it saw: a number, `any` without the header or with `*`, `none` for a tag that can never be ours. */
export function expectedVersion(c: Context<AppEnv>): number | 'any' | 'none' {
  const header = c.req.header('if-match')?.trim();
  if (header === undefined || header === '*') return 'any';
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  return version === undefined ? 'none' : Number(version);
}

/** Whether the reader holds this text already; sets ETag either way. */
export function isHeld(c: Context<AppEnv>, text: string): boolean {
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', tag);
  return (c.req.header('if-none-match') ?? '').split(',').some((given) => given.trim() === tag);
}
