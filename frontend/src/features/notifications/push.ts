// This browser's side of pushes: asked for only after a click, forgotten by the server when the person signs out.
import { addSubscription, removeSubscription } from './api.ts';

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

const WORKER = '/push-worker.js';

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Where this browser stands. `known`: the addresses that the server would push to, shortened to their devices, are not told to pages. */
export async function pushState(): Promise<PushState> {
  if (!isSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) === null ? 'off' : 'on';
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));

/** Asks the person, then the browser's push service, then tells the server. Call it from a click. */
export async function turnOn(key: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState();
  const registration = await navigator.serviceWorker.register(WORKER);
  await navigator.serviceWorker.ready;
  const made = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  const { endpoint, keys } = made.toJSON();
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) throw new Error('The browser gave a subscription without keys.');
  await addSubscription({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
  return 'on';
}

export async function turnOff(): Promise<PushState> {
  const made = await subscription();
  if (made) {
    await removeSubscription(made.endpoint);
    await made.unsubscribe();
  }
  return pushState();
}
