// Bounds a body before anything reads it: by its announced length, and by counting when it has none.
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { AppError } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';

/** Bytes of a JSON body. A pitch with every text at its limit is about 200 kB. */
export const JSON_LIMIT = 1024 * 1024;

const limitJson = bodyLimit({
  maxSize: JSON_LIMIT,
  onError: () => { throw new AppError('too_large', 'The request is larger than 1 MB.'); },
});

/** JSON only, and not much of it. Raw uploads are mounted with their own limits and skip this by content type. */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  // A browser's POST without a body says `Content-Length: 0`, which workerd gives as an empty stream, not as null.
  const isEmpty = c.req.raw.body === null || c.req.header('content-length') === '0';
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || isEmpty) return next();
  const type = c.req.header('content-type') ?? '';
  if (/^application\/octet-stream\b/i.test(type)) return next();
  if (!/^application\/json\b/i.test(type)) throw new AppError('unsupported_media_type', 'Send JSON with Content-Type: application/json.');
  return limitJson(c, next);
});
