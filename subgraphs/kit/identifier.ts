import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { loadOrCreateSecret, randomSecret } from './database/secret-file.ts';

/**
 * What an identifier is looked up and joined by across departments. An HMAC with a key, because a plain hash of one
 * county's numbers is undone in minutes. The identifier must be normalised.
 */
export const identifierHash = (key: Buffer, identifier: string): Buffer =>
  createHmac('sha256', key).update(identifier).digest();

/** Tells whether two processes hold the same key, without telling the key. */
export const fingerprintOf = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('portrait-hub identifier key').digest();

/** The key from the environment, else the one kept in the data directory, which is made at the first use. */
export async function loadIdentifierKey(settings: {
  readonly identifierKey: Buffer | undefined;
  readonly dataDir: string;
}): Promise<Buffer> {
  if (settings.identifierKey) return settings.identifierKey;
  return Buffer.from(await loadOrCreateSecret(join(settings.dataDir, 'identifier-key'), randomSecret), 'hex');
}
