import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { stagedColumns, type StagedRow } from './stage.ts';

/** Rows in the binary form of COPY: PostgreSQL reads a day or a hash of it at half the cost of its text. */
export interface CopyWriter {
  readonly add: (row: StagedRow) => void;
  /** The rows so far as one COPY; the writer begins anew, and the bytes hold until it is added to again. */
  readonly take: () => Buffer;
}

type Write = (value: string | number) => void;

/** "PGCOPY\n", a byte that says whether line ends were tampered with, no flags, no extension. */
const header = Buffer.from('5047434f50590aff0d0a00' + '00000000' + '00000000', 'hex');
/** The first day of PostgreSQL's own calendar. */
const epochMs = Date.UTC(2000, 0, 1);
/** That day, counted from 1 March of the year 0. */
const firstDay = 730_425;
/** What a column needs beside its text, at most: no character of UTF-16 takes more than three bytes. */
const widestCharacter = 3;
const fieldBytes = 16;

/** A writer into memory that is kept from batch to batch, and grows where rows are long. */
export function createCopyWriter(): CopyWriter {
  let bytes = Buffer.alloc(1 << 20);
  let at = header.copy(bytes);
  const makeRoom = (needed: number): void => {
    if (at + needed <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, at + needed));
    bytes.copy(larger, 0, 0, at);
    bytes = larger;
  };
  const sized = (write: () => number): void => {
    const start = at + 4;
    const size = write();
    bytes.writeInt32BE(size, at);
    at = start + size;
  };
  const text: Write = (value) => sized(() => bytes.write(String(value), at + 4, 'utf8'));
  const hex: Write = (value) => sized(() => bytes.write(String(value).slice(2), at + 4, 'hex'));
  const int32 = (value: number): void => sized(() => bytes.writeInt32BE(value, at + 4) - at - 4);
  const integer: Write = (value) => int32(Number(value));
  const day: Write = (value) => int32(dayNumberOf(String(value)));
  let latest = { text: '', micros: 0n };
  const moment: Write = (value) => {
    // Nearly all rows of a delivery hold for the same moment.
    if (latest.text !== value)
      latest = { text: String(value), micros: BigInt(momentOf(String(value)) - epochMs) * 1_000n };
    sized(() => bytes.writeBigInt64BE(latest.micros, at + 4) - at - 4);
  };
  const json: Write = (value) =>
    sized(() => {
      bytes[at + 4] = 1; // the version of the form
      return 1 + bytes.write(String(value), at + 5, 'utf8');
    });
  const writers = stagedColumns.map((column): readonly [typeof column, Write] => {
    if (column === 'line') return [column, integer];
    if (/_(?:hash|hmac)$/.test(column)) return [column, hex];
    if (column === 'source_as_of') return [column, moment];
    if (/(?:_date|_on|_until)$/.test(column)) return [column, day];
    return [column, column === 'faults' ? json : text];
  });
  return {
    add: (row) => {
      makeRoom(2);
      at = bytes.writeInt16BE(writers.length, at);
      for (const [column, write] of writers) {
        const value = row[column];
        makeRoom(fieldBytes + (typeof value === 'string' ? value.length * widestCharacter : 0));
        if (value === null) at = bytes.writeInt32BE(-1, at);
        else write(value);
      }
    },
    take: () => {
      makeRoom(2);
      const taken = bytes.subarray(0, bytes.writeInt16BE(-1, at));
      at = header.length;
      return taken;
    },
  };
}

/**
 * Days of `YYYY-MM-DD` since PostgreSQL's first, by the calendar of 400 years (146,097 days) that begins in March. As Date.UTC
 * reckons them, without a double.
 */
function dayNumberOf(day: string): number {
  const digit = (at: number): number => day.charCodeAt(at) - 48;
  const month = digit(5) * 10 + digit(6);
  const year = digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = ((153 * ((month + 9) % 12) + 2) / 5) | 0;
  const dayOfEra =
    yearOfEra * 365 +
    ((yearOfEra / 4) | 0) -
    ((yearOfEra / 100) | 0) +
    dayOfYear +
    digit(8) * 10 +
    digit(9) -
    1;
  return era * 146_097 + dayOfEra - firstDay;
}

/** Milliseconds of a moment that was judged to be one. */
function momentOf(text: string): number {
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) throw new Error('Expected a moment in a staged row, found another text.');
  return moment;
}

/** Copies rows into the connection's staging table. */
export async function copyStaged(client: Client, rows: Buffer): Promise<void> {
  const columns = stagedColumns.join(', ');
  const stream = client.query(copyFrom(`copy staged_row (${columns}) from stdin (format binary)`));
  await pipeline(Readable.from([rows], { objectMode: false }), stream);
}
