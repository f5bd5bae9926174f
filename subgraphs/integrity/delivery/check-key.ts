import { sql, type Kysely } from 'kysely';
import { fingerprintOf } from '../../kit/identifier.ts';

/** Throws unless numbers are made into HMACs with the population register's key: with another, everybody would be unknown. */
export async function checkIdentifierKey(database: Kysely<unknown>, key: Buffer): Promise<void> {
  const { rows } = await sql<{
    holds: boolean;
  }>`select is_identifier_key(${fingerprintOf(key)}) as holds`.execute(database);
  if (rows[0]?.holds !== true)
    throw new Error(
      'IDENTIFIER_KEY (or identifier-key in HUB_DATA_DIR) is not the key of the population register: nobody delivered would be found.',
    );
}
