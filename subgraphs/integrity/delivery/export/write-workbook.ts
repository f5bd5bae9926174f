import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** The same rows are the same bytes, at whatever time and in whatever zone. */
const stamp = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

const namespace = 'http://schemas.openxmlformats.org';
const relation = (id: string, kind: string, target: string): string =>
  `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="${id}" Type="${namespace}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What every workbook of one sheet has beside the sheet. */
const frame: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${namespace}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
  ],
  ['_rels/.rels', relation('rId1', 'officeDocument', 'xl/workbook.xml')],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><sheets><sheet name="rejects" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  ['xl/_rels/workbook.xml.rels', relation('rId1', 'worksheet', 'worksheets/sheet1.xml')],
];

/**
 * Rows of cells as a workbook (XLSX) of one sheet. Every cell is a text, numbers too: a spreadsheet takes the last digits of
 * a citizen number that it reads as a number. Only the packed sheet is held in memory. Throws what reading the rows throws.
 */
export async function writeWorkbook(rows: AsyncIterable<readonly string[]>): Promise<Buffer> {
  const zip = new ZipFile();
  const archive = new PassThrough();
  const sheet = Readable.from(sheetOf(rows));
  // The packer leaves what its sources throw to whoever gave them.
  for (const source of [zip, sheet]) source.on('error', (error: Error) => archive.destroy(error));
  zip.outputStream.pipe(archive);
  for (const [name, xml] of frame) zip.addBuffer(Buffer.from(xml), name, stamp);
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', stamp);
  zip.end();
  return buffer(archive);
}

async function* sheetOf(rows: AsyncIterable<readonly string[]>): AsyncIterable<string> {
  yield `<worksheet xmlns="${namespace}/spreadsheetml/2006/main"><sheetData>`;
  for await (const cells of rows) yield `<row>${cells.map(cellOf).join('')}</row>`;
  yield '</sheetData></worksheet>';
}

const cellOf = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;

const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What XML cannot hold, and a carriage return, which it would lose, stands as `_x000D_` (ECMA-376, ST_Xstring). */
const escapeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>]/g, (sign) => markup[sign] ?? sign);
