// Takes a queue's messages as workerd sends them, and keeps what they hold.
import { createServer } from 'node:http';

export interface QueueSink {
  port: number;
  /** Bodies since the last call. */
  take(): unknown[];
  stop(): Promise<void>;
}

/** JSON messages only: the producer must send with `contentType: 'json'`. */
export async function startQueueSink(): Promise<QueueSink> {
  const bodies: Buffer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks));
      response.setHeader('content-type', 'application/json').end('{"metadata":{"metrics":{"backlogCount":0,"backlogBytes":0,"oldestMessageTimestamp":0}}}');
    });
  });
  await new Promise<void>((resolve) => { server.listen({ host: '127.0.0.1', port: 0 }, resolve); });
  return {
    port: (server.address() as { port: number }).port,
    take: () => bodies.splice(0).map((body) => JSON.parse(body.toString()) as unknown),
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
