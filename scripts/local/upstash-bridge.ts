import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import { Redis } from 'ioredis';
import { requireFreePort } from './ports.ts';

export type BridgeOptions = { redisPort: number; redisPassword?: string; token: string; port?: number };
export type Bridge = { port: number; url: string; token: string; stop(): Promise<void> };

type Command = (string | number | boolean)[];
type Outcome = { result: unknown } | { error: string };

/** The client asked for something that is not a command: answered with 400. */
class BadRequest extends Error {}
const answerWithin = 1_000;
const isReplyError = (error: unknown): error is Error => error instanceof Error && error.name === 'ReplyError';

/**
 * Speaks Upstash's REST protocol in front of an ordinary Redis: `POST /` (one command), `/pipeline`, `/multi-exec`; bearer token;
 * `upstash-encoding: base64` honoured. Redis away: 503 at once; frozen: 503 within a second. Comes back by itself.
 */
export async function startUpstashBridge(options: BridgeOptions): Promise<Bridge> {
  if (options.port) await requireFreePort(options.port, 'the Redis bridge');
  const redis = new Redis({
    host: '127.0.0.1', port: options.redisPort, ...(options.redisPassword && { password: options.redisPassword }),
    enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: answerWithin, connectTimeout: answerWithin, retryStrategy: (attempt) => Math.min(50 * attempt, 500),
  });
  redis.on('error', () => undefined); // every command reports for itself
  const authorization = Buffer.from(`Bearer ${options.token}`);

  async function answer(request: IncomingMessage): Promise<unknown> {
    const body = parse(await readText(request));
    const encode = request.headers['upstash-encoding'] === 'base64' ? toBase64 : (value: unknown) => value;
    switch (request.url?.split('?')[0]) {
      case '/': return { result: encode(await redis.call(...command(body))) };
      case '/pipeline': return (await outcomes(redis.pipeline(commands(body)).exec())).map((one) => ('result' in one ? { result: encode(one.result) } : one));
      case '/multi-exec': return (await outcomes(redis.multi(commands(body)).exec())).map((one) => ('result' in one ? { result: encode(one.result) } : one));
      default: throw new BadRequest('unknown path: this bridge serves /, /pipeline and /multi-exec');
    }
  }

  const server = createServer((request, response) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    if (given.length !== authorization.length || !timingSafeEqual(given, authorization)) {
      request.resume();
      return send(response, 401, { error: 'Unauthorized' });
    }
    answer(request).then((body) => send(response, 200, body), (error: unknown) => {
      if (isReplyError(error) || error instanceof BadRequest) return send(response, 400, { error: error.message });
      send(response, 503, { error: `redis does not answer: ${error instanceof Error ? error.message : String(error)}` });
    });
  });
  server.keepAliveTimeout = 60_000;
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port ?? 0 }, () => {
      const address = server.address();
      resolve(address === null || typeof address === 'string' ? 0 : address.port);
    });
  });
  if (redis.status !== 'ready') await Promise.race([new Promise((resolve) => redis.once('ready', resolve)), new Promise((resolve) => redis.once('close', resolve))]);

  async function stop(): Promise<void> {
    redis.disconnect();
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
  return { port, url: `http://127.0.0.1:${port}`, token: options.token, stop };
}

function command(body: unknown): [string, ...string[]] {
  if (!Array.isArray(body) || body.length === 0 || !body.every((part) => ['string', 'number', 'boolean'].includes(typeof part))) {
    throw new BadRequest('ERR a command is a JSON array of strings and numbers');
  }
  const [name = '', ...rest] = (body as Command).map(String);
  return [name, ...rest];
}

function commands(body: unknown): string[][] {
  if (!Array.isArray(body) || body.length === 0) throw new BadRequest('ERR empty pipeline request');
  return body.map(([...one]: unknown[]) => ['call', ...command(one)]);
}

// ioredis rejects as a whole only when the server is away or a transaction was refused before it ran.
async function outcomes(run: Promise<[Error | null, unknown][] | null>): Promise<Outcome[]> {
  const results = (await run) ?? [];
  const lost = results.find(([error]) => error !== null && !isReplyError(error))?.[0];
  if (lost) throw lost;
  return results.map(([error, result]) => (error ? { error: error.message } : { result }));
}

function toBase64(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toBase64);
  return typeof value === 'string' && value !== 'OK' ? Buffer.from(value).toString('base64') : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadRequest('ERR the body is not JSON', { cause: error });
  }
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
