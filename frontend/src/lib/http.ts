import { takeEarly } from './early.ts';

/** Why a request failed: the server said so (`http`), or no answer came (`network`). */
export type ApiErrorKind = 'http' | 'network';

interface ApiErrorInit {
  kind: ApiErrorKind;
  status: number;
  code: string;
  requestId?: string | undefined;
  fields?: Record<string, string> | undefined;
  retryAfter?: number | undefined;
  extra?: Record<string, unknown> | undefined;
  cause?: unknown;
}

/** The server's `{error: {...}}`, or the lack of an answer (`kind: 'network'`, status 0, code `network`). */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  /** Sentences by field path, for forms. */
  readonly fields: Record<string, string>;
  /** Seconds until the next try is allowed. */
  readonly retryAfter: number | undefined;
  /** Further members of the error object, such as the current version of a 412. */
  readonly extra: Record<string, unknown>;

  constructor(message: string, init: ApiErrorInit) {
    super(message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = 'ApiError';
    this.kind = init.kind;
    this.status = init.status;
    this.code = init.code;
    this.requestId = init.requestId;
    this.fields = init.fields ?? {};
    this.retryAfter = init.retryAfter;
    this.extra = init.extra ?? {};
  }
}

export type QueryValue = string | number | boolean | readonly string[] | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  /** Sent as JSON. */
  body?: unknown;
  /** Bytes, sent as they are instead of a body: what they hold is decided by them. */
  raw?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** `?genre=drama&genre=noir&limit=12`: arrays repeat, undefined and empty strings are left out. */
export function toQueryString(query: Record<string, QueryValue> = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== '') params.append(key, String(one));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null); // a proxy's HTML page: the status alone has to do
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const { code, message, requestId, fields, ...extra } = error;
  const retryAfter = Number(response.headers.get('retry-after'));
  return new ApiError(typeof message === 'string' ? message : 'The server gave an answer that this page does not understand.', {
    kind: 'http',
    status: response.status,
    code: typeof code === 'string' ? code : 'bad_response',
    requestId: typeof requestId === 'string' ? requestId : (response.headers.get('x-request-id') ?? undefined),
    fields: isRecord(fields) ? Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path, String(sentence)])) : undefined,
    retryAfter: retryAfter > 0 ? retryAfter : undefined,
    extra,
  });
}

/** The bare request: the raw `Response` of a 2xx, an `ApiError` for everything else. Aborts pass through as `AbortError`. */
export async function send(method: string, path: string, { query, body, raw, headers, signal }: RequestOptions = {}): Promise<Response> {
  const init: RequestInit = { method, credentials: 'same-origin', headers: { accept: 'application/json', ...headers } };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'content-type': 'application/json' };
  }
  if (raw !== undefined) {
    init.body = raw;
    init.headers = { ...init.headers, 'content-type': 'application/octet-stream' };
  }
  if (signal) init.signal = signal;
  const address = `${path}${toQueryString(query)}`;
  let response: Response;
  try {
    response = await ((method === 'GET' && takeEarly(address)) || fetch(address, init));
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError('No answer came. Check the connection and try again.', { kind: 'network', status: 0, code: 'network', cause });
  }
  if (!response.ok) throw await toApiError(response);
  return response;
}

/** JSON of a 2xx answer; undefined for one without a body, as 204 and some 202 are. The caller names the type that the shared schema gives this route. */
export async function request<T>(method: string, path: string, options?: RequestOptions): Promise<T> {
  const response = await send(method, path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export const http = {
  get: <T>(path: string, options?: Omit<RequestOptions, 'body'>) => request<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: Omit<RequestOptions, 'body'>) => request<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body?: unknown, options?: Omit<RequestOptions, 'body'>) => request<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body?: unknown, options?: Omit<RequestOptions, 'body'>) => request<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, options?: RequestOptions) => request<T>('DELETE', path, options),
};
