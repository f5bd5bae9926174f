import { ImportRefusal } from './import-refusal.ts';
import { withOwner } from './with-owner.ts';
import { readRejectPage } from './reject-page.ts';
import { createSealer } from './sealed-block.ts';

const pageRows = 1_000;

/** Prints the rows of a receipt that wait in quarantine. Throws ImportRefusal when there is no such receipt. */
export async function printRejects(
  { ownerUrl, identifierKey }: { readonly ownerUrl: string; readonly identifierKey: Buffer },
  delivery: string,
  format: 'CSV' | 'NDJSON',
  to: NodeJS.WritableStream,
): Promise<void> {
  await withOwner(ownerUrl, async (database) => {
    const sealer = createSealer(identifierKey);
    for (let afterLine: number | null = 0; afterLine !== null;) {
      const page = await readRejectPage(database, sealer, { delivery, format, afterLine, first: pageRows });
      if (!page) throw new ImportRefusal('Expected the id of a receipt, found another.');
      to.write(page.text);
      afterLine = page.nextAfterLine;
    }
  });
}
