import { HttpResponse, http as mock } from 'msw';
import { describe, expect, it } from 'vitest';
import { answer, breakOff, refuse, server } from '../testing/server.ts';
import { ApiError, http, toQueryString } from './http.ts';

const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error: unknown = await promise.then(() => 'no error', (thrown: unknown) => thrown);
  if (!(error instanceof ApiError)) throw new Error(`expected an ApiError, got ${String(error)}`);
  return error;
};

describe('toQueryString', () => {
  it('repeats lists and leaves out what is not set', () => {
    expect(toQueryString({ genre: ['drama', 'noir'], limit: 12, q: '', cursor: undefined })).toBe('?genre=drama&genre=noir&limit=12');
  });
  it('is empty for nothing', () => expect(toQueryString({ q: undefined })).toBe(''));
});

describe('http', () => {
  it('gives the JSON of an answer and sends JSON with a body', async () => {
    const asked = answer('post', '/api/things', { id: 'a' }, 201);
    expect(await http.post<{ id: string }>('/api/things', { title: 'Salt Year' })).toEqual({ id: 'a' });
    expect(asked[0]?.headers.get('content-type')).toBe('application/json');
    expect(asked[0]?.credentials).toBe('same-origin');
    expect(await asked[0]?.json()).toEqual({ title: 'Salt Year' });
  });

  it('gives undefined for 204', async () => {
    answer('delete', '/api/things/a', null, 204);
    expect(await http.delete('/api/things/a')).toBeUndefined();
  });

  it('turns the error shape into an ApiError', async () => {
    server.use(mock.get('/api/things', () => HttpResponse.json(
      { error: { code: 'rate_limited', message: 'Too often.', requestId: 'req-9', fields: { title: 'A title is needed.' }, version: 4 } },
      { status: 429, headers: { 'retry-after': '7' } },
    )));
    const error = await failure(http.get('/api/things'));
    expect(error).toMatchObject({ kind: 'http', status: 429, code: 'rate_limited', message: 'Too often.', requestId: 'req-9', retryAfter: 7, fields: { title: 'A title is needed.' }, extra: { version: 4 } });
  });

  it('keeps the request id of an answer that is no JSON', async () => {
    server.use(mock.get('/api/things', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'req-7' } })));
    expect(await failure(http.get('/api/things'))).toMatchObject({ kind: 'http', status: 502, code: 'bad_response', requestId: 'req-7', fields: {} });
  });

  it('tells silence from a refusal', async () => {
    breakOff('get', '/api/things');
    expect(await failure(http.get('/api/things'))).toMatchObject({ kind: 'network', status: 0, code: 'network' });
    refuse('get', '/api/things', 503, 'unavailable');
    expect(await failure(http.get('/api/things'))).toMatchObject({ kind: 'http', status: 503, code: 'unavailable' });
  });

  it('lets an abort through as an abort', async () => {
    answer('get', '/api/things', {});
    const controller = new AbortController();
    controller.abort();
    await expect(http.get('/api/things', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
