import { connect } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Watch } from './neon-watch.ts';

const patience = 700;
const highWater = 1 << 20;

/** Carries raw PostgreSQL bytes between one WebSocket and the server's TCP port, and closes both when the server is gone or frozen. */
export function tunnel(webSocket: WebSocket, target: { host: string; port: number }, watch: Watch): void {
  const upstream = connect(target);
  upstream.setNoDelay(true);
  let timer: NodeJS.Timeout | undefined;

  const end = (code: number, reason: string) => {
    clearTimeout(timer);
    upstream.destroy();
    webSocket.close(code, reason);
  };
  const check = () => {
    void watch.alive().then((yes) => {
      if (upstream.destroyed || timer === undefined) return;
      if (yes) timer = setTimeout(check, patience);
      else end(1011, 'the database does not answer');
    });
  };

  webSocket.on('message', (data: RawData) => {
    upstream.write(data as Buffer);
    timer ??= setTimeout(check, patience);
  });
  upstream.on('data', (data) => {
    clearTimeout(timer);
    timer = undefined;
    webSocket.send(data, () => { if (upstream.isPaused() && webSocket.bufferedAmount < highWater) upstream.resume(); });
    if (webSocket.bufferedAmount > highWater) upstream.pause();
  });
  webSocket.on('close', () => end(1000, ''));
  webSocket.on('error', () => end(1011, ''));
  upstream.on('close', () => end(1000, ''));
  upstream.on('error', (error) => end(1011, error.message.slice(0, 100)));
}
