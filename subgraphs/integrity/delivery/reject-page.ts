import { sql, type Kysely } from 'kysely';
import { writeRejects, type RejectedRow } from './export/write-rejects.ts';
import { openRows } from './open-rows.ts';
import type { Sealer } from './sealed-block.ts';

interface Rejected {
  readonly id: string;
  readonly line: number;
  readonly faults: RejectedRow['faults'];
}

/** A page of a receipt's rows that wait in quarantine, as text of the asked format; null when there is no such receipt. */
export async function readRejectPage(
  database: Kysely<unknown>,
  sealer: Sealer,
  asked: {
    readonly delivery: string;
    readonly format: 'CSV' | 'NDJSON';
    readonly afterLine: number;
    readonly first: number;
  },
): Promise<{ readonly text: string; readonly nextAfterLine: number | null } | null> {
  const { delivery, format, afterLine, first } = asked;
  const { rows: receipts } = await sql<{ number: number }>`
    select number from delivery where id = ${delivery}`.execute(database);
  const [receipt] = receipts;
  if (!receipt) return null;
  const { rows } = await sql<Rejected>`select id, line, faults from quarantined_row
    where delivery_number = ${receipt.number} and resolved_at is null and line > ${afterLine}
    order by line limit ${first + 1}`.execute(database);
  const page = rows.slice(0, first);
  const lines = page.map(({ line }) => line);
  const found = await openRows(database, sealer, { number: receipt.number, id: delivery }, lines);
  const rejected = page.map(({ id, line, faults }): RejectedRow => ({
    quarantineId: id,
    line,
    faults,
    raw: found.get(line)?.raw ?? '""',
  }));
  const text = [...writeRejects(rejected, format, { hasHeader: afterLine === 0 })].join('');
  return { text, nextAfterLine: rows.length > first ? (page.at(-1)?.line ?? null) : null };
}
