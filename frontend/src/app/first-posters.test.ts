import { afterEach, expect, it } from 'vitest';
import { fetchPosters } from './first-posters.ts';

const links = () => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel="preload"]')];
const ofList = { sizes: '50vw', of: (answer: unknown) => (answer as { posters: string[] }).posters };
const settled = () => new Promise((resolve) => { setImmediate(resolve); });

afterEach(() => { for (const link of links()) link.remove(); });

it('starts on the posters that the answer names, and leaves the answer to be read', async () => {
  const answer = Promise.resolve(Response.json({ posters: ['/api/files/a', null, '/api/files/b'] }));
  fetchPosters(answer, ofList);
  expect(await (await answer).json()).toEqual({ posters: ['/api/files/a', null, '/api/files/b'] });
  await expect.poll(() => links().length).toBe(2);
  expect(links().map((link) => [link.getAttribute('as') ?? link.as, link.imageSizes])).toEqual([['image', '50vw'], ['image', '50vw']]);
  expect(links()[0]?.imageSrcset).toBe('/api/files/a?w=320 320w, /api/files/a?w=480 480w, /api/files/a?w=640 640w, /api/files/a?w=960 960w');
});

it.each([
  ['that failed', () => Promise.reject(new TypeError('no network'))],
  ['that is an error', () => Promise.resolve(Response.json({ error: {} }, { status: 503 }))],
  ['of another shape', () => Promise.resolve(Response.json({ other: 1 }))],
])('leaves an answer %s to the page', async (_what, answer) => {
  fetchPosters(answer(), ofList);
  await settled();
  expect(links()).toEqual([]);
});
