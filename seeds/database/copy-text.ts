import type { Row, Value } from './rows.ts';

const special = /[\\\t\n\r]/;

/** A row in the text form of COPY. Throws when a column that the table's first row had is missing. */
export function encodeRow(row: Row, columns: readonly string[]): string {
  let line = '';
  for (const column of columns) {
    const value = row.columns[column];
    if (value === undefined) throw new Error(`A row of ${row.table} has no ${column}.`);
    line += line === '' ? encode(value) : `\t${encode(value)}`;
  }
  return `${line}\n`;
}

function encode(value: Value): string {
  if (value === null) return String.raw`\N`;
  if (typeof value === 'string') return special.test(value) ? escape(value) : value;
  if (typeof value === 'object') return String.raw`\\x` + value.toString('hex');
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escape = (text: string): string =>
  text.replaceAll(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
