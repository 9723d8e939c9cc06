// When what leaves: preferences, quiet hours, what belongs together, the weekly number, digests, browsers. Time is given.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settingsOf } from '../../env.ts';
import { rows, scalar } from '../../platform/db/db.ts';
import { sql } from '../../platform/db/sql.ts';
import { castPerson, type CastMember } from '../../testing/cast.ts';
import { createBrowser } from '../../testing/push-browser.ts';
import { createTestApp, type TestApp } from '../../testing/test-app.ts';
import { makeVapidKeys } from '../../platform/push/vapid.ts';
import type { Notice } from './actions.ts';
import { sendDue } from './due.ts';
import { createPusher } from './jobs.ts';
import type { PreferencesChange } from './schema.ts';
import { selectPreferences, updatePreferences, upsertSubscription } from './settings-queries.ts';
import { createTeller, deliverNotice } from './tell.ts';
import { digestToken, kindsToken } from './way-out.ts';

let app: TestApp;
let person: CastMember;
let other: CastMember;
let now = 0;
const used = () => ({ services: { ...app.services, clock: { now: () => now } }, settings: settingsOf(app.env) });
const id = () => app.services.newId();

beforeAll(async () => {
  const { publicKey, privateKey } = await makeVapidKeys();
  app = await createTestApp({ LIMITS: 'off', PUSH_PUBLIC_KEY: publicKey, PUSH_PRIVATE_KEY: privateKey });
});
afterAll(() => app.close());
beforeEach(async () => {
  [person, other] = await Promise.all([castPerson(app, 'creator', { name: 'Ines Okafor' }), castPerson(app, 'investor', { name: 'Noor Aldous', company: 'Northlight' })]);
  at('2026-06-10T09:00:00Z');
});

const at = (iso: string): void => { now = Date.parse(iso); };
const set = (change: PreferencesChange) => updatePreferences(app.db, person.id, change, new Date(now).toISOString());
/** One fact, told as the consumer tells it. */
async function tell(kind: Notice['kind'], more: Partial<Notice> = {}, source = id()): Promise<void> {
  await deliverNotice(used(), source, { kind, to: [person.id], by: other.id, subject: id(), data: { project: 'Salt Year', slug: 'salt-year' }, ...more });
}
const Mail = z.object({ topic: z.string(), payload: z.looseObject({ to: z.string() }) });
const mails = (to = person) => rows(app.db, Mail, sql`SELECT topic, payload FROM outbox WHERE topic LIKE 'mail.%' AND payload ->> 'to' = ${to.email} ORDER BY id`);
const topics = async () => (await mails()).map(({ topic }) => topic);
const count = async () => (await mails()).length;

describe('one fact', () => {
  it('is a line, a line of the stream and a mail, in the words of its kind', async () => {
    app.told.length = 0;
    await tell('nda-requested');
    const [mail] = await mails();
    expect(mail).toMatchObject({ topic: 'mail.nda-requested', payload: { to: person.email, name: 'Ines Okafor', project: 'Salt Year', other: 'Noor Aldous (Northlight)' } });
    expect(app.told).toMatchObject([{ userId: person.id, entries: [{ seq: 1, event: { kind: 'notification', notification: { kind: 'nda-requested', title: 'Noor Aldous asks to read “Salt Year”', count: 1, readAt: null } } }] }]);
  });

  it('that comes twice, or by two consumers at once, is told once', async () => {
    const [source, subject] = [id(), id()];
    await Promise.all([tell('nda-requested', { subject }, source), tell('nda-requested', { subject }, source)]);
    await tell('nda-requested', { subject }, source);
    expect(await count()).toBe(1);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM notifications WHERE user_id = ${person.id}`)).toBe(1);
    expect(await scalar(app.db, z.int(), sql`SELECT last_seq::int FROM streams WHERE user_id = ${person.id}`)).toBe(1);
  });

  it('that does not fit is given up, not tried again', async () => {
    const teller = createTeller(used());
    for (const payload of [{}, { kind: 'gossip', to: [person.id], by: null, subject: id(), data: {} }, { kind: 'follow', to: [person.id], by: null, subject: id(), data: { budget: 'CANARY' } }]) {
      expect(await teller({ id: id(), topic: 'notify', payload, attempt: 1 })).toMatchObject({ undeliverable: expect.stringContaining('payload') });
    }
  });

  it('reaches nobody across a block, nobody by mail who is suspended or has not confirmed, and nobody who is gone', async () => {
    await app.db.query(sql`INSERT INTO blocks (blocker_id, blocked_id) VALUES (${person.id}, ${other.id})`);
    await tell('comment');
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM notifications WHERE user_id = ${person.id}`)).toBe(0);
    // What one is bound by is told all the same.
    await tell('nda-revoked');
    expect(await topics()).toEqual(['mail.nda-revoked']);
    await app.db.query(sql`UPDATE users SET email_verified = false WHERE id = ${person.id}`);
    await tell('nda-signed');
    expect(await topics()).toEqual(['mail.nda-revoked']);
    await tell('follow', { to: [id()] });
  });
});

describe('preferences', () => {
  it('off means off, for each channel by itself', async () => {
    await set({ kinds: { 'nda-requested': { inApp: true, mail: 'off', push: false }, comment: { inApp: false, mail: 'now', push: false }, follow: { inApp: false, mail: 'off', push: false } } });
    await tell('nda-requested');
    expect(await count()).toBe(0);
    await tell('comment');
    expect(await topics()).toEqual(['mail.comment']);
    await tell('follow');
    const lines = await rows(app.db, z.object({ kind: z.string(), in_app: z.boolean() }), sql`SELECT kind, in_app FROM notifications WHERE user_id = ${person.id} ORDER BY id`);
    expect(lines).toEqual([{ kind: 'nda-requested', in_app: true }, { kind: 'comment', in_app: false }]);
  });

  it('a mail that can be switched off carries what switches it off, and that alone', async () => {
    const stop = async (): Promise<unknown> => {
      const token = (await mails()).at(-1)?.payload.unsubscribe;
      // As a mail provider sends it (RFC 8058): no Origin, no cookie, a form.
      const answer = await app.app.request(`https://pitchey.test/api/unsubscribe?token=${encodeURIComponent(String(token))}`, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }, app.env);
      return [answer.status, await answer.json()];
    };
    await tell('nda-requested');
    expect(await stop()).toEqual([200, { stopped: 'kinds', names: ['Somebody asks to read'] }]);
    await tell('nda-requested');
    await tell('comment');
    await tell('nda-signed');
    expect((await mails()).map(({ topic, payload }) => [topic, 'unsubscribe' in payload])).toEqual([['mail.nda-requested', true], ['mail.comment', true], ['mail.nda-signed', false]]);
    const { kinds } = await selectPreferences(app.db, { id: person.id, portal: 'creator' }, now);
    expect(kinds.find(({ kind }) => kind === 'nda-requested')?.channels).toEqual({ inApp: true, mail: 'off', push: true });
    expect(kinds.find(({ kind }) => kind === 'comment')?.channels.mail).toBe('now');

    await tell('follow');
    at('2026-06-12T09:00:00Z');
    await sendDue(used());
    expect((await topics()).at(-1)).toBe('mail.digest');
    expect(await stop()).toEqual([200, { stopped: 'digest', names: [] }]);
    expect((await selectPreferences(app.db, { id: person.id, portal: 'creator' }, now)).digest.frequency).toBe('off');
  });

  it('a mail of several kinds stops those of them that can be stopped; no other text stops any', async () => {
    const settings = settingsOf(app.env);
    const post = (token: string) => app.request(`/api/unsubscribe?token=${encodeURIComponent(token)}`, { method: 'POST' });
    const token = kindsToken(settings, person.id, ['comment', 'nda-signed', 'nda-requested', 'comment']) ?? '';
    expect(kindsToken(settings, person.id, ['nda-signed'])).toBeUndefined();
    for (const forged of [token.replace(person.id, other.id), token.replace('comment', 'message'), token.replace('~comment', ''), token.split('.')[0] ?? '', `${token}x`, digestToken(settings, person.id).replace('digest', 'follow')]) {
      expect((await post(forged)).status, forged).toBe(404);
    }
    expect(await (await post(token)).json()).toEqual({ stopped: 'kinds', names: ['Comments on your pitches', 'Somebody asks to read'] });
    expect((await post(kindsToken(settings, id(), ['comment']) ?? '')).status).toBe(404);
    expect((await post(digestToken(settings, id()))).status).toBe(404);
  });

  it('nobody is kept from what binds them', async () => {
    await set({ kinds: { 'nda-revoked': { inApp: false, mail: 'off', push: false } }, weeklyCap: 0, quietHours: { from: '00:00', to: '23:59' } });
    await tell('nda-revoked');
    expect(await topics()).toEqual(['mail.nda-revoked']);
    const { kinds, mailsThisWeek } = await selectPreferences(app.db, { ...person, portal: 'production' }, now);
    expect(kinds.find(({ kind }) => kind === 'nda-revoked')).toMatchObject({ required: true, channels: { inApp: true, mail: 'now', push: false } });
    expect(mailsThisWeek).toBe(1);
  });
});

describe('quiet hours', () => {
  const night = { timeZone: 'Europe/Berlin', quietHours: { from: '22:00', to: '07:00' } } as const;

  it('hold what comes in them and let it go at their end, as one mail', async () => {
    await set(night);
    at('2026-06-10T20:30:00Z');
    await tell('nda-requested');
    await tell('comment');
    expect(await sendDue(used())).toEqual({ people: 0 });
    at('2026-06-11T04:59:59Z');
    await sendDue(used());
    expect(await count()).toBe(0);
    at('2026-06-11T05:00:00Z');
    await Promise.all([sendDue(used()), sendDue(used())]);
    await sendDue(used());
    expect(await mails()).toMatchObject([{ topic: 'mail.notices', payload: { count: 2, list: expect.stringContaining('– Noor Aldous asks to read “Salt Year”\n– Noor Aldous commented on “Salt Year”') } }]);
    expect((await selectPreferences(app.db, person, now)).mailsThisWeek).toBe(1);
  });

  it('end by the wall on the night the clocks change', async () => {
    await set(night);
    at('2026-10-24T21:00:00Z');
    await tell('nda-requested');
    at('2026-10-25T05:30:00Z');
    await sendDue(used());
    expect(await count()).toBe(0);
    at('2026-10-25T06:00:00Z');
    await sendDue(used());
    expect(await topics()).toEqual(['mail.nda-requested']);
  });

  it('what was read meanwhile, or switched off, does not leave at all', async () => {
    await set(night);
    at('2026-06-10T22:00:00Z');
    await tell('nda-requested');
    await tell('comment');
    await app.db.query(sql`UPDATE notifications SET read_at = now() WHERE user_id = ${person.id} AND kind = 'nda-requested'`);
    await set({ kinds: { comment: { inApp: true, mail: 'off', push: false } } });
    at('2026-06-11T06:00:00Z');
    await sendDue(used());
    expect(await count()).toBe(0);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM notification_deliveries WHERE user_id = ${person.id} AND state <> 'dropped'`)).toBe(0);
  });

  it('set while something waited are kept as well', async () => {
    at('2026-06-10T19:55:00Z');
    await tell('message', { by: other.id });
    await set(night);
    at('2026-06-10T20:06:00Z');
    await sendDue(used());
    expect(await count()).toBe(0);
    at('2026-06-11T05:00:00Z');
    await sendDue(used());
    expect(await topics()).toEqual(['mail.message']);
  });
});

describe('what belongs together', () => {
  it('is one line while it is unread, and at most one mail a window', async () => {
    const subject = id();
    for (let n = 0; n < 4; n += 1) { await tell('comment', { subject }); now += 60_000; }
    expect(await topics()).toEqual(['mail.comment']);
    const lines = await rows(app.db, z.object({ count: z.int(), superseded: z.boolean() }), sql`SELECT count, superseded FROM notifications WHERE user_id = ${person.id} ORDER BY id`);
    expect(lines).toEqual([1, 2, 3, 4].map((n) => ({ count: n, superseded: n < 4 })));
    at('2026-06-10T11:00:00Z');
    await sendDue(used());
    expect(await topics()).toEqual(['mail.comment', 'mail.comment']);
    expect((await mails()).length).toBe(2);
  });

  it('a message read within ten minutes is not mailed', async () => {
    const subject = id();
    await tell('message', { subject });
    await tell('message', { subject });
    await sendDue(used());
    expect(await count()).toBe(0);
    at('2026-06-10T09:10:00Z');
    await sendDue(used());
    expect(await topics()).toEqual(['mail.message']);
  });
});

describe('the weekly number', () => {
  it('is kept to the mail; what is over it comes in the digest; the week turns on Monday', async () => {
    await set({ timeZone: 'Europe/Berlin', weeklyCap: 3, digest: { frequency: 'daily', hour: 8 } });
    for (let n = 0; n < 5; n += 1) await tell('nda-requested');
    expect(await topics()).toEqual(Array(3).fill('mail.nda-requested'));
    await tell('nda-signed');
    expect(await topics()).toEqual([...Array(3).fill('mail.nda-requested'), 'mail.nda-signed']);
    expect(await selectPreferences(app.db, person, now)).toMatchObject({ mailsThisWeek: 4, weeklyCap: 3 });
    at('2026-06-11T06:00:00Z');
    await sendDue(used());
    expect((await mails()).at(-1)).toMatchObject({ topic: 'mail.digest', payload: { count: 2 } });
    expect((await selectPreferences(app.db, person, now)).mailsThisWeek).toBe(4);
    at('2026-06-14T21:59:59Z');
    await tell('nda-requested');
    expect((await mails()).length).toBe(5);
    at('2026-06-14T22:00:00Z');
    await tell('nda-requested');
    expect((await mails()).length).toBe(6);
    expect((await selectPreferences(app.db, person, now)).mailsThisWeek).toBe(1);
  });

  it('is kept by twenty that come at once', async () => {
    await set({ weeklyCap: 7, digest: { frequency: 'off', hour: 8 } });
    await Promise.all(Array.from({ length: 20 }, () => tell('nda-requested')));
    expect(await count()).toBe(7);
    expect(await scalar(app.db, z.int(), sql`SELECT count(*)::int FROM notifications WHERE user_id = ${person.id}`)).toBe(20);
  });

  it('is looked at again when what was held may leave', async () => {
    await set({ timeZone: 'UTC', weeklyCap: 1, quietHours: { from: '22:00', to: '07:00' } });
    at('2026-06-10T23:00:00Z');
    await tell('nda-requested');
    await tell('comment');
    at('2026-06-11T07:00:00Z');
    await sendDue(used());
    expect(await topics()).toEqual(['mail.notices']);
    await tell('comment');
    await sendDue(used());
    expect(await count()).toBe(1);
    at('2026-06-11T08:00:00Z');
    await sendDue(used());
    expect((await mails()).at(-1)?.topic).toBe('mail.digest');
  });
});

describe('digests', () => {
  it('gather what was ordered for them, once a day or on Mondays', async () => {
    await set({ timeZone: 'UTC', digest: { frequency: 'weekly', hour: 8 } });
    await tell('follow');
    await tell('published', { data: { project: 'Kestrel', slug: 'kestrel' } });
    at('2026-06-14T12:00:00Z');
    await sendDue(used());
    expect(await count()).toBe(0);
    at('2026-06-15T08:00:00Z');
    await Promise.all([sendDue(used()), sendDue(used())]);
    expect(await mails()).toMatchObject([{ topic: 'mail.digest', payload: { list: '– Noor Aldous follows you\n– Noor Aldous published “Kestrel”' } }]);
  });
});

describe('browsers', () => {
  const subscribe = async (endpoint: string, owner = person) => {
    const browser = createBrowser(endpoint);
    const { p256dh, auth } = browser.subscription;
    const sessionId = await scalar(app.db, z.string(), sql`SELECT id FROM sessions WHERE user_id = ${owner.id}`);
    await app.db.batch(upsertSubscription({ id: id(), userId: owner.id, sessionId, endpoint, keys: { p256dh, auth }, device: 'Firefox on Linux', at: new Date(now).toISOString() }));
    return browser;
  };
  const Push = z.object({ id: z.string(), topic: z.string(), payload: z.looseObject({ subscriptionId: z.string(), message: z.looseObject({ title: z.string(), path: z.string() }) }) });
  const pushes = () => rows(app.db, Push, sql`SELECT id, topic, payload FROM outbox WHERE topic = 'push' AND payload ->> 'subscriptionId' IN (SELECT id::text FROM push_subscriptions WHERE user_id = ${person.id}) ORDER BY id`);

  it('are told what binds the person as well, unless the person says otherwise', async () => {
    await subscribe(`https://push.test/${id()}`);
    await tell('nda-revoked');
    expect(await pushes()).toHaveLength(1);
    await set({ kinds: { 'nda-revoked': { inApp: false, mail: 'off', push: false } } });
    await tell('nda-revoked');
    expect(await pushes()).toHaveLength(1);
    expect(await topics()).toEqual(['mail.nda-revoked', 'mail.nda-revoked']);
    await set({ kinds: { 'nda-revoked': { inApp: false, mail: 'off', push: true } } });
    await tell('nda-revoked');
    expect(await pushes()).toHaveLength(2);
  });

  it('each get their own, readable by it alone; one that is gone is forgotten and the other keeps working', async () => {
    const [laptop, phone] = [await subscribe('https://updates.push.services.mozilla.com/wpush/v2/laptop'), await subscribe('https://fcm.googleapis.com/fcm/send/phone')];
    const subject = id();
    await tell('nda-requested', { subject });
    const sent: { url: string; body: Uint8Array }[] = [];
    const pusher = createPusher({ ...used(), fetch: async (url, init) => { sent.push({ url, body: init.body as Uint8Array }); return new Response(null, { status: url.includes('phone') ? 410 : 201 }); } });
    for (const job of await pushes()) expect(await pusher({ ...job, attempt: 1 })).toBeUndefined();
    expect(new Set(sent.map(({ url }) => url.split('/').at(-1)))).toEqual(new Set(['laptop', 'phone']));
    const text = laptop.read(sent.find(({ url }) => url.includes('laptop'))?.body as Uint8Array);
    expect(JSON.parse(text)).toEqual({ title: 'Noor Aldous asks to read “Salt Year”', body: 'Approve, propose other terms or decline.', path: `/ndas/${subject}`, tag: `nda:${subject}` });
    expect(() => phone.read(sent.find(({ url }) => url.includes('laptop'))?.body as Uint8Array)).toThrow();
    expect(await rows(app.db, z.object({ endpoint: z.string() }), sql`SELECT endpoint FROM push_subscriptions WHERE user_id = ${person.id}`)).toEqual([{ endpoint: laptop.subscription.endpoint }]);
  });

  it('a browser is whose who signed in there last', async () => {
    await subscribe('https://web.push.apple.com/shared');
    await subscribe('https://web.push.apple.com/shared', other);
    await tell('nda-requested');
    expect(await pushes()).toEqual([]);
  });

  it('are quiet in quiet hours, then told once what there is', async () => {
    await subscribe('https://web.push.apple.com/quiet');
    await set({ timeZone: 'UTC', quietHours: { from: '22:00', to: '07:00' } });
    at('2026-06-10T23:00:00Z');
    await tell('nda-requested');
    await tell('nda-countered');
    expect(await pushes()).toEqual([]);
    at('2026-06-11T07:00:00Z');
    await sendDue(used());
    expect(await pushes()).toMatchObject([{ payload: { message: { title: '2 things happened', path: '/notifications' } } }]);
  });
});
