// A push as a real browser's service worker takes it. The push service is another company's and out of reach here, so what it would hand over
// is handed over by the browser's debugger, in the shape that the server encrypts (worker/platform/push/push.ts). A headless browser has no
// place to show notifications and nobody to press them: what is asked to be shown is noted in the worker, and the press is made there.
import { expect, test, type CDPSession, type Page, type Worker } from '@playwright/test';
import type { PushMessage } from '../worker/platform/push/push.ts';
import { joinAs } from './people.ts';

interface Shown { title: string; options: { body: string; tag: string; data: { path: string } } }
type Scope = ServiceWorkerGlobal & { noted: Shown[] };
interface ServiceWorkerGlobal { registration: object; WindowClient: { prototype: object }; ExtendableEvent: new (type: string) => Event; dispatchEvent(event: Event): boolean }

/** Registers the worker as the switch in the settings does; gives its registration. */
async function register(page: Page, session: CDPSession): Promise<string> {
  const found: string[] = [];
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => { found.push(...registrations.map(({ registrationId }) => registrationId)); });
  await session.send('ServiceWorker.enable');
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/push-worker.js');
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => found.length).toBeGreaterThan(0);
  return found.at(-1) as string;
}

const note = (worker: Worker): Promise<void> => worker.evaluate(() => {
  const scope = globalThis as unknown as Scope;
  scope.noted = [];
  Object.defineProperty(scope.registration, 'showNotification', { value: async (title: string, options: Shown['options']) => { scope.noted.push({ title, options }); } });
});
const shown = (worker: Worker): Promise<Shown[]> => worker.evaluate(() => (globalThis as unknown as Scope).noted);

/** A press on a notification. Only a person's own may bring a window to the front, so that part is left out. */
const press = (worker: Worker, data: unknown): Promise<void> => worker.evaluate((given) => {
  const scope = globalThis as unknown as Scope;
  Object.defineProperty(scope.WindowClient.prototype, 'focus', { configurable: true, value: async () => undefined });
  const event = new scope.ExtendableEvent('notificationclick');
  Object.defineProperties(event, { notification: { value: { close: () => undefined, data: given } }, waitUntil: { value: () => undefined } });
  scope.dispatchEvent(event);
}, data);

test('a push is shown with its words, and a press on it leads the open page to where it is about', async ({ browser, baseURL }) => {
  const person = await joinAs(browser, 'creator', 'Maren Oyelaran');
  const { page, context } = person;
  const origin = new URL(baseURL ?? '').origin;
  await page.goto('/creator');
  const session = await context.newCDPSession(page);
  const registrationId = await register(page, session);
  const worker = context.serviceWorkers().find((one) => one.url() === `${origin}/push-worker.js`);
  if (!worker) throw new Error('the service worker does not run');
  await note(worker);

  const message: PushMessage = { title: 'Harriet Lund asks to read “Salt Year”', body: 'Answer when you can.', path: '/notifications', tag: 'nda_requested:1' };
  const push = (given: unknown): Promise<unknown> => session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(given) });
  await push(message);
  await expect.poll(() => shown(worker)).toMatchObject([{ title: message.title, options: { body: message.body, tag: message.tag, data: { path: message.path } } }]);
  // Whatever a message says, its press stays on this site.
  await push({ ...message, path: 'https://evil.example/' });
  await expect.poll(async () => (await shown(worker)).map(({ options }) => options.data.path)).toEqual(['/notifications', '/notifications']);

  await press(worker, (await shown(worker))[0]?.options.data);
  await expect(page).toHaveURL(`${origin}/notifications`);
  await expect(page.getByRole('heading', { name: 'Notifications', level: 1 })).toBeVisible();
  await context.close();
});
