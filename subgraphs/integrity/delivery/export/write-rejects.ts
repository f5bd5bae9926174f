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

/** Quarantined rows as text, chunk by chunk, in the format that they came in (a workbook goes back as CSV). */
export function* writeRejects(
  rows: Iterable<RejectedRow>,
  format: 'CSV' | 'NDJSON',
  { hasHeader } = { hasHeader: true },
): Iterable<string> {
  if (format === 'NDJSON') {
    for (const row of rows) yield `${JSON.stringify(toCells(row))}\n`;
    return;
  }
  const all = [...rejectColumns, ...columns];
  // Spreadsheets take a CSV without a byte order mark for the encoding of their country.
  if (hasHeader) yield `\ufeff${all.join(',')}\r\n`;
  for (const row of rows) {
    const cells = toCells(row);
    yield `${all.map((column) => toCsvCell(cells[column] ?? '')).join(',')}\r\n`;
  }
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

function toCsvCell(cell: string): string {
  const safe = guardCell(cell);
  // A semicolon separates in some countries, and would begin a cell of its own.
  return /[",;'\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
