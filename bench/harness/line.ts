// One kept-alive connection that asks and waits, for searches and the like, where each question is another. A raw socket: Node's fetch costs
// the core that it shares with the database as much as a fifth of what is measured.
import { connect } from 'node:net';
import { type Answer, answerLength } from './generator.ts';

export interface Line {
  /** One question at a time. Rejects when the connection breaks, or the answer does not say how long it is. */
  ask(request: Buffer): Promise<Answer>;
  /** False once the server has ended it, as it does with one that nobody asks on for a few seconds. */
  isOpen(): boolean;
  close(): void;
}

export async function openLine(port: number): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise<void>((resolve, reject) => { socket.once('connect', resolve); socket.once('error', reject); });
  let parts: Buffer[] = [];
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  const fail = (error: Error): void => {
    waiting?.reject(error);
    waiting = undefined;
  };
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('the connection was closed in the middle of an answer')));
  socket.on('data', (chunk) => {
    parts.push(chunk);
    const data = parts.length === 1 ? chunk : Buffer.concat(parts);
    parts = [data];
    const found = answerLength(data);
    if (!found || !waiting) return;
    const { resolve, reject } = waiting;
    waiting = undefined;
    parts = [];
    if (!/\r\ncontent-length:/i.test(found.head)) return reject(new Error(`an answer without a length: ${found.head.slice(0, 200)}`));
    resolve({ status: Number(found.head.slice(9, 12)), head: found.head, body: data.subarray(found.headLength, found.total) });
  });
  return {
    ask: (request) => new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('the connection is closed'));
      waiting = { resolve, reject };
      socket.write(request);
    }),
    isOpen: () => !socket.destroyed && socket.readable && socket.writable,
    close: () => { socket.destroy(); },
  };
}
