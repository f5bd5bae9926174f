import { sql, type Kysely } from 'kysely';
import { writeRejects, type RejectedRow } from './export/write-rejects.ts';
import { openRows } from './open-rows.ts';
import type { Sealer } from './sealed-block.ts';

interface Rejected {
  readonly id: string;
  readonly line: number;
  readonly faults: RejectedRow['faults'];
}

interface Page {
  readonly delivery: string;
  readonly afterLine: number;
  readonly first: number;
}

/** A page of a receipt's rows that wait in quarantine, as text of the asked format; null when there is no such receipt. */
export async function readRejectPage(
  database: Kysely<unknown>,
  sealer: Sealer,
  asked: Page & { readonly format: 'CSV' | 'NDJSON' },
): Promise<{ readonly text: string; readonly nextAfterLine: number | null } | null> {
  const page = await readRejectedRows(database, sealer, asked);
  if (!page) return null;
  const text = [...writeRejects(page.rows, asked.format, { hasHeader: asked.afterLine === 0 })].join('');
  return { text, nextAfterLine: page.nextAfterLine };
}

/** The same as rows. */
export async function readRejectedRows(
  database: Kysely<unknown>,
  sealer: Sealer,
  { delivery, afterLine, first }: Page,
): Promise<{ readonly rows: readonly RejectedRow[]; readonly nextAfterLine: number | null } | null> {
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
  const rejected = page.map(({ id, line, faults }) => ({
    quarantineId: id,
    line,
    faults,
    raw: found.get(line)?.raw ?? '""',
  }));
  return { rows: rejected, nextAfterLine: rows.length > first ? (page.at(-1)?.line ?? null) : null };
}
