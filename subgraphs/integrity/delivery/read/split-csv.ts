/** A row of a CSV text, taken apart by RFC 4180. */
export type CsvRecord =
  | { readonly kind: 'ROW'; readonly cells: readonly string[]; readonly end: number }
  /** The text ends inside a quoted cell. */
  | { readonly kind: 'MORE' }
  /** A quote where none may stand, or one that is never closed. */
  | { readonly kind: 'BAD' };

/** A quote that is still open after so many characters was never meant to be one. */
const longestRecord = 65_536;

/** The record that begins at `start`; `end` is where the next one begins. `isLast`: there is no more text. */
export function splitRecord(text: string, start: number, isLast: boolean): CsvRecord {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quoted(text, at, start, isLast) : plain(text, at);
    if (cell.kind !== 'CELL') return cell;
    cells.push(cell.value);
    const next = text[cell.end];
    if (next === ',') {
      at = cell.end + 1;
      continue;
    }
    if (next === '\n') return { kind: 'ROW', cells, end: cell.end + 1 };
    if (next === '\r' && text[cell.end + 1] === '\n') return { kind: 'ROW', cells, end: cell.end + 2 };
    if (next === undefined || (next === '\r' && cell.end + 1 === text.length)) {
      return isLast ? { kind: 'ROW', cells, end: text.length } : { kind: 'MORE' };
    }
    return { kind: 'BAD' };
  }
}

type Cell =
  { readonly kind: 'CELL'; readonly value: string; readonly end: number } | { readonly kind: 'MORE' | 'BAD' };

function quoted(text: string, at: number, start: number, isLast: boolean): Cell {
  let close = at;
  for (;;) {
    close = text.indexOf('"', close + 1);
    if (close < 0) return { kind: isLast || text.length - start > longestRecord ? 'BAD' : 'MORE' };
    if (close - start > longestRecord) return { kind: 'BAD' };
    if (close + 1 === text.length && !isLast) return { kind: 'MORE' };
    if (text[close + 1] !== '"') break;
    close += 1;
  }
  return { kind: 'CELL', value: text.slice(at + 1, close).replaceAll('""', '"'), end: close + 1 };
}

function plain(text: string, at: number): Cell {
  let end = at;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    if (text[end] === '"') return { kind: 'BAD' };
    end += 1;
  }
  // A carriage return belongs to the end of the line.
  if (text[end - 1] === '\r' && end > at && text[end] !== ',') end -= 1;
  return { kind: 'CELL', value: text.slice(at, end), end };
}
