// The seal of a chain's head: an Ed25519 signature with a key derived from a secret that the database never sees. A signature rather
// than a MAC, so that the evidence bundle can be checked by anyone who knows the public key, without the service.
import type { Settings } from '../../env.ts';
import { deriveBytes, sha256Hex } from '../../platform/digest.ts';
import { type Head, headText } from './chain.ts';

export interface SealKey {
  /** First 16 hex digits of the public key's SHA-256. */
  id: string;
  /** Raw public key, base64url. */
  publicKey: string;
  privateKey: CryptoKey;
  verifyKey: CryptoKey;
}

/** DER in front of a raw Ed25519 seed (RFC 8410). */
const PKCS8_PREFIX = Uint8Array.from([0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20]);
const ED25519 = { name: 'Ed25519' };

async function makeKey(secret: string): Promise<SealKey> {
  const seed = await deriveBytes(secret, 'pitchey nda seal v1', 32);
  const pkcs8 = new Uint8Array([...PKCS8_PREFIX, ...seed]);
  const { x } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', pkcs8, ED25519, true, ['sign'])) as JsonWebKey;
  if (!x) throw new Error('the seal key has no public part');
  return {
    id: (await sha256Hex(x)).slice(0, 16),
    publicKey: x,
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ED25519, false, ['sign']),
    verifyKey: await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, ED25519, false, ['verify']),
  };
}

const known = new WeakMap<Settings, SealKey[]>();

/** The current key first, then former ones that still verify. */
export async function sealKeys(settings: Settings): Promise<[SealKey, ...SealKey[]]> {
  const held = known.get(settings);
  if (held) return held as [SealKey, ...SealKey[]];
  const secrets = [settings.EVIDENCE_SECRET ?? settings.BETTER_AUTH_SECRET, ...settings.EVIDENCE_SECRETS_OLD];
  const made = await Promise.all(secrets.map(makeKey));
  known.set(settings, made);
  return made as [SealKey, ...SealKey[]];
}

const toBase64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

/** A seal over a text, base64. */
export const sealText = async (key: SealKey, text: string): Promise<string> => toBase64(await crypto.subtle.sign(ED25519, key.privateKey, new TextEncoder().encode(text)));

export async function sealHead(settings: Settings, ndaId: string, seq: number, hash: string): Promise<Head> {
  const [key] = await sealKeys(settings);
  return { seq, hash, seal: await sealText(key, headText(ndaId, seq, hash)), keyId: key.id };
}

/** Whether one of our keys made this seal over this text. */
export async function isSealed(settings: Settings, text: string, head: Head): Promise<boolean> {
  const key = (await sealKeys(settings)).find(({ id }) => id === head.keyId);
  if (!key || !/^[A-Za-z0-9+/]{86}==$/.test(head.seal)) return false;
  return crypto.subtle.verify(ED25519, key.verifyKey, fromBase64(head.seal), new TextEncoder().encode(text));
}
