// A server on loopback that stands before another and goes wrong on request: how a test makes a dependency slow, deaf or rude.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

export type Fault = 'none' | 'hang' | 'refuse' | 'reset' | 429 | 500 | 'garbage' | 'truncate';

export interface FaultyServer {
  url: string;
  fault: Fault;
  /** Requests that arrived since the last `forget`, with their bodies. */
  seen: { path: string; body: string }[];
  stop(): Promise<void>;
}

const listening = (server: Server): Promise<number> => new Promise((resolve) => {
  server.listen({ host: '127.0.0.1', port: 0 }, () => resolve((server.address() as { port: number }).port));
});

/** Passes everything on to `target` while there is no fault. With no target it answers 200 and an empty object. */
export async function startFaultyServer(target?: string): Promise<FaultyServer> {
  const state: { fault: Fault; seen: FaultyServer['seen'] } = { fault: 'none', seen: [] };

  async function forward(request: IncomingMessage, body: string): Promise<{ status: number; text: string }> {
    if (!target) return { status: 200, text: '{}' };
    const { authorization = '', 'content-type': type = 'application/json' } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', target), { method: request.method ?? 'GET', headers: { authorization, 'content-type': type }, ...(body && { body }) });
    return { status: answer.status, text: await answer.text() };
  }

  const server = createServer((request, response) => {
    if (state.fault === 'refuse') return request.socket.destroy();
    void text(request).then(async (body) => {
      state.seen.push({ path: request.url ?? '', body });
      switch (state.fault) {
        case 'hang': return undefined;
        case 'reset': return request.socket.resetAndDestroy();
        case 429:
        case 500: return response.writeHead(state.fault).end('{"error":"not now"}');
        case 'garbage': return response.writeHead(200).end('<html>');
        case 'truncate': response.writeHead(200, { 'content-length': '1000' }).write('[{"result'); return request.socket.end();
        default: {
          const answer = await forward(request, body);
          return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text);
        }
      }
    }).catch((error: unknown) => response.destroy(error as Error));
  });
  const port = await listening(server);
  return Object.assign(state, {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => { server.closeAllConnections(); server.close(() => resolve()); }),
  });
}
