// The one place that turns errors into responses. A 500 says a fixed sentence; the truth goes to the request event and to Sentry.
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError, notFound, statusOf } from '../platform/app-error.ts';
import type { AppEnv } from './context.ts';

function describe(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status === 413) return new AppError('too_large', 'The request is too large.', { cause: error });
  if (error instanceof HTTPException && error.status === 400) return new AppError('bad_request', 'The request cannot be read.', { cause: error });
  return new AppError('internal', 'Something went wrong on our side. Nothing you sent was lost by you; try again, and tell us the request id if it stays.', { cause: error });
}

/** What really happened, for the operator: the stack of the cause, or whatever was thrown. */
function causeOf({ cause, message }: AppError): string {
  if (cause instanceof Error) return cause.stack ?? `${cause.name}: ${cause.message}`;
  return cause === undefined ? message : JSON.stringify(cause) ?? message;
}

/** The response of an error, in the one shape. */
export function errorResponse(c: Context<AppEnv>, error: unknown): Response {
  const known = describe(error);
  const status = statusOf[known.code] as ContentfulStatusCode;
  const { fields, retryAfter, extra } = known.details;
  const event = c.get('event');
  if (event) {
    event.error = known.code;
    if (status >= 500) event.cause = causeOf(known).slice(0, 2000);
  }
  c.header('Cache-Control', 'no-store');
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  return c.json({ error: { code: known.code, message: known.message, requestId: c.get('requestId') ?? '', ...(fields && { fields }), ...extra } }, status);
}

export const onError: ErrorHandler<AppEnv> = (error, c) => errorResponse(c, error);
export const onNotFound: NotFoundHandler<AppEnv> = (c) => errorResponse(c, notFound());
