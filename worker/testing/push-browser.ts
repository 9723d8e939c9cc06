// The browser's side of a push, for tests: its keys, and the reading of what arrives, written from RFC 8188 and 8291 with none of our code.
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

export function createBrowser(endpoint: string) {
  const ecdh = createECDH('prime256v1');
  const publicKey = ecdh.generateKeys();
  const auth = randomBytes(16);
  const subscription = { endpoint, p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') };

  /** The text of a message; throws when it was not meant for this browser. */
  function read(body: Uint8Array): string {
    const bytes = Buffer.from(body);
    const [salt, keyLength] = [bytes.subarray(0, 16), bytes.readUInt8(20)];
    const theirs = bytes.subarray(21, 21 + keyLength);
    const sealed = bytes.subarray(21 + keyLength);
    if (bytes.byteLength > bytes.readUInt32BE(16) + 86) throw new Error('longer than its record');
    const ikm = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(theirs), auth, Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, theirs]), 32));
    const [key, nonce] = [hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16), hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12)];
    const decipher = createDecipheriv('aes-128-gcm', Buffer.from(key), Buffer.from(nonce)).setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    if (plain.at(-1) !== 2) throw new Error('not the last record');
    return plain.subarray(0, -1).toString();
  }

  return { subscription, read };
}
