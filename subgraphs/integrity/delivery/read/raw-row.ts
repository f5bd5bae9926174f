import { countDamage } from '../../../kit/damaged-text.ts';
import { createFault, type FaultReason, type RowFault } from '../../domain/row-fault.ts';

/**
 * One row of a file. `line` is the physical line where it begins. `raw` is always one JSON text, of the cells by column or,
 * where the row could not be taken apart, of the row as a string: so it can be kept whatever characters it has, NUL too.
 */
export type RawRow = ReadableRow | UnreadableRow;

export interface ReadableRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  readonly raw: string;
  /** Which quarantined row this one corrects, if the file is an export that came back. */
  readonly quarantineId: string | null;
}

export interface UnreadableRow {
  readonly line: number;
  readonly fault: RowFault;
  readonly raw: string;
}

/** The file as a whole cannot be meant; nothing of it was read. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

export const longestCell = 4000;
/** Few, so that rows are taken on before the next are made. */
export const rowsInChunk = 500;
/** Of a line longer than this only the beginning is kept. */
export const longestLine = 1_000_000;

export function createUnreadable(
  line: number,
  text: string,
  reason: FaultReason,
  expected: string,
  found: string,
  column: string | null = null,
): UnreadableRow {
  return { line, fault: createFault(column, reason, expected, found), raw: JSON.stringify(text) };
}

const replaced = '\ufffd';
/** Half of a pair, as damaged text has it, or whole; and what other software leaves of bytes that it could not read. */
const perhapsUndecodable = /[\udc80-\udcff\ufffd]/;

/** Whether a text has bytes that are no characters, or did before it came here. */
export const isUndecodable = (text: string): boolean =>
  perhapsUndecodable.test(text) && (text.includes(replaced) || countDamage(text) > 0);

export function createUndecodable(
  line: number,
  text: string,
  encoding: string,
  column: string | null,
): UnreadableRow {
  const count = countDamage(text);
  return count > 0
    ? createUnreadable(line, text, 'NOT_READABLE', `text in ${encoding}`, tellBytes(count), column)
    : createUnreadable(
        line,
        text,
        'NOT_READABLE',
        'characters',
        'what stands for a lost one (U+FFFD)',
        column,
      );
}

const tellBytes = (count: number): string =>
  count === 1 ? 'a byte that is no character' : `${count} bytes that are no characters`;
