import { sheetCells, sheetColumns, writeRejects, type RejectedRow } from './export/write-rejects.ts';
import { writeWorkbook } from './export/write-workbook.ts';
import { ImportRefusal } from './import-refusal.ts';
import { mostWorkbookRows } from './read/xlsx.ts';
import { readRejectedRows } from './reject-page.ts';
import { createSealer } from './sealed-block.ts';
import { withOwner } from './with-owner.ts';

const pageRows = 1_000;

/** Prints the rows of a receipt that wait in quarantine. Throws ImportRefusal when there is no such receipt. */
export async function printRejects(
  { ownerUrl, identifierKey }: { readonly ownerUrl: string; readonly identifierKey: Buffer },
  delivery: string,
  format: 'CSV' | 'NDJSON' | 'XLSX',
  to: NodeJS.WritableStream,
): Promise<void> {
  await withOwner(ownerUrl, async (database) => {
    const sealer = createSealer(identifierKey);
    async function* pages(): AsyncIterable<readonly RejectedRow[]> {
      for (let afterLine: number | null = 0; afterLine !== null;) {
        const page = await readRejectedRows(database, sealer, { delivery, afterLine, first: pageRows });
        if (!page) throw new ImportRefusal('Expected the id of a receipt, found another.');
        yield page.rows;
        afterLine = page.nextAfterLine;
      }
    }
    if (format === 'XLSX') {
      to.write(await writeWorkbook(sheetOf(pages())));
      return;
    }
    let hasHeader = true;
    for await (const rows of pages()) {
      for (const text of writeRejects(rows, format, { hasHeader })) to.write(text);
      hasHeader = false;
    }
  });
}

/** What a spreadsheet takes in one cell. */
const longestSheetCell = 32_767;

async function* sheetOf(pages: AsyncIterable<readonly RejectedRow[]>): AsyncIterable<readonly string[]> {
  yield sheetColumns;
  let count = 0;
  for await (const rows of pages)
    for (const cells of rows.map(sheetCells)) {
      count += 1;
      if (count > mostWorkbookRows || cells.some((cell) => cell.length > longestSheetCell))
        throw new ImportRefusal(
          `Expected at most ${mostWorkbookRows} rows of cells of ${longestSheetCell} characters for a workbook, found more. CSV has no such bound.`,
        );
      yield cells;
    }
}
