import { mix } from '../../seeds/random.ts';
import type { Draw, HostilePerson, HostileRow } from './hostile-recipes.ts';
import { recipes } from './hostile-versions.ts';

/**
 * So many hostile rows for a NEGATIVE type on `hostileToday`, the same ones each time, each with what must become of it.
 * Rows that share a source id are versions of one record: the later row is the later version.
 */
export function makeHostileRows(people: readonly HostilePerson[], count: number): readonly HostileRow[] {
  const numbered = people.filter(({ number }) => number !== null);
  const living = numbered.filter(({ isDeceased }) => !isDeceased);
  const dead = numbered.filter(({ isDeceased }) => isDeceased);
  const twins = living.filter(({ twinId }) => twinId !== undefined);
  const single = living.filter(({ twinId }) => twinId === undefined);
  const pools = { LIVING: single, DEAD: dead, TWIN: twins };
  const usable = recipes.filter(({ asks }) => pools[asks].length > 0);
  const rows: HostileRow[] = [];
  for (let index = 0; rows.length < count; index += 1) {
    const recipe = usable[index % usable.length];
    if (!recipe) break;
    const pool = pools[recipe.asks];
    const draw: Draw = (limit, salt) => mix(mix(index + 1) + salt) % limit;
    const place = draw(pool.length, 0);
    const [person, other] = [pool[place], pool[(place + 1) % pool.length]];
    if (!person || !other) break;
    const made = recipe.make({ person, other, index, draw });
    if (rows.length + made.length > count) break;
    rows.push(...made.map((row) => ({ ...row, recipe: recipe.name })));
  }
  return rows;
}

/** As departments were told to write them. */
const columns = (
  'source_id operation name id_number credit_code birth_date phone title level decided_on valid_until ' +
  'document_number legal_basis as_of'
).split(' ');

/** The rows as a CSV file; every cell is quoted, as hostile cells want it. */
export function writeHostileCsv(rows: readonly HostileRow[]): string {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(({ values }) => columns.map((column) => quote(values[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The rows as newline-delimited JSON. */
export const writeHostileNdjson = (rows: readonly HostileRow[]): string =>
  rows.map(({ values }) => `${JSON.stringify(values)}\n`).join('');
