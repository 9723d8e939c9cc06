import { createServer } from 'node:net';

/** True when nothing listens on 127.0.0.1:port. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A TCP port on 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') return reject(new Error('no TCP port could be opened on 127.0.0.1'));
      probe.close(() => resolve(address.port));
    });
  });
}

/** Throws one sentence that names the port and what it was wanted for. */
export async function requireFreePort(port: number, purpose: string): Promise<void> {
  if (!(await isPortFree(port))) throw new Error(`Port ${port}, wanted for ${purpose}, is in use by another program.`);
}
