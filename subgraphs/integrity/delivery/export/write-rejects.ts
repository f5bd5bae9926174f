import { isDamaged, showDamaged } from '../../../kit/damaged-text.ts';
import { columns } from '../../domain/columns.ts';
import { guardCell } from '../formula-guard.ts';
import { rejectColumns } from '../reject-columns.ts';

/** A row that waits in quarantine. */
export interface RejectedRow {
  readonly quarantineId: string;
  readonly line: number;
  readonly faults: readonly {
    readonly column: string | null;
    readonly expected: string;
    readonly found: string;
  }[];
  /** As `RawRow.raw`. */
  readonly raw: string;
}

type Cells = Readonly<Record<string, string>>;

/** The columns of a sheet of quarantined rows: what is wrong in front, then the row. */
export const sheetColumns: readonly string[] = [...rejectColumns, ...columns];

/** A quarantined row under `sheetColumns`, safe to open in a spreadsheet. */
export function sheetCells(row: RejectedRow): readonly string[] {
  const cells = toCells(row);
  return sheetColumns.map((column) => guardCell(cells[column] ?? ''));
}

/** Quarantined rows as text, chunk by chunk. */
export function* writeRejects(
  rows: Iterable<RejectedRow>,
  format: 'CSV' | 'NDJSON',
  { hasHeader } = { hasHeader: true },
): Iterable<string> {
  if (format === 'NDJSON') {
    for (const row of rows) yield `${JSON.stringify(toCells(row))}\n`;
    return;
  }
  // Spreadsheets take a CSV without a byte order mark for the encoding of their country.
  if (hasHeader) yield `\ufeff${sheetColumns.join(',')}\r\n`;
  for (const row of rows) yield `${sheetCells(row).map(quoteCell).join(',')}\r\n`;
}

function toCells(row: RejectedRow): Cells {
  const tell = (part: 'column' | 'expected' | 'found'): string =>
    row.faults.map((fault) => fault[part] ?? '').join(' | ');
  const raw: unknown = JSON.parse(row.raw);
  return {
    quarantine_id: row.quarantineId,
    line: String(row.line),
    column: tell('column'),
    expected: tell('expected'),
    found: tell('found'),
    ...(typeof raw === 'string'
      ? { unread: isDamaged(raw) ? showDamaged(raw) : raw }
      : raw && typeof raw === 'object'
        ? pickCells(raw)
        : {}),
  };
}

function pickCells(raw: object): Cells {
  const texts = Object.entries(raw).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return Object.fromEntries(texts.filter(([key]) => columns.some((column) => column === key)));
}

// A semicolon separates in some countries, and would begin a cell of its own.
const quoteCell = (cell: string): string =>
  /[",;'\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
