import type { Column } from './columns.ts';
import { parseDay } from './dates.ts';
import { createFault, type FaultReason, type RowFault, tellKind } from './row-fault.ts';
import { hasUnseen } from './row-text.ts';

export type RowValues = Readonly<Record<string, string>>;

const longest: Readonly<Record<Column, number>> = {
  source_id: 100,
  operation: 20,
  name: 100,
  id_number: 40,
  credit_code: 40,
  birth_date: 20,
  phone: 40,
  title: 200,
  level: 20,
  decided_on: 20,
  valid_until: 20,
  document_number: 100,
  legal_basis: 500,
  as_of: 40,
};

/** Takes a row apart cell by cell and gathers what is wrong with it. */
export interface RowReader {
  /** The cell, trimmed; null where it is empty or at fault. */
  readonly text: (column: Column) => string | null;
  readonly needed: (column: Column, expected: string) => string | null;
  readonly day: (column: Column) => string | null;
  readonly blame: (column: Column | null, reason: FaultReason, expected: string, found: string) => null;
  readonly faults: readonly RowFault[];
}

export function createRowReader(values: RowValues): RowReader {
  const faults: RowFault[] = [];
  const blame: RowReader['blame'] = (column, reason, expected, found) => {
    faults.push(createFault(column, reason, expected, found));
    return null;
  };
  const text = (column: Column): string | null => {
    const raw = values[column];
    if (raw === undefined || raw === '') return null;
    const cell = raw.trim();
    if (cell === '') return null;
    if (cell.length > longest[column]) {
      return blame(column, 'TOO_LONG', `at most ${longest[column]} characters`, tellKind(cell));
    }
    if (hasUnseen(cell)) {
      return blame(column, 'CONTROL_CHARACTER', 'text without control or hidden characters', tellKind(cell));
    }
    return cell;
  };
  return {
    faults,
    blame,
    text,
    needed: (column, expected) => {
      const cell = text(column);
      if (cell === null && !faults.some((fault) => fault.column === column)) {
        blame(column, 'MISSING', expected, 'nothing');
      }
      return cell;
    },
    day: (column) => {
      const cell = text(column);
      if (cell === null) return null;
      return (
        parseDay(cell) ?? blame(column, 'NOT_A_DATE', 'a day of the calendar, as 2026-01-31', tellKind(cell))
      );
    },
  };
}
