import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { withClient } from '../../kit/database/roles.ts';
import { catalogueColumns, readCatalogue, type CatalogueLine } from '../domain/catalogue-lint.ts';
import { ImportRefusal } from './import-refusal.ts';

/** Publishes a catalogue as the next version, whole or not at all; gives its number. Throws ImportRefusal with every fault. */
export async function publishCatalogue(ownerUrl: string, file: string, note: string): Promise<number> {
  const read = readCatalogue(linesOf(await readFile(file)).map(lineOf));
  if ('faults' in read) throw new ImportRefusal(read.faults.join('\n'));
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>('select publish_catalogue($1, $2) as version', [
      JSON.stringify(read.items),
      note,
    ]);
    return rows[0]?.version ?? 0;
  });
}

function linesOf(bytes: Buffer): readonly unknown[] {
  // A catalogue is law for everybody who is reviewed by it: names of half-read characters are none.
  if (!isUtf8(bytes)) throw new ImportRefusal('Expected a catalogue in UTF-8, found another encoding.');
  try {
    return parse(bytes, { bom: true, columns: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportRefusal(`line ${String(error['lines'])}: expected cells of CSV, found ${error.code}.`);
  }
}

function lineOf(line: unknown): CatalogueLine {
  const cells = typeof line === 'object' && line !== null ? Object.entries(line) : [];
  const unknown = cells.find(([name]) => !catalogueColumns.some((column) => column === name));
  if (unknown || cells.length === 0)
    throw new ImportRefusal(`Expected the columns ${catalogueColumns.join(', ')}, found others.`);
  return Object.fromEntries(
    cells.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  );
}
