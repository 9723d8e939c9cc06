import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessTag } from '../../http/access.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';

interface Operation {
  summary: string;
  security?: object[];
  requestBody?: { content: Record<string, { schema: object }> };
}

let app: TestApp;
let document: { openapi: string; paths: Record<string, Record<string, Operation>> };

beforeAll(async () => {
  app = await createTestApp();
  const response = await app.request('/api/openapi.json');
  expect(response.status).toBe(200);
  document = (await response.json()) as typeof document;
});
afterAll(() => app.close());

it('describes every route, and says who must be signed in', () => {
  expect(document.openapi).toBe('3.1.0');
  const routes = app.app.routes.filter((route) => accessTag(route.handler));
  expect(routes.length).toBeGreaterThan(50);
  for (const route of routes) {
    const path = route.path.replace(/:([a-zA-Z]+)/g, '{$1}').replace(/(.)\/$/, '$1');
    const operation = document.paths[path]?.[route.method.toLowerCase()];
    expect(operation?.summary).toBe(`${route.method} ${path}`);
    expect(Boolean(operation?.security), `${route.method} ${path}`).toBe(!accessTag(route.handler)?.who.includes('public'));
  }
});

it('has the schema of a body from the one that guards the route', () => {
  const body = document.paths['/api/pitches']?.post?.requestBody?.content['application/json']?.schema;
  expect(JSON.stringify(body)).toContain('logline');
});

it('is rendered by a page that loads nothing from elsewhere', async () => {
  const response = await app.request('/api/docs');
  const page = await response.text();
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect([...page.matchAll(/(?:src|href|data-url)="([^"]+)"/g)].map(([, url]) => url)).toEqual(['/api/openapi.json', '/vendor/scalar.js']);
});
