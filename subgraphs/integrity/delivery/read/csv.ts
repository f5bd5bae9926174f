import type { DecodedLines } from './decode-lines.ts';
import { type HeaderColumn, nameCells, readHeader } from './header.ts';
import { createUnreadable, FileRefused, longestLine, type RawRow, rowsInChunk } from './raw-row.ts';
import { splitRecord } from './split-csv.ts';

interface Taken {
  readonly cells: readonly string[] | null;
  readonly text: string;
  readonly end: number;
  readonly lines: number;
}

/**
 * Rows of a CSV text. Not csv-parse: after a quote that is never closed it has swallowed the file, and it takes 8 µs a row
 * where this takes 2.5 (14 columns, most lines without quotes).
 * @throws FileRefused if the first line is no header.
 */
export async function* readCsv({ texts, encoding }: DecodedLines): AsyncIterable<readonly RawRow[]> {
  const reading: Reading = { header: null, line: 1, isSkipping: false, rows: [], encoding };
  let rest = '';
  for await (const text of texts) {
    rest = takeRecords(reading, rest + text, false);
    while (reading.rows.length >= rowsInChunk) yield reading.rows.splice(0, rowsInChunk);
  }
  takeRecords(reading, rest, true);
  if (reading.header === null) throw new FileRefused('Expected a first line of columns; the file is empty.');
  if (reading.rows.length > 0) yield reading.rows;
}

interface Reading {
  header: readonly HeaderColumn[] | null;
  line: number;
  /** Whether the text goes on in the middle of an endless line, of which nothing more is wanted. */
  isSkipping: boolean;
  readonly rows: RawRow[];
  readonly encoding: DecodedLines['encoding'];
}

/** Takes all whole records of the text and gives back what is left of it. */
function takeRecords(reading: Reading, text: string, isLast: boolean): string {
  let at = 0;
  if (reading.isSkipping) {
    const newline = text.indexOf('\n');
    if (newline < 0) return '';
    at = newline + 1;
    reading.line += 1;
    reading.isSkipping = false;
  }
  for (;;) {
    const taken = takeRecord(text, at, isLast, reading.header?.length ?? null);
    if (taken === null) return text.slice(at);
    if (taken.text.trim() !== '') take(reading, taken);
    reading.line += taken.lines;
    reading.isSkipping = taken.lines === 0;
    at = taken.end;
  }
}

function take(reading: Reading, { cells, text }: Taken): void {
  if (reading.header === null) {
    reading.header = readHeader(cells ?? [text]);
    return;
  }
  const row = cells
    ? nameCells(reading.header, cells, reading.line, text, reading.encoding())
    : createBadQuote(reading.line, text);
  if (row) reading.rows.push(row);
}

/** The next record, or null if its end has not come yet. A bad one is only its first line: the next is read anew. */
function takeRecord(text: string, at: number, isLast: boolean, width: number | null): Taken | null {
  if (at >= text.length) return null;
  const newline = text.indexOf('\n', at);
  if (newline < 0 && !isLast && text.length - at < longestLine) return null;
  const end = newline < 0 ? text.length : newline + 1;
  const whole = text.slice(at, newline < 0 ? text.length : newline);
  const first = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
  if (first.length >= longestLine)
    return { cells: null, text: first.slice(0, longestLine), end, lines: newline < 0 ? 0 : 1 };
  if (!first.includes('"')) return { cells: first.split(','), text: first, end, lines: 1 };
  const record = splitRecord(text, at, isLast);
  if (record.kind === 'MORE') return null;
  const bad = { cells: null, text: first, end, lines: 1 };
  if (record.kind === 'BAD') return bad;
  if (record.end <= end) return { cells: record.cells, text: first, end, lines: 1 };
  // Over several lines and not as wide as the header: a stray quote has joined rows that are not one.
  if (width !== null && record.cells.length !== width) return bad;
  const joined = text.slice(at, record.end);
  return { cells: record.cells, text: joined, end: record.end, lines: joined.split('\n').length - 1 };
}

const createBadQuote = (line: number, text: string): RawRow =>
  createUnreadable(
    line,
    text,
    'NOT_READABLE',
    'quotes around whole cells, doubled within',
    'a stray quote or an endless line',
  );
