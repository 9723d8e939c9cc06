import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

/** The API as a test sees it. It knows nothing until a test teaches it an answer. */
export const server = setupServer();

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Teaches one answer, and gives the requests that came. */
export function answer(method: Method, path: string, body: JsonBodyType | ((request: Request) => JsonBodyType), status = 200): Request[] {
  const asked: Request[] = [];
  server.use(http[method](path, ({ request }) => {
    asked.push(request.clone());
    const value = typeof body === 'function' ? body(request) : body;
    return status === 204 ? new HttpResponse(null, { status }) : HttpResponse.json(value, { status });
  }));
  return asked;
}

/** Teaches a refusal in the API's one shape. */
export function refuse(method: Method, path: string, status: number, code: string, extra: { message?: string; fields?: Record<string, string> } = {}): void {
  answer(method, path, { error: { code, message: extra.message ?? 'No.', requestId: 'req-1', ...(extra.fields && { fields: extra.fields }) } }, status);
}

/** The connection breaks before an answer. */
export function breakOff(method: Method, path: string): void {
  server.use(http[method](path, () => HttpResponse.error()));
}
