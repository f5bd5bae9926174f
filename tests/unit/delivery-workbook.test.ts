import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { RawRow } from '../../subgraphs/integrity/delivery/read/raw-row.ts';
import { writeWorkbook } from '../../subgraphs/integrity/delivery/export/write-workbook.ts';
import { readRows } from '../../subgraphs/integrity/delivery/read/read-rows.ts';
import { makeWorkbook, makeZip } from '../support/make-workbook.ts';

const read = async (file: Buffer): Promise<readonly RawRow[]> => {
  const rows: RawRow[] = [];
  for await (const chunk of readRows(Readable.from([file]), { format: 'XLSX', encoding: 'AUTO' }))
    rows.push(...chunk);
  return rows;
};
const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`;
const row = (line: number, ...cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`;
const header = row(1, ...['source_id', '标题', 'decided_on', 'id_number', 'phone'].map(text));
const first = async (...cells: readonly string[]): Promise<RawRow | undefined> =>
  (await read(makeWorkbook(header + row(5, ...cells))))[0];

describe('a workbook that is written', () => {
  const rows = (texts: readonly string[]) => Readable.from(texts.map((text) => [text]));

  it('fails with its rows', async () => {
    async function* failing(): AsyncIterable<readonly string[]> {
      yield* rows(['one']);
      throw new Error('no more rows');
    }
    await expect(writeWorkbook(failing())).rejects.toThrow('no more rows');
  });

  it('is the same bytes for the same rows', async () => {
    const written = await writeWorkbook(rows(['一', '二']));
    expect(written.equals(await writeWorkbook(rows(['一', '二'])))).toBe(true);
    expect(written.equals(await writeWorkbook(rows(['一'])))).toBe(false);
  });
});

describe('a workbook', () => {
  it('gives texts, shared texts, numbers and days as texts', async () => {
    const shared =
      '<si><t>共</t></si><si><r><t>未按规定</t></r><r><t>公示</t></r><rPh sb="0" eb="1"><t>wèi àn</t></rPh></si>';
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c r="B5" t="s"><v>1</v></c>',
      '<c r="C5" s="1"><v>46053</v></c>',
      '<c r="E5"><v>1.5400001234E10</v></c>',
    ];
    expect(await read(makeWorkbook(header + row(5, ...cells) + row(9), shared))).toEqual([
      {
        line: 5,
        values: { source_id: '共', title: '未按规定公示', decided_on: '2026-01-31', phone: '15400001234' },
        raw: expect.any(String),
        quarantineId: null,
      },
    ]);
  });

  it('takes no reading of a name for a part of it', async () => {
    const read = '<c t="inlineStr"><is><t>林美华</t><rPh sb="0" eb="1"><t>lín</t></rPh></is></c>';
    expect(await first(read, text('a'), text('x'))).toMatchObject({ values: { source_id: '林美华' } });
  });

  it('takes what a formula failed with for no value', async () => {
    expect(await first(text('1'), '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', text('x'))).toMatchObject({
      line: 5,
      fault: { column: 'title', reason: 'NOT_READABLE', expected: 'a cell with a value' },
    });
  });

  it('takes a break as the break that it is, and not as how a sheet writes it', async () => {
    expect(await first(text('1'), text('未按规定_x000D_\n公示_x005F_x000D_'), text('x'))).toMatchObject({
      values: { title: '未按规定\r\n公示_x000D_' },
    });
  });

  it('takes a day of eight digits as they are', async () => {
    expect(await first(text('1'), text('a'), '<c><v>20260131</v></c>')).toMatchObject({
      values: { decided_on: '20260131' },
    });
  });

  it('refuses a citizen number that was a number: its last digits are lost', async () => {
    expect(await first(text('1'), text('a'), text('x'), '<c><v>350802198503150000</v></c>')).toMatchObject({
      line: 5,
      fault: { column: 'id_number', reason: 'NOT_READABLE' },
    });
  });

  it.each([
    ['too many cells', [...'123456'].map(text), 'TOO_MANY_CELLS'],
    ['an endless cell', [text('a'.repeat(10_000))], 'TOO_LONG'],
  ])('quarantines %s', async (_, cells, reason) => {
    expect(await first(...cells)).toMatchObject({ line: 5, fault: { reason } });
  });

  it('takes 100,000 rows and no more', async () => {
    const rows = (count: number): string => header + row(2, text('1'), text('a'), text('x')).repeat(count);
    expect(await read(makeWorkbook(rows(100_000)))).toHaveLength(100_000);
    await expect(read(makeWorkbook(rows(100_001)))).rejects.toThrow('at most 100000 rows');
  });

  it.each<[string, Buffer, string]>([
    ['what is no zip', Buffer.from('source_id,title\n'), 'no zip archive'],
    ['a zip without a sheet', makeZip({ 'a.txt': 'a' }), 'a workbook with a sheet'],
    ['an empty sheet', makeWorkbook(''), 'the sheet is empty'],
    ['a header that is none', makeWorkbook(row(1, text('林美华'))), 'column 1 is none of them'],
    ['damaged XML', makeZip({ 'xl/worksheets/sheet1.xml': '<worksheet><row>' }), 'well-formed'],
    [
      'entities',
      makeZip({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'document types',
    ],
    [
      'a bomb that says so',
      makeZip({ 'xl/worksheets/sheet1.xml': 'a' }, 600 * 1024 * 1024),
      'at most 512 MB',
    ],
    [
      'a bomb that lies',
      makeZip({ 'xl/worksheets/sheet1.xml': `<a>${' '.repeat(1_000_000)}</a>` }, 100),
      'damaged',
    ],
  ])('refuses %s', async (_, file, message) => {
    await expect(read(file)).rejects.toMatchObject({
      name: 'FileRefused',
      message: expect.stringContaining(message),
    });
  });
});
