import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { createPool, Unreachable, type Pool } from './neon-pool.ts';
import { run, type Statement } from './neon-sql.ts';
import { tunnel } from './neon-tunnel.ts';
import { watchServer } from './neon-watch.ts';
import { requireFreePort } from './ports.ts';

export type GatewayOptions = { postgresPort: number; postgresHost?: string; port?: number; host?: string };
/** `url` is the HTTP endpoint (neonConfig.fetchEndpoint); `wsProxy` is what neonConfig.wsProxy takes. */
export type Gateway = { port: number; url: string; wsProxy: string; stop(): Promise<void> };

const errorFields = ['severity', 'code', 'detail', 'hint', 'position', 'internalPosition', 'internalQuery', 'where', 'schema', 'table', 'column',
  'dataType', 'constraint', 'file', 'line', 'routine'] as const;
const poolLimits = { max: 16, idleMs: 5_000 };

/**
 * Speaks to @neondatabase/serverless as Neon's proxy does, in front of an ordinary PostgreSQL: `POST /sql` for statements and
 * batches, WebSocket `/v2` for sessions. User, password and database come from the client, the address from here.
 */
export async function startNeonGateway(options: GatewayOptions): Promise<Gateway> {
  const host = options.host ?? '127.0.0.1';
  const target = { host: options.postgresHost ?? '127.0.0.1', port: options.postgresPort };
  if (options.port) await requireFreePort(options.port, 'the database gateway');
  const watch = watchServer(target.host, target.port);
  const pools = new Map<string, Pool>();

  function poolFor(connectionString: string): Pool {
    let pool = pools.get(connectionString);
    if (!pool) {
      const url = new URL(connectionString);
      pool = createPool({ ...target, user: decodeURIComponent(url.username), password: decodeURIComponent(url.password),
        database: decodeURIComponent(url.pathname.slice(1)), application_name: 'pitchey-gateway' }, poolLimits);
      pools.set(connectionString, pool);
    }
    return pool;
  }

  async function sql(request: IncomingMessage): Promise<unknown> {
    const header = (name: string) => request.headers[name] as string | undefined;
    const connectionString = header('neon-connection-string');
    if (!connectionString || !URL.canParse(connectionString)) throw new TypeError('missing or unreadable neon-connection-string header');
    if (header('neon-raw-text-output') !== 'true') throw new TypeError('only neon-raw-text-output: true is supported');
    const body = JSON.parse(await readText(request)) as Statement | { queries: Statement[] };
    const batch = { isolationLevel: header('neon-batch-isolation-level'), readOnly: header('neon-batch-read-only'), deferrable: header('neon-batch-deferrable') };
    const results = await run(poolFor(connectionString), watch, 'queries' in body ? body.queries : body, header('neon-array-mode') === 'true', batch);
    return Array.isArray(results) ? { results } : results;
  }

  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== '/sql') {
      request.resume();
      return send(response, 404, { message: 'not found' });
    }
    sql(request).then((body) => send(response, 200, body), (error: unknown) => fail(response, error));
  });
  server.keepAliveTimeout = 60_000;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] !== '/v2') return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) => tunnel(webSocket, target, watch));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: options.port ?? 0 }, () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? 0 : address.port);
    });
  });

  async function stop(): Promise<void> {
    for (const client of sockets.clients) client.terminate();
    for (const pool of pools.values()) pool.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return { port, url: `http://${host}:${port}/sql`, wsProxy: `${host}:${port}/v2`, stop };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
}

function fail(response: ServerResponse, error: unknown): void {
  if (error instanceof Unreachable) return send(response, 503, { message: error.message });
  if (error instanceof pg.DatabaseError) {
    const fields = Object.fromEntries(errorFields.filter((name) => error[name] !== undefined).map((name) => [name, error[name]]));
    return send(response, 400, { message: error.message, ...fields });
  }
  if (error instanceof TypeError || error instanceof SyntaxError) return send(response, 400, { message: error.message });
  send(response, 500, { message: error instanceof Error ? error.message : String(error) });
}
