import { findColumn } from '../../domain/columns.ts';
import type { DecodedLines } from './decode-lines.ts';
import { isRejectColumn } from '../reject-columns.ts';
import {
  createUndecodable,
  createUnreadable,
  isUndecodable,
  longestCell,
  longestLine,
  type RawRow,
  rowsInChunk,
} from './raw-row.ts';

/** Rows of newline-delimited JSON: objects of texts. A line over 1 MB is a fault of that line, and skipped to its end. */
export async function* readNdjson({ texts, encoding }: DecodedLines): AsyncIterable<readonly RawRow[]> {
  let rest = '';
  let line = 1;
  let isSkipping = false;
  let rows: RawRow[] = [];
  const take = (text: string): void => {
    if (!isSkipping && text.trim() !== '') rows.push(readJsonLine(text, line, encoding()));
    isSkipping = false;
    line += 1;
  };
  for await (const chunk of texts) {
    const text = rest + chunk;
    let at = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', at)) {
      take(text.slice(at, end));
      at = end + 1;
    }
    rest = isSkipping ? '' : text.slice(at);
    if (rest.length > longestLine) {
      rows.push(createTooLong(rest, line));
      isSkipping = true;
      rest = '';
    }
    while (rows.length >= rowsInChunk) {
      yield rows.slice(0, rowsInChunk);
      rows = rows.slice(rowsInChunk);
    }
  }
  take(rest);
  if (rows.length > 0) yield rows;
}

/** One line of NDJSON: an object of texts. */
export function readJsonLine(text: string, line: number, encoding = 'UTF-8'): RawRow {
  if (text.length > longestLine) return createTooLong(text, line);
  const parsed = parse(text);
  if (isUndecodable(text)) return createUndecodable(line, text, encoding, findUndecodable(parsed));
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return createUnreadable(line, text, 'NOT_READABLE', 'one JSON object', tellType(parsed));
  }
  const values: Record<string, string> = {};
  let quarantineId: string | null = null;
  for (const [key, value] of Object.entries(parsed)) {
    if (isRejectColumn(key)) {
      if (key === 'quarantine_id' && typeof value === 'string') quarantineId = value;
      continue;
    }
    // Only keys of the list are ever set, so `__proto__` is a key like any other that is not known.
    const column = findColumn(key);
    if (column === null) {
      return createUnreadable(line, text, 'UNKNOWN_COLUMN', 'keys of the list of columns', 'another key');
    }
    if (value === null) continue;
    // Not numbers: one of 18 digits has lost its last ones before anybody could look.
    if (typeof value !== 'string') {
      return createUnreadable(line, text, 'NOT_READABLE', 'a text or null', tellType(value), column);
    }
    if (Object.hasOwn(values, column)) {
      return createUnreadable(line, text, 'NOT_READABLE', 'each column once', 'two keys for one', column);
    }
    if (value.length > longestCell) {
      return createUnreadable(
        line,
        text,
        'TOO_LONG',
        `at most ${longestCell} characters`,
        `${value.length} characters`,
        column,
      );
    }
    values[column] = value;
  }
  return { line, values, raw: JSON.stringify(values), quarantineId };
}

/** The column whose text has the bytes that are none. */
function findUndecodable(parsed: unknown): string | null {
  if (typeof parsed !== 'object' || parsed === null) return null;
  const found = Object.entries(parsed).find(([, value]) => typeof value === 'string' && isUndecodable(value));
  return found ? findColumn(found[0]) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function tellType(value: unknown): string {
  if (value === undefined) return 'no JSON';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

const createTooLong = (text: string, line: number): RawRow =>
  createUnreadable(line, text.slice(0, longestLine), 'TOO_LONG', 'a line of at most 1 MB', 'a longer line');
