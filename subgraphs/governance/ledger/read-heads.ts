import { sql, type Kysely } from 'kysely';
import type { Heads } from '../../kit/witness/checkpoint.ts';

/** The ends of all chains, as the table of heads says them now. */
export async function readHeads(database: Kysely<unknown>): Promise<Heads> {
  const { rows } = await sql<{ chain: string; seq: string; hash: string }>`
    select chain, seq::text as seq, encode(hash, 'hex') as hash from governance.ledger_head where seq > 0`.execute(
    database,
  );
  return Object.fromEntries(rows.map(({ chain, seq, hash }) => [chain, { seq: Number(seq), hash }]));
}
