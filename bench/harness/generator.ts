// A closed-loop HTTP load over kept-alive connections: each sends its next request when the last answer is complete. Raw sockets, since a
// generator that costs as much as the system under test measures itself.
import { connect, type Socket } from 'node:net';

export interface Load {
  port: number;
  connections: number;
  seconds: number;
  /** The bytes of the n-th request; made before the clock starts where they can be. */
  request(n: number): Buffer;
  /** Looks at one answer in 50. Throws when it is not what it should be. */
  verify(answer: Answer, n: number): void;
}

export interface Answer {
  status: number;
  head: string;
  body: Buffer;
}

export interface LoadResult {
  requests: number;
  seconds: number;
  /** Requests a second. */
  rate: number;
  /** ms each. */
  latencies: number[];
}

const VERIFY_EVERY = 50;
const HEAD_END = Buffer.from('\r\n\r\n');

/** A GET's bytes. */
export const get = (path: string, headers: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: bench.test\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);

/** How many bytes the answer at the start of `data` takes, or 0 while it is not complete. */
export function answerLength(data: Buffer): { head: string; headLength: number; total: number } | undefined {
  const end = data.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const head = data.toString('latin1', 0, end);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) {
    const total = end + 4 + Number(length);
    return data.length >= total ? { head, headLength: end + 4, total } : undefined;
  }
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const last = data.indexOf('\r\n0\r\n\r\n', end + 2);
    return last < 0 ? undefined : { head, headLength: end + 4, total: last + 7 };
  }
  return { head, headLength: end + 4, total: end + 4 };
}

/** Runs one load. Rejects when a connection breaks, an answer is not 2xx, or a looked-at answer is wrong: an error is no throughput. */
export function run(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    const sockets: Socket[] = [];
    let sent = 0;
    let open = load.connections;
    let failed = false;
    const started = performance.now();
    const until = started + load.seconds * 1000;
    const fail = (error: Error): void => {
      if (failed) return;
      failed = true;
      for (const socket of sockets) socket.destroy();
      reject(error);
    };
    const finish = (): void => {
      open -= 1;
      if (open > 0 || failed) return;
      const seconds = (performance.now() - started) / 1000;
      resolve({ requests: latencies.length, seconds, rate: latencies.length / seconds, latencies });
    };
    const one = (): void => {
      let pending = Buffer.alloc(0);
      let at = 0;
      let number = 0;
      const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
      sockets.push(socket);
      const next = (): void => {
        if (performance.now() >= until) {
          socket.end();
          return finish();
        }
        number = sent;
        sent += 1;
        at = performance.now();
        socket.write(load.request(number));
      };
      socket.once('connect', next);
      socket.once('error', fail);
      socket.once('close', () => { if (performance.now() < until) fail(new Error('the server closed a connection')); });
      socket.on('data', (chunk) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const answer = answerLength(pending);
        if (!answer) return;
        latencies.push(performance.now() - at);
        const status = Number(answer.head.slice(9, 12));
        try {
          if (status < 200 || status > 299) throw new Error(`request ${number} was answered ${answer.head.split('\r\n')[0]} ${pending.toString('utf8', answer.headLength, answer.headLength + 300)}`);
          if (number % VERIFY_EVERY === 0) load.verify({ status, head: answer.head, body: pending.subarray(answer.headLength, answer.total) }, number);
        } catch (error) {
          return fail(error as Error);
        }
        pending = pending.subarray(answer.total);
        next();
      });
    };
    for (let n = 0; n < load.connections; n += 1) one();
  });
}
