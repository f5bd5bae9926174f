import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { stagedColumns, type StagedRow } from './stage.ts';

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value in the text form of COPY. */
function encode(value: string | number | null): string {
  if (value === null) return '\\N';
  const text = String(value);
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : text;
}

/** Rows in the text form of COPY. */
export function encodeStaged(rows: readonly StagedRow[]): string {
  let text = '';
  for (const row of rows) {
    for (let place = 0; place < stagedColumns.length; place += 1) {
      const name = stagedColumns[place];
      text += (place === 0 ? '' : '\t') + encode(name === undefined ? null : row[name]);
    }
    text += '\n';
  }
  return text;
}

/** Copies encoded rows into the connection's staging table. */
export async function copyStaged(client: Client, text: string): Promise<void> {
  const stream = client.query(copyFrom(`copy staged_row (${stagedColumns.join(', ')}) from stdin`));
  await pipeline(Readable.from([text], { objectMode: false }), stream);
}
