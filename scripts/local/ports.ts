import { createServer, type Server } from 'node:net';

function listen(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

const close = (server: Server) => new Promise<void>((resolve) => { server.close(() => resolve()); });
const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** True when nothing listens on this port of localhost, in IPv4 or IPv6: a browser that asks for localhost may use either. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await close(await listen(port, host));
    } catch (error) {
      if (host === '::1' && codeOf(error) !== 'EADDRINUSE') continue; // no IPv6 here
      return false;
    }
  }
  return true;
}

/** TCP ports of 127.0.0.1 that were free a moment ago, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0, '127.0.0.1')));
  const ports = servers.map((server) => {
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  });
  await Promise.all(servers.map(close));
  return ports;
}

/** One such port. */
export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** Throws one sentence that names the port and what it was wanted for. */
export async function requireFreePort(port: number, purpose: string): Promise<void> {
  if (!(await isPortFree(port))) throw new Error(`Port ${port}, wanted for ${purpose}, is in use by another program.`);
}
