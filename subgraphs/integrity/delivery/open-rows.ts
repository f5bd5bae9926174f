import { sql, type Kysely } from 'kysely';
import type { RawLine, Sealer } from './sealed-block.ts';

/** Rows of a receipt as they came, by line. As the run-time role, of the calling department only. */
export async function openRows(
  database: Kysely<unknown>,
  sealer: Sealer,
  receipt: { readonly number: number; readonly id: string },
  lines: readonly number[],
): Promise<ReadonlyMap<number, RawLine>> {
  const wanted = new Set(lines);
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from delivered_blocks(${receipt.number}, ${[...wanted]}::integer[])`.execute(database);
  const found = new Map<number, RawLine>();
  for (const { sealed } of rows)
    for (const row of sealer.open(receipt.id, sealed)) if (wanted.has(row.line)) found.set(row.line, row);
  return found;
}
