import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { loadOrCreateSecret } from '../database/secret-file.ts';

/** A key that signs, kept in a file that only its owner reads and made at the first use; Ed25519, PKCS #8. */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  return createPrivateKey(await loadOrCreateSecret(path, createKey));
}

const createKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** The public half as text: 32 bytes, base64url (RFC 8037). */
export function printPublicKey(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('Expected an Ed25519 key');
  return x;
}

/** The public key of its text; null for a text that is none. */
export function readPublicKey(text: string): KeyObject | null {
  if (!/^[\w-]{43}$/.test(text)) return null;
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}
