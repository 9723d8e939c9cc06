import { connect } from 'node:net';
import { Unreachable } from './neon-pool.ts';

export type Watch = { guard<T>(work: Promise<T>): Promise<T>; alive(): Promise<boolean> };

const patience = 700; // ms that a statement may take before the server is asked whether it still lives
const answerWithin = 800;
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Tells a slow statement from a server that is gone or frozen: only the latter makes `guard` reject, within about 1.5 s. */
export function watchServer(host: string, port: number): Watch {
  let asking: Promise<boolean> | undefined;

  // PostgreSQL answers an SSLRequest with one byte before any sign-in: the cheapest sign of life there is.
  function ask(): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(port, host);
      const end = (alive: boolean) => {
        socket.destroy();
        resolve(alive);
      };
      socket.setTimeout(answerWithin, () => end(false));
      socket.once('connect', () => socket.write(sslRequest));
      socket.once('data', () => end(true));
      socket.once('error', () => end(false));
      socket.once('close', () => end(false));
    });
  }

  function alive(): Promise<boolean> {
    asking ??= ask().finally(() => { asking = undefined; });
    return asking;
  }

  function guard<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        void alive().then((yes) => {
          if (settled) return;
          if (yes) timer = setTimeout(check, patience);
          else reject(new Unreachable('the database does not answer'));
        });
      };
      let settled = false;
      let timer = setTimeout(check, patience);
      void work.then(resolve, reject).finally(() => { settled = true; clearTimeout(timer); });
    });
  }
  return { guard, alive };
}
