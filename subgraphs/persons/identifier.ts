import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { withClient } from '../kit/database/roles.ts';
import { loadOrCreateSecret, randomSecret } from '../kit/database/secret-file.ts';

/**
 * What a citizen number is looked up by. An HMAC with a key, because a plain hash of one county's numbers is undone in
 * minutes. The number must be normalised.
 */
export const identifierHash = (key: Buffer, number: string): Buffer =>
  createHmac('sha256', key).update(number).digest();

/** The key from the environment, else the one kept in the data directory, which is made at the first use. */
export async function loadIdentifierKey(settings: {
  readonly identifierKey: Buffer | undefined;
  readonly dataDir: string;
}): Promise<Buffer> {
  if (settings.identifierKey) return settings.identifierKey;
  return Buffer.from(await loadOrCreateSecret(join(settings.dataDir, 'identifier-key'), randomSecret), 'hex');
}

/** Tells whether two processes hold the same key, without telling the key. */
const fingerprintOf = (key: Buffer): Buffer =>
  createHmac('sha256', key).update('portrait-hub identifier key').digest();

/**
 * Notes, as the owner, which key the numbers of this database are kept under. Throws when it is another one: nobody would
 * be found by number, and that would look like "no such person".
 */
export async function recordIdentifierKey(ownerUrl: string, key: Buffer): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ fingerprint: Buffer }>('select fingerprint from identifier_key');
    const [known] = rows;
    if (known && !known.fingerprint.equals(fingerprintOf(key))) throw new Error(wrongKey);
    if (!known) await client.query('insert into identifier_key values ($1)', [fingerprintOf(key)]);
  });
}

/** Throws unless the database's numbers are kept under this key. */
export async function checkIdentifierKey(database: Kysely<unknown>, key: Buffer): Promise<void> {
  const { rows } = await sql<{ fingerprint: Buffer }>`select fingerprint from identifier_key`.execute(
    database,
  );
  if (rows[0]?.fingerprint.equals(fingerprintOf(key)) !== true) throw new Error(wrongKey);
}

const wrongKey =
  'IDENTIFIER_KEY (or identifier-key in HUB_DATA_DIR) is not the key that this database was made with: no number would be found.';
