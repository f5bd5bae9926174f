import { readRow } from '../domain/delivered-row.ts';
import { untilServed } from '../domain/retention.ts';
import { suspectIn, suspectOf } from '../domain/suspected-subject.ts';
import type { RawRow } from './read/raw-row.ts';
import type { DeliveredType } from './record-type.ts';
import type { StagedRow, Stager } from './stage.ts';

/** Rows on their way in. */
export interface StagedBatch {
  readonly rows: readonly StagedRow[];
  /** The line up to which the delivery is taken in with this batch. */
  readonly through: number;
}

/** Judges each row by itself: it is staged as a record or with its fault, and none is left out. */
export function stageBatch(
  rows: readonly RawRow[],
  type: DeliveredType,
  today: string,
  stager: Stager,
): StagedBatch {
  const judge = createJudge(type, today, stager);
  return {
    rows: rows.map(judge),
    through: rows.reduce((through, { line }) => Math.max(through, line), 0),
  };
}

/** Stages rows one by one. */
export function createJudge(
  { code, name, polarity }: DeliveredType,
  today: string,
  stager: Stager,
): (row: RawRow) => StagedRow {
  const rules = { today, polarity, typeName: name, isUntilServed: untilServed.includes(code) };
  return (row) => {
    if ('fault' in row)
      return stager.fault(row.line, null, [row.fault], null, suspectIn(textOf(row.raw), today));
    const { line, values } = row;
    const quarantineId = shortened(row.quarantineId);
    const read = readRow(values, rules);
    if ('row' in read) return stager.row(line, read.row, quarantineId);
    const suspect = suspectOf(values, today);
    return stager.fault(line, shortened(values['source_id']), read.faults, quarantineId, suspect);
  };
}

/** An unreadable row as it came. */
function textOf(raw: string): string {
  const text: unknown = JSON.parse(raw);
  return typeof text === 'string' ? text : '';
}

/**
 * An id that is kept to find a row again; a monster of one is of no use to anybody, and one with NUL or half a character,
 * which PostgreSQL takes in no text, would stop all rows that came with it.
 */
const shortened = (text: string | null | undefined): string | null =>
  text == null || text === '' || text.length > 200 || text.includes('\0') || !text.isWellFormed()
    ? null
    : text;
