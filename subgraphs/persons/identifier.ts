import { sql, type Kysely } from 'kysely';
import { withClient } from '../kit/database/roles.ts';
import { fingerprintOf } from '../kit/identifier.ts';

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
