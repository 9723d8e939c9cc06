// The one error that features throw. http/errors.ts turns it into a response; anything else is a 500.

export const statusOf = {
  bad_request: 400,
  unauthenticated: 401,
  email_unverified: 403,
  wrong_portal: 403,
  reauth_required: 403,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  incomplete: 409,
  illegal_transition: 409,
  precondition_failed: 412,
  too_large: 413,
  unsupported_media_type: 415,
  unprocessable: 422,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOf;

export interface ErrorDetails {
  cause?: unknown;
  /** Sentences by field path, e.g. `{ "team.0.name": "A name is needed." }`. */
  fields?: Record<string, string>;
  /** Seconds, sent as Retry-After. */
  retryAfter?: number;
  /** Further members of the error object, such as the current version of a 412. */
  extra?: Record<string, unknown>;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The 404 of everything that is missing or hidden: both must look the same from outside. */
export const notFound = (): AppError => new AppError('not_found', 'There is nothing here.');
