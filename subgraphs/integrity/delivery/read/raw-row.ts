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

/** A replacement character is what decoding leaves of bytes that mean nothing. */
export function createUndecodable(line: number, text: string): UnreadableRow {
  return createUnreadable(line, text, 'NOT_READABLE', 'text in one encoding', 'bytes that are no character');
}
