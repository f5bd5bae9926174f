import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of the archive, packed. */
interface Part {
  readonly name: string;
  readonly packed: Buffer;
  /** Checksum, packed and plain size, as both headers of the part have them. */
  readonly sizes: Buffer;
}

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
 * a citizen number that it reads as a number. Only the packed sheet is held in memory.
 */
export async function writeWorkbook(rows: AsyncIterable<readonly string[]>): Promise<Buffer> {
  const parts: Part[] = [];
  for (const [name, xml] of frame) parts.push(await pack(name, [xml]));
  parts.push(await pack('xl/worksheets/sheet1.xml', sheetOf(rows)));
  return zip(parts);
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

async function pack(name: string, texts: AsyncIterable<string> | Iterable<string>): Promise<Part> {
  let checksum = 0;
  let plain = 0;
  let packed: Buffer = Buffer.alloc(0);
  async function* measured(): AsyncIterable<Buffer> {
    for await (const text of texts) {
      const bytes = Buffer.from(text);
      checksum = crc32(bytes, checksum);
      plain += bytes.length;
      yield bytes;
    }
  }
  await pipeline(measured, createDeflateRaw(), async (stream) => {
    packed = await buffer(stream);
  });
  return { name, packed, sizes: numbers(4, checksum, packed.length, plain) };
}

const numbers = (width: 2 | 4, ...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * width);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * width, width);
  return bytes;
};

/** Version 2.0, no flags, deflated, at 1 January 1980: the same rows are the same bytes. */
const method = numbers(2, 20, 0, 8, 0, 0x21);

/** An archive of these parts (APPNOTE.TXT 4.3). */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, sizes } of parts) {
    const title = Buffer.from(name);
    const head = Buffer.concat([method, sizes, numbers(2, title.length, 0)]);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
    const place = Buffer.concat([numbers(2, 0, 0, 0), numbers(4, 0, offset)]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, title);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const count = parts.length;
  const end = Buffer.concat([numbers(2, 0, 0, count, count), numbers(4, list.length, offset), numbers(2, 0)]);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end]);
}
