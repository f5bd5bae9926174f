import { columns } from '../../subgraphs/integrity/domain/columns.ts';
import { mix } from '../../seeds/random.ts';
import { type Draw, type HostilePerson, type HostileRow, recipes } from './hostile-recipes.ts';

/**
 * So many hostile rows for a NEGATIVE type on `hostileToday`, the same ones each time, each with what must become of it.
 * Rows that share a source id are versions of one record: the later row is the later version.
 */
export function makeHostileRows(people: readonly HostilePerson[], count: number): readonly HostileRow[] {
  const numbered = people.filter(({ number }) => number !== null);
  const living = numbered.filter(({ isDeceased }) => !isDeceased);
  const dead = numbered.filter(({ isDeceased }) => isDeceased);
  const usable = recipes.filter(({ asks }) => (asks === 'DEAD' ? dead.length > 0 : living.length > 0));
  const rows: HostileRow[] = [];
  for (let index = 0; rows.length < count; index += 1) {
    const recipe = usable[index % usable.length];
    if (!recipe) break;
    const pool = recipe.asks === 'DEAD' ? dead : living;
    const draw: Draw = (limit, salt) => mix(mix(index + 1) + salt) % limit;
    const person = pool[draw(pool.length, 0)];
    if (!person) break;
    const made = recipe.make({ person, index, draw });
    if (rows.length + made.length > count) break;
    rows.push(...made.map((row) => ({ ...row, recipe: recipe.name })));
  }
  return rows;
}

/** The rows as a CSV file; every cell is quoted, as hostile cells want it. */
export function writeHostileCsv(rows: readonly HostileRow[]): string {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map(({ values }) => columns.map((column) => quote(values[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}

/** The rows as newline-delimited JSON. */
export const writeHostileNdjson = (rows: readonly HostileRow[]): string =>
  rows.map(({ values }) => `${JSON.stringify(values)}\n`).join('');
