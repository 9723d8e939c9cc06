// One push to one browser. Where it goes is an address that a browser gave us, so only the push services of browsers are spoken to.
import { z } from 'zod';
import { encryptPush, type PushKeys } from './encrypt.ts';
import { vapidHeader, type VapidKeys } from './vapid.ts';

export const PUSH_TOPIC = 'push';

/** What a browser shows. `path` of this site is opened when it is clicked; a later one with the same `tag` takes its place. */
export const PushMessage = z.object({ title: z.string(), body: z.string(), path: z.string(), tag: z.string() });
export type PushMessage = z.output<typeof PushMessage>;
export const PushJob = z.object({ subscriptionId: z.uuid(), urgency: z.enum(['high', 'normal', 'low']), message: PushMessage });
export type PushJob = z.output<typeof PushJob>;

/** Push services of the browsers there are. */
const HOSTS = [/^fcm\.googleapis\.com$/, /^(?:[\w-]+\.)*push\.services\.mozilla\.com$/, /^(?:[\w-]+\.)+notify\.windows\.com$/, /^(?:[\w-]+\.)*push\.apple\.com$/];

/** Whether we would send to this address: https at its usual port, a push service, no name or password in it. */
export function isPushEndpoint(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  return url !== null && url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '' && HOSTS.some((host) => host.test(url.hostname));
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface PushSender {
  keys: VapidKeys;
  /** A mailto: or https: address. */
  contact: string;
  fetch: Fetch;
  now(): number;
}

/** A service holds it for a browser that is away, seconds. */
const HELD = 24 * 3600;
const PATIENCE_MS = 10_000;

/** `gone`: the browser no longer wants pushes. `refused`: trying again is useless. Throws to be tried again. */
export type PushOutcome = { kind: 'sent' } | { kind: 'gone' } | { kind: 'refused'; reason: string };

export async function sendPush({ keys, contact, fetch, now }: PushSender, subscription: PushKeys & { endpoint: string }, { urgency, message }: Pick<PushJob, 'urgency' | 'message'>): Promise<PushOutcome> {
  const { endpoint } = subscription;
  if (!isPushEndpoint(endpoint)) return { kind: 'refused', reason: 'no push service' };
  const [body, authorization] = await Promise.all([encryptPush(JSON.stringify(message), subscription), vapidHeader(endpoint, keys, contact, now())]);
  const response = await fetch(endpoint, {
    method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { authorization, 'content-encoding': 'aes128gcm', 'content-type': 'application/octet-stream', ttl: String(HELD), urgency },
  });
  await response.body?.cancel();
  if (response.status >= 200 && response.status < 300) return { kind: 'sent' };
  if (response.status === 404 || response.status === 410) return { kind: 'gone' };
  if (response.status === 429 || response.status >= 500) throw new Error(`push: the service answered ${response.status}`);
  return { kind: 'refused', reason: `the service answered ${response.status}` };
}
