import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { withClient } from '../../kit/database/roles.ts';
import { catalogueColumns, readCatalogue, type CatalogueLine } from '../domain/catalogue-lint.ts';
import { ImportRefusal } from './import-refusal.ts';

/** Publishes a catalogue as the next version, whole or not at all; gives its number. Throws ImportRefusal with every fault. */
export async function publishCatalogue(ownerUrl: string, file: string, note: string): Promise<number> {
  const lines = parse(await readFile(file, 'utf8'), { bom: true, columns: true, skip_empty_lines: true });
  const read = readCatalogue(lines.map(lineOf));
  if ('faults' in read) throw new ImportRefusal(read.faults.join('\n'));
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: number }>('select publish_catalogue($1, $2) as version', [
      JSON.stringify(read.items),
      note,
    ]);
    return rows[0]?.version ?? 0;
  });
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
