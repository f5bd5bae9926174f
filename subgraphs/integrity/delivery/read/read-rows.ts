import type { Readable } from 'node:stream';
import { readCsv } from './csv.ts';
import { decodeLines } from './decode-lines.ts';
import type { Encoding } from './decode-text.ts';
import { readNdjson } from './ndjson.ts';
import type { RawRow } from './raw-row.ts';
import { readXlsx } from './xlsx.ts';

export type FileFormat = 'CSV' | 'NDJSON' | 'XLSX';

export interface ReadOptions {
  readonly format: FileFormat;
  readonly encoding: Encoding;
}

/**
 * The rows of a department's file in chunks of some hundreds, in bounded memory; rows that cannot be read are among them as
 * faults.
 * @throws FileRefused if the file as a whole cannot be meant.
 */
export function readRows(input: Readable, options: ReadOptions): AsyncIterable<readonly RawRow[]> {
  if (options.format === 'XLSX') return readXlsx(input);
  const lines = decodeLines(input, options.encoding);
  return options.format === 'NDJSON' ? readNdjson(lines) : readCsv(lines);
}
