// The RFC's own example, byte for byte; then a browser's side that decrypts and checks what really left.
import { createECDH, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { concat, fromBase64url, toBase64url } from './bytes.ts';
import { encryptPush } from './encrypt.ts';
import { isPushEndpoint, type PushSender, sendPush } from './push.ts';
import { makeVapidKeys, vapidHeader } from './vapid.ts';
import { createBrowser } from '../../testing/push-browser.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('RFC 8291, section 5', () => {
  it('gives the message of the example', async () => {
    const [d, point] = ['yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', fromBase64url('BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8')];
    const jwk = { kty: 'EC', crv: 'P-256', x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)) };
    const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
    const keys = { privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, algorithm, false, ['deriveBits']), publicKey: await crypto.subtle.importKey('jwk', jwk, algorithm, true, []) };
    const body = await encryptPush('When I grow up, I want to be a watermelon', {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4', auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    }, { keys, salt: fromBase64url('DGv6ra1nlYgDCS1FRnbzlw') });
    expect(toBase64url(body)).toBe('DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN');
  });
});

describe('sendPush', () => {
  const message = { title: 'Anna asks to read “Salt Year”', body: '', path: '/ndas/1', tag: 'nda:1' };
  const job = { urgency: 'high', message } as const;
  const NOW = Date.UTC(2026, 10, 23, 5);

  async function sender(status: number, sent: { url: string; init: RequestInit }[] = []): Promise<PushSender> {
    return { keys: await makeVapidKeys(), contact: 'mailto:post@pitchey.test', now: () => NOW, fetch: async (url, init) => { sent.push({ url, init }); return new Response(null, { status }); } };
  }

  it('reaches the browser that subscribed, signed for its push service and readable by nobody else', async () => {
    const [browser, other] = [createBrowser('https://updates.push.services.mozilla.com/wpush/v2/abc'), createBrowser('https://fcm.googleapis.com/fcm/send/abc')];
    const sent: { url: string; init: RequestInit }[] = [];
    const service = await sender(201, sent);
    expect(await sendPush(service, browser.subscription, job)).toEqual({ kind: 'sent' });
    const [{ url, init }] = sent as [{ url: string; init: RequestInit }];
    const body = init.body as Uint8Array<ArrayBuffer>;
    expect(url).toBe(browser.subscription.endpoint);
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual', headers: { 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' } });
    expect(JSON.parse(browser.read(body))).toEqual(message);
    expect(() => other.read(body)).toThrow();
    expect(new TextDecoder('latin1').decode(body)).not.toContain('Salt');

    const authorization = (init.headers as Record<string, string>).authorization as string;
    const [, head, claims, signature, key] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(authorization) as unknown as [string, string, string, string, string];
    const point = Buffer.from(key, 'base64url');
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
    expect(verify('sha256', utf8(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ aud: 'https://updates.push.services.mozilla.com', exp: NOW / 1000 + 12 * 3600, sub: 'mailto:post@pitchey.test' });
  });

  it('tells a browser that is gone from one to be tried again', async () => {
    const { subscription } = createBrowser('https://web.push.apple.com/abc');
    for (const status of [404, 410]) expect(await sendPush(await sender(status), subscription, job)).toEqual({ kind: 'gone' });
    for (const status of [400, 401, 413, 301]) expect(await sendPush(await sender(status), subscription, job)).toMatchObject({ kind: 'refused' });
    for (const status of [429, 500, 503]) await expect(sendPush(await sender(status), subscription, job)).rejects.toThrow(String(status));
  });

  it('never writes the same bytes twice, and refuses what is too long to carry', async () => {
    const { subscription, read } = createBrowser('https://web.push.apple.com/abc');
    const [one, two] = await Promise.all([encryptPush('x', subscription), encryptPush('x', subscription)]);
    expect(toBase64url(one)).not.toBe(toBase64url(two));
    expect(read(await encryptPush('x'.repeat(3993), subscription))).toHaveLength(3993);
    await expect(encryptPush('x'.repeat(3994), subscription)).rejects.toThrow('more than');
  });

  it('takes no key that is not on the curve', async () => {
    const { subscription } = createBrowser('https://web.push.apple.com/abc');
    await expect(encryptPush('x', { ...subscription, p256dh: toBase64url(concat(Uint8Array.of(4), new Uint8Array(64).fill(7))) })).rejects.toThrow();
    await expect(vapidHeader('https://web.push.apple.com/abc', { publicKey: 'AAAA', privateKey: createECDH('prime256v1').generateKeys('base64url') }, 'mailto:a@b', NOW)).rejects.toThrow('P-256');
  });

  it('asks nobody but a push service (case 69)', async () => {
    const refused = [
      'http://fcm.googleapis.com/fcm/send/x', 'https://127.0.0.1/x', 'https://169.254.169.254/latest', 'https://[::1]/x', 'https://2130706433/x', 'https://localhost/x', 'https://fcm.googleapis.com@evil.example/x',
      'https://user:pass@fcm.googleapis.com/x', 'https://fcm.googleapis.com:8443/x', 'https://fcm.googleapis.com.evil.example/x', 'https://evilpush.apple.com.example/x', 'https://notify.windows.com.example/x', 'file:///etc/passwd',
      'gopher://fcm.googleapis.com/x', 'https://evil-push.services.mozilla.com/x', 'https://xpush.apple.com/x', 'no address', '',
    ];
    for (const endpoint of refused) expect([endpoint, isPushEndpoint(endpoint)]).toEqual([endpoint, false]);
    for (const endpoint of ['https://fcm.googleapis.com/fcm/send/x', 'https://updates.push.services.mozilla.com/wpush/v2/x', 'https://web.push.apple.com/x', 'https://wns2-par02p.notify.windows.com/w/?token=x']) expect([endpoint, isPushEndpoint(endpoint)]).toEqual([endpoint, true]);
    const asked: { url: string; init: RequestInit }[] = [];
    expect(await sendPush(await sender(201, asked), { ...createBrowser('https://x').subscription, endpoint: 'https://169.254.169.254/' }, job)).toMatchObject({ kind: 'refused' });
    expect(asked).toEqual([]);
  });
});
