import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findings } from './smoke.ts';

let server: Server;
let origin: string;
const pages: Record<string, { status: number; type: string; body: string }> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[(request.url ?? '').split('?')[0] ?? ''] ?? { status: 404, type: 'text/plain', body: '' };
    const allowed = request.url !== '/api/health/deep' || request.headers.authorization === 'Bearer right';
    response.writeHead(allowed ? page.status : 401, { 'content-type': page.type }).end(page.body);
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  pages['/'] = { status: 200, type: 'text/html', body: '<script></script>' };
  pages['/api/health'] = { status: 200, type: 'application/json', body: '{"status":"ok","version":"abc"}' };
  pages['/api/health/deep'] = { status: 200, type: 'application/json', body: '{"status":"ok"}' };
  pages['/api/pitches'] = { status: 200, type: 'application/json', body: '{"items":[]}' };
});

afterAll(async () => { await new Promise((done) => server.close(done)); });

it('finds nothing wrong with a site that is well', async () => {
  expect(await findings(origin, 'abc', 'right')).toEqual([]);
});

it('finds another version, a wrong token, a missing page and a site that is away', async () => {
  expect(await findings(origin, 'def', 'wrong')).toEqual(['health: runs abc, not def', expect.stringMatching(/^dependencies: answered 401/)]);
  pages['/'] = { status: 200, type: 'application/json', body: '{}' };
  expect(await findings(origin, undefined, undefined)).toEqual(['page: answered 200 application/json']);
  expect(await findings('http://127.0.0.1:9', undefined, undefined)).toHaveLength(3);
});
