// The service worker as it is served, in a context of its own.
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';

const code = readFileSync('frontend/public/push-worker.js', 'utf8');

interface Shown { title: string; options: { body: string; tag?: string; data: { path: string } } }

function start(open: { url: string }[] = []) {
  const listeners: Record<string, (event: unknown) => void> = {};
  const [shown, opened, went]: [Shown[], string[], string[]] = [[], [], []];
  const pages = open.map(({ url }) => ({ url, focus: async () => undefined, navigate: async (to: string) => { went.push(to); } }));
  runInNewContext(code, {
    URL,
    self: {
      location: { origin: 'https://pitchey.test' }, skipWaiting: () => undefined, addEventListener: (kind: string, then: (event: unknown) => void) => { listeners[kind] = then; },
      registration: { showNotification: async (title: string, options: Shown['options']) => { shown.push({ title, options }); } },
      clients: { claim: async () => undefined, matchAll: async () => pages, openWindow: async (address: string) => { opened.push(address); } },
    },
  });
  const say = async (kind: string, event: object): Promise<void> => {
    const work: unknown[] = [];
    listeners[kind]?.({ ...event, waitUntil: (promise: unknown) => work.push(promise) });
    await Promise.all(work);
  };
  return { shown, opened, went, push: (message: unknown) => say('push', { data: { json: () => message } }), click: (path: unknown) => say('notificationclick', { notification: { close: () => undefined, data: { path } } }) };
}

it('shows what is pushed, and leads to this site only', async () => {
  const worker = start();
  await worker.push({ title: 'Noor asks to read “Salt Year”', body: 'Answer', path: '/ndas/1', tag: 'nda:1' });
  await worker.push({ title: 'Odd', path: '//evil.example/x' });
  await worker.push({ title: 'Odd', path: 'https://evil.example' });
  expect(worker.shown.map(({ title, options }) => [title, options.body, options.tag, options.data.path])).toEqual([
    ['Noor asks to read “Salt Year”', 'Answer', 'nda:1', '/ndas/1'], ['Odd', '', undefined, '/notifications'], ['Odd', '', undefined, '/notifications'],
  ]);
  for (const path of ['/ndas/1', '//evil.example/x', undefined]) await worker.click(path);
  expect(worker.opened).toEqual(['https://pitchey.test/ndas/1', 'https://pitchey.test/notifications', 'https://pitchey.test/notifications']);
});

it('uses a page that is open already', async () => {
  const elsewhere = start([{ url: 'https://pitchey.test/creator' }]);
  await elsewhere.click('/ndas/1');
  expect([elsewhere.opened, elsewhere.went]).toEqual([[], ['https://pitchey.test/ndas/1']]);
  const there = start([{ url: 'https://pitchey.test/creator' }, { url: 'https://pitchey.test/ndas/1' }]);
  await there.click('/ndas/1');
  expect([there.opened, there.went]).toEqual([[], []]);
});
