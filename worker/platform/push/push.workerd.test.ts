// What differs between runtimes: the browser's cryptography and the table of time zones, as workerd has them.
import { expect, it } from 'vitest';
import { quietUntil } from '../../features/notifications/zone.ts';
import { fromBase64url, toBase64url } from './bytes.ts';
import { encryptPush } from './encrypt.ts';
import { makeVapidKeys, vapidHeader } from './vapid.ts';

it('encrypts the example of RFC 8291 to its very bytes', async () => {
  const [d, point] = ['yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', fromBase64url('BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8')];
  const jwk = { kty: 'EC', crv: 'P-256', x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)) };
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const keys = { privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, algorithm, false, ['deriveBits']), publicKey: await crypto.subtle.importKey('jwk', jwk, algorithm, true, []) } as CryptoKeyPair;
  const browser = { p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4', auth: 'BTBZMqHH6r4Tts7J_aSIgg' };
  expect(toBase64url(await encryptPush('When I grow up, I want to be a watermelon', browser, { keys, salt: fromBase64url('DGv6ra1nlYgDCS1FRnbzlw') })))
    .toBe('DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN');
  expect((await encryptPush('x', browser)).byteLength).toBe(86 + 17 + 1);
});

it('signs for a push service', async () => {
  const keys = await makeVapidKeys();
  const header = await vapidHeader('https://fcm.googleapis.com/fcm/send/x', keys, 'mailto:post@pitchey.test', Date.UTC(2026, 10, 23));
  const [, head, claims, signature] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=/.exec(header) as unknown as [string, string, string, string];
  const key = await crypto.subtle.importKey('raw', fromBase64url(keys.publicKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(signature), new TextEncoder().encode(`${head}.${claims}`))).toBe(true);
});

it('knows when a night in Berlin ends', () => {
  expect(quietUntil(Date.parse('2026-10-24T21:00:00Z'), { from: 22 * 60, to: 7 * 60, zone: 'Europe/Berlin' })).toBe(Date.parse('2026-10-25T06:00:00Z'));
});
