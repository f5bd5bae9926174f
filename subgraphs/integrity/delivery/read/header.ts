import { type Column, columns, findColumn, neededColumns } from '../../domain/columns.ts';
import { unguardCell } from '../formula-guard.ts';
import { isRejectColumn, type RejectColumn } from '../reject-columns.ts';
import {
  createUndecodable,
  createUnreadable,
  FileRefused,
  isUndecodable,
  longestCell,
  type RawRow,
} from './raw-row.ts';

export type HeaderColumn = Column | RejectColumn;

/**
 * The columns that a first line names. Cells of it are never repeated in the error: a file without a header has a person
 * there.
 * @throws FileRefused for a column that is unknown, named twice, or missing.
 */
export function readHeader(cells: readonly string[]): readonly HeaderColumn[] {
  const expected = `Expected a first line of columns out of: ${columns.join(', ')} (or their Chinese names)`;
  const found = cells.map((cell, index) => {
    const name = unguardCell(cell).trim();
    const column = isRejectColumn(name) ? name : findColumn(name);
    if (column === null) throw new FileRefused(`${expected}; column ${index + 1} is none of them.`);
    return column;
  });
  const twice = found.find((column, index) => found.indexOf(column) !== index);
  if (twice !== undefined) throw new FileRefused(`Expected each column once; ${twice} is there twice.`);
  const missing = neededColumns.filter((column) => !found.includes(column));
  if (missing.length > 0) throw new FileRefused(`${expected}; ${missing.join(', ')} missing.`);
  return found;
}

/** A row of cells under its header; null for a row of empty cells, which spreadsheets leave at the end of a file. */
export function nameCells(
  header: readonly HeaderColumn[],
  cells: readonly string[],
  line: number,
  text: string,
  encoding = 'UTF-8',
): RawRow | null {
  if (isUndecodable(text)) {
    const place = cells.length === header.length ? cells.findIndex(isUndecodable) : -1;
    return createUndecodable(line, text, encoding, header[place] ?? null);
  }
  if (cells.length !== header.length) {
    if (cells.every((cell) => cell === '')) return null;
    const reason = cells.length < header.length ? 'TOO_FEW_CELLS' : 'TOO_MANY_CELLS';
    return createUnreadable(line, text, reason, `${header.length} cells`, `${cells.length} cells`);
  }
  return fill(header, cells, line, text);
}

function fill(
  header: readonly HeaderColumn[],
  cells: readonly string[],
  line: number,
  text: string,
): RawRow | null {
  const values: Record<string, string> = {};
  const isGuarded = text.includes("'");
  let quarantineId: string | null = null;
  let isEmpty = true;
  for (const [index, column] of header.entries()) {
    const cell = isGuarded ? unguardCell(cells[index] ?? '') : (cells[index] ?? '');
    if (cell === '') continue;
    isEmpty = false;
    if (cell.length > longestCell) {
      const expected = `at most ${longestCell} characters`;
      return createUnreadable(line, text, 'TOO_LONG', expected, `${cell.length} characters`, column);
    }
    if (column === 'quarantine_id') quarantineId = cell;
    if (!isRejectColumn(column)) values[column] = cell;
  }
  return isEmpty ? null : { line, values, raw: JSON.stringify(values), quarantineId };
}
