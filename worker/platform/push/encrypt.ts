// Encryption of a push message for one browser (RFC 8291 over RFC 8188, `aes128gcm`): the push service carries it and cannot read it.
import { concat, fromBase64url } from './bytes.ts';

export interface PushKeys {
  /** The browser's public key: P-256 point, uncompressed, base64url. */
  p256dh: string;
  /** Its authentication secret: 16 bytes, base64url. */
  auth: string;
}

/** Bytes a push service must accept after encryption; what is left for the text. */
const RECORD = 4096;
const MOST_TEXT = RECORD - 86 - 17;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

async function derive(salt: Uint8Array<ArrayBuffer>, secret: Uint8Array<ArrayBuffer>, info: Uint8Array<ArrayBuffer>, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bytes * 8)) as Uint8Array<ArrayBuffer>;
}

/** What makes a message differ from the last: given in tests of the RFC's example, else fresh. */
export interface Ephemeral { keys: CryptoKeyPair; salt: Uint8Array<ArrayBuffer> }

const fresh = async (): Promise<Ephemeral> => ({
  keys: await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']) as CryptoKeyPair, salt: crypto.getRandomValues(new Uint8Array(16)),
});

/** The body of the request. Throws when the text is longer than a push service must carry, or when the keys are none. */
export async function encryptPush(text: string, { p256dh, auth }: PushKeys, ephemeral?: Ephemeral): Promise<Uint8Array<ArrayBuffer>> {
  const plain = utf8(text);
  if (plain.byteLength > MOST_TEXT) throw new Error(`push: ${plain.byteLength} bytes are more than ${MOST_TEXT}`);
  const { keys, salt } = ephemeral ?? await fresh();
  const theirs = fromBase64url(p256dh);
  const ours = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey) as ArrayBuffer);
  const peer = await crypto.subtle.importKey('raw', theirs, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: peer } as unknown as Parameters<typeof crypto.subtle.deriveBits>[0], keys.privateKey, 256));
  const ikm = await derive(fromBase64url(auth), shared, concat(utf8('WebPush: info\0'), theirs, ours), 32);
  const [key, nonce] = await Promise.all([derive(salt, ikm, utf8('Content-Encoding: aes128gcm\0'), 16), derive(salt, ikm, utf8('Content-Encoding: nonce\0'), 12)]);
  const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  // One record, and 2 says that it is the last.
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, aes, concat(plain, Uint8Array.of(2))));
  const header = new Uint8Array(21);
  header.set(salt);
  new DataView(header.buffer).setUint32(16, RECORD);
  header[20] = ours.byteLength;
  return concat(header, ours, sealed);
}
