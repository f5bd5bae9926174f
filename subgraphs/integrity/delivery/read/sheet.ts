import { parseXml, type XmlHandlers } from './parse-xml.ts';
import { longestCell } from './raw-row.ts';

export interface SheetCell {
  readonly text: string;
  readonly isNumber: boolean;
  /** What a formula came to that has no value, as #N/A. */
  readonly isError: boolean;
}

export interface SheetRow {
  /** The row's own number in the sheet. */
  readonly line: number;
  /** By column; undefined where the sheet leaves a cell out. */
  readonly cells: readonly (SheetCell | undefined)[];
}

/** Cells further right belong to no delivery: a sheet may name column XFD and nothing before it. */
const widest = 100;

/** `_x000D_` is how a sheet holds what XML does not keep as it is, a carriage return first of all (ECMA-376, ST_Xstring). */
export const unescapeText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, unit: string) =>
        String.fromCharCode(Number.parseInt(unit, 16)),
      )
    : text;

/** The rows of a sheet, as they are unpacked. */
export async function* readSheet(
  texts: AsyncIterable<string>,
  shared: readonly string[],
): AsyncIterable<SheetRow> {
  let rows: SheetRow[] = [];
  let cells: (SheetCell | undefined)[] = [];
  let line = 0;
  let column = -1;
  let type = '';
  let text = '';
  let isText = false;
  /** How a text is pronounced stands beside it (拼音指南) and is none of it. */
  let isPhonetic = false;
  const handlers: XmlHandlers = {
    open: (name, attributes) => {
      if (name === 'rPh') isPhonetic = true;
      isText = name === 'v' || (name === 't' && !isPhonetic);
      if (name === 'row') {
        line = nextLine(line, attributes['r']);
        cells = [];
        column = -1;
      }
      if (name !== 'c') return;
      column = attributes['r'] === undefined ? column + 1 : readColumn(attributes['r']);
      type = attributes['t'] ?? 'n';
      text = '';
    },
    text: (part) => {
      if (isText && text.length <= longestCell) text += part.slice(0, longestCell + 1);
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c' && column < widest) {
        const isNumber = type === 'n' && text !== '';
        cells[column] = {
          text: type === 's' ? (shared[Number(text)] ?? '') : unescapeText(text),
          isNumber,
          isError: type === 'e',
        };
      }
      if (name === 'row') rows.push({ line, cells: Array.from(cells) });
    },
  };
  const take = (): readonly SheetRow[] => {
    const taken = rows;
    rows = [];
    return taken;
  };
  for await (const taken of parseXml(texts, handlers, take)) yield* taken;
}

/** A sheet's last row. */
const lastLine = 1_048_576;

/** A row's own number, if it comes after the one before: by it a row is found again, so no two have the same. */
function nextLine(line: number, told: string | undefined): number {
  const own = Number(told);
  return Number.isInteger(own) && own > line && own <= lastLine ? own : line + 1;
}

/** Of `AB12`, 27. */
function readColumn(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, '').slice(0, 3))
    column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}
