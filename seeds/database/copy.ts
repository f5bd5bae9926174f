import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { encodeRow } from './copy-text.ts';
import type { Row } from './rows.ts';

// Characters held back before they are sent. It bounds the memory, whatever the number of rows.
const batchLength = 1_000_000;

interface Pending {
  readonly columns: readonly string[];
  text: string;
  rowCount: number;
}

/**
 * Streams rows of several tables through COPY in constant memory, parents before children within each batch. The tables
 * must have been emptied in the same transaction: only then may the rows be written as frozen, which spares the first
 * readers of a big table from rewriting all of it. Gives the rows per table.
 */
export async function copyRows(
  client: Client,
  tables: readonly string[],
  rows: Iterable<Row>,
  onBatch: (rowCount: number) => void,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = Object.fromEntries(tables.map((table) => [table, 0]));
  const pending = new Map<string, Pending>();
  let length = 0;
  const flush = async (): Promise<void> => {
    for (const table of tables) {
      const batch = pending.get(table);
      if (!batch || batch.rowCount === 0) continue;
      await copyBatch(client, table, batch);
      counts[table] = (counts[table] ?? 0) + batch.rowCount;
      onBatch(batch.rowCount);
      batch.text = '';
      batch.rowCount = 0;
    }
    length = 0;
  };
  for (const row of rows) {
    if (!tables.includes(row.table))
      throw new Error(`Rows of ${row.table}, which is not in the list of tables.`);
    const batch = pending.get(row.table) ?? { columns: Object.keys(row.columns), text: '', rowCount: 0 };
    pending.set(row.table, batch);
    const line = encodeRow(row, batch.columns);
    batch.text += line;
    batch.rowCount += 1;
    length += line.length;
    if (length >= batchLength) await flush();
  }
  await flush();
  return counts;
}

async function copyBatch(client: Client, table: string, { columns, text }: Pending): Promise<void> {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const stream = client.query(
    copyFrom(`copy ${client.escapeIdentifier(table)} (${names}) from stdin with (freeze)`),
  );
  await pipeline(Readable.from([Buffer.from(text)]), stream);
}
