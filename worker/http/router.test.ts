import { Hono } from 'hono';
import { getRouterName } from 'hono/dev';
import { UnsupportedPathError } from 'hono/router';
import { expect, it } from 'vitest';
import { createRouter, createStaticFirstRouter } from './router.ts';

function app() {
  const seen: string[] = [];
  const mark = (name: string) => async (_: unknown, next: () => Promise<void>) => { seen.push(name); await next(); };
  const hono = new Hono({ strict: false, router: createRouter() });
  hono.use(mark('all'));
  hono.on(['POST'], '*', mark('unsafe'));
  hono.get('/pitches/:id', (c) => c.json({ route: 'one', id: c.req.param('id') }));
  hono.use('/pitches/*', mark('pitches'));
  hono.get('/pitches/mine', mark('own'), (c) => c.json({ route: 'mine' }));
  hono.post('/pitches', (c) => c.json({ route: 'create' }));
  hono.get('/pitches/:id/versions/:version', (c) => c.json({ route: 'version', ...c.req.param() }));
  hono.notFound((c) => c.json({ route: 'none' }, 404));
  return { hono, ask: async (method: string, path: string) => { seen.length = 0; return { ...(await (await hono.request(path, { method })).json() as object), seen: [...seen] }; } };
}

it('finds fixed paths before parameters, with the middleware that covers them in order', async () => {
  const { ask, hono } = app();
  expect(await ask('GET', '/pitches/mine')).toEqual({ route: 'mine', seen: ['all', 'pitches', 'own'] });
  expect(await ask('GET', '/pitches/mine/')).toEqual({ route: 'mine', seen: ['all', 'pitches', 'own'] });
  expect(await ask('GET', '/pitches/abc')).toEqual({ route: 'one', id: 'abc', seen: ['all'] });
  expect(await ask('GET', '/pitches/abc/versions/3')).toEqual({ route: 'version', id: 'abc', version: '3', seen: ['all', 'pitches'] });
  expect(await ask('POST', '/pitches')).toEqual({ route: 'create', seen: ['all', 'unsafe', 'pitches'] });
  expect(getRouterName(hono)).toBe('SmartRouter + StaticFirstRouter');
});

it('answers 404 for what is not there, for another method and for an unknown one', async () => {
  const { ask } = app();
  for (const [method, path] of [['GET', '/nowhere'], ['DELETE', '/pitches/mine'], ['POST', '/pitches/mine'], ['PROPFIND', '/pitches/mine'], ['GET', '/pitches/abc/versions'], ['GET', '/pitchesmine']] as const) {
    expect(await ask(method, path), `${method} ${path}`).toMatchObject({ route: 'none' });
  }
});

it('leaves patterns that it cannot hold to another router', async () => {
  expect(() => createStaticFirstRouter().add('GET', '/a/:b/*', 1)).toThrow(UnsupportedPathError);
  const hono = new Hono({ router: createRouter() });
  hono.get('/a/:b/*', (c) => c.text('tail'));
  expect(await (await hono.request('/a/x/y/z')).text()).toBe('tail');
  expect(getRouterName(hono)).toBe('SmartRouter + TrieRouter');
});
