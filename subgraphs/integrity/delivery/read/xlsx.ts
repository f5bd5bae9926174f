import { type HeaderColumn, nameCells, readHeader } from './header.ts';
import { openWorkbook, type Workbook } from './open-workbook.ts';
import { parseWholeXml } from './parse-xml.ts';
import { createUnreadable, FileRefused, longestCell, type RawRow, rowsInChunk } from './raw-row.ts';
import { readSheet, unescapeText, type SheetRow } from './sheet.ts';
import { readNumberCell } from './number-cell.ts';

/** The most rows of a workbook. */
export const mostWorkbookRows = 100_000;
/** Texts that cells share are held in memory; above this the file has to come as CSV. */
const mostShared = 48_000_000;

/**
 * Rows of the first sheet of a workbook.
 * @throws FileRefused as `openWorkbook`, for a first row that is no header, and, when they are reached, for more than
 * 100,000 rows.
 */
export async function* readXlsx(input: AsyncIterable<unknown>): AsyncIterable<readonly RawRow[]> {
  const book = await openWorkbook(input);
  const shared = await readShared(book);
  let header: readonly HeaderColumn[] | null = null;
  let count = 0;
  let rows: RawRow[] = [];
  for await (const row of readSheet(book.sheet, shared)) {
    if (row.cells.every((cell) => cell === undefined || cell.text === '')) continue;
    if (header === null) {
      header = readHeader(row.cells.map((cell) => cell?.text ?? ''));
      continue;
    }
    count += 1;
    if (count > mostWorkbookRows) {
      throw new FileRefused(
        `Expected at most ${mostWorkbookRows} rows in a workbook; got more. CSV has no such bound.`,
      );
    }
    const raw = readSheetRow(header, row, book.isFrom1904);
    if (raw) rows.push(raw);
    if (rows.length >= rowsInChunk) {
      yield rows;
      rows = [];
    }
  }
  if (header === null) throw new FileRefused('Expected a first line of columns; the sheet is empty.');
  if (rows.length > 0) yield rows;
}

function readSheetRow(header: readonly HeaderColumn[], row: SheetRow, isFrom1904: boolean): RawRow | null {
  const cells: string[] = header.map(() => '');
  const text = (): string => JSON.stringify(row.cells.map((cell) => cell?.text ?? ''));
  for (const [index, cell] of row.cells.entries()) {
    if (cell === undefined || cell.text === '') continue;
    const column = header[index];
    if (column === undefined) {
      return createUnreadable(row.line, text(), 'TOO_MANY_CELLS', `${header.length} cells`, 'more cells');
    }
    if (cell.isError) {
      const found = 'what a formula without a value came to';
      return createUnreadable(row.line, text(), 'NOT_READABLE', 'a cell with a value', found, column);
    }
    const value = cell.isNumber ? readNumberCell(column, cell.text, isFrom1904) : cell.text;
    if (value === null) {
      const expected = 'a cell of text';
      return createUnreadable(
        row.line,
        text(),
        'NOT_READABLE',
        expected,
        'a number that lost its last digits',
        column,
      );
    }
    cells[index] = value;
  }
  return nameCells(header, cells, row.line, cells.join('\t'));
}

async function readShared(book: Workbook): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!book.sharedStrings) return strings;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  let size = 0;
  await parseWholeXml(book.sharedStrings, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text: (part) => {
      // One character more than a cell may have, so that it is still found too long.
      if (isText && text.length <= longestCell) text += part.slice(0, longestCell + 1);
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      size += text.length;
      if (size > mostShared) throw new FileRefused('Expected less text in a workbook; deliver it as CSV.');
      strings.push(unescapeText(text));
    },
  });
  return strings;
}
