import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columns } from '../../subgraphs/integrity/domain/columns.ts';
import {
  sheetCells,
  sheetColumns,
  writeRejects,
  type RejectedRow,
} from '../../subgraphs/integrity/delivery/export/write-rejects.ts';
import { writeWorkbook } from '../../subgraphs/integrity/delivery/export/write-workbook.ts';
import { guardCell, unguardCell } from '../../subgraphs/integrity/delivery/formula-guard.ts';
import type { RawRow } from '../../subgraphs/integrity/delivery/read/raw-row.ts';
import { readRows } from '../../subgraphs/integrity/delivery/read/read-rows.ts';

type Options = Parameters<typeof readRows>[1];
const read = async (
  text: string | Uint8Array,
  options: Partial<Options> = {},
  cut = 0,
): Promise<readonly RawRow[]> => {
  const bytes = Buffer.from(text);
  const parts =
    cut > 0
      ? Array.from({ length: Math.ceil(bytes.length / cut) }, (_, i) =>
          bytes.subarray(i * cut, (i + 1) * cut),
        )
      : [bytes];
  const rows: RawRow[] = [];
  for await (const chunk of readRows(Readable.from(parts), { format: 'CSV', encoding: 'AUTO', ...options }))
    rows.push(...chunk);
  return rows;
};
const head = 'source_id,title,decided_on\n';
/** Line and cells, or line and reason. */
const brief = (rows: readonly RawRow[]) =>
  rows.map((row) =>
    'values' in row ? [row.line, ...Object.values(row.values)] : [row.line, row.fault.reason],
  );

describe('a CSV file', () => {
  it.each([
    ['no header', '1,林美华,2026-01-31\n', 'column 1 is none of them'],
    ['an unknown column', 'source_id,title,decided_on,religion\n', 'column 4 is none of them'],
    ['a column twice', 'source_id,title,decided_on,标题\n', 'title is there twice'],
    ['a missing column', 'source_id,title\n', 'decided_on missing'],
    ['nothing', '', 'empty'],
  ])('with %s is refused whole', async (_, text, message) => {
    const refusal: unknown = await read(text).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'FileRefused', message: expect.stringContaining(message) });
    expect(String(refusal)).not.toContain('林美华');
  });

  it('in UTF-16 is refused whole', async () => {
    await expect(read(Buffer.from(`\ufeff${head}`, 'utf16le'))).rejects.toThrow('UTF-16');
  });

  it.each([
    [
      'line breaks in quotes',
      `${head}1,"a\nb",x\n2,c,y\n`,
      [
        [2, '1', 'a\nb', 'x'],
        [4, '2', 'c', 'y'],
      ],
    ],
    [
      'CRLF, BOM and no end of line',
      `\ufeff${head.trim()}\r\n1,"a""b",x\r\n2,c,y`,
      [
        [2, '1', 'a"b', 'x'],
        [3, '2', 'c', 'y'],
      ],
    ],
    [
      'a quote never closed',
      `${head}1,"a,x\n2,b,y\n3,c,z\n`,
      [
        [2, 'NOT_READABLE'],
        [3, '2', 'b', 'y'],
        [4, '3', 'c', 'z'],
      ],
    ],
    [
      'a stray quote',
      `${head}1,5" pipe,x\n2,b,y\n`,
      [
        [2, 'NOT_READABLE'],
        [3, '2', 'b', 'y'],
      ],
    ],
    [
      'two stray quotes that meet',
      `${head}1,"a,x\n2,b",y\n3,c,z\n`,
      [
        [2, '1', 'a,x\n2,b', 'y'],
        [4, '3', 'c', 'z'],
      ],
    ],
    [
      'two stray quotes that join too much',
      `${head}1,"a,x\n2,b,"\n3,c,z\n`,
      [
        [2, 'NOT_READABLE'],
        [3, 'NOT_READABLE'],
        [4, '3', 'c', 'z'],
      ],
    ],
    [
      'few and many cells',
      `${head}1,a\n2,b,x,y\n,,\n\n3,c,z\n`,
      [
        [2, 'TOO_FEW_CELLS'],
        [3, 'TOO_MANY_CELLS'],
        [6, '3', 'c', 'z'],
      ],
    ],
    [
      'an endless cell',
      `${head}1,${'a'.repeat(10_000)},x\n2,b,y\n`,
      [
        [2, 'TOO_LONG'],
        [3, '2', 'b', 'y'],
      ],
    ],
    [
      'an endless line',
      `${head}1,${'a,'.repeat(1_200_000)}x\n2,b,y\n`,
      [
        [2, 'NOT_READABLE'],
        [3, '2', 'b', 'y'],
      ],
    ],
  ])('with %s', async (_, text, expected) => {
    expect(brief(await read(text))).toEqual(expected);
    expect(brief(await read(text, {}, 65_536))).toEqual(expected);
  });

  it('is the same however its bytes come', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '林', '𠮷', ',', '"', '\n', '\r\n', '=', "'", ' '),
      maxLength: 6,
    });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (cells, cut) => {
          const text =
            head + cells.map(([a, b], i) => `${i},${quote(guardCell(a))},${quote(guardCell(b))}\n`).join('');
          const rows = await read(text, { encoding: 'UTF-8' }, cut);
          expect(
            rows.map((row) =>
              'values' in row ? [row.values['title'] ?? '', row.values['decided_on'] ?? ''] : row,
            ),
          ).toEqual(cells);
        },
      ),
    );
  });
});

describe('encodings', () => {
  // 林美华 in GB18030, and a byte that begins nothing.
  const gb = Buffer.from('c1d6c3c0bbaa', 'hex');
  it('finds GB18030 by itself, and takes it when told', async () => {
    const file = Buffer.concat([Buffer.from(`${head}1,`), gb, Buffer.from(',x\n')]);
    for (const encoding of ['AUTO', 'GB18030'] as const) {
      expect(brief(await read(file, { encoding }, 3))).toEqual([[2, '1', '林美华', 'x']]);
    }
  });

  it('loses one row to a byte that is no character, not the file, and says where', async () => {
    const file = Buffer.concat([
      Buffer.from(`${head}1,`),
      gb,
      Buffer.from([0xff]),
      Buffer.from(',x\n2,b,y\n'),
    ]);
    for (const [encoding, expected, found] of [
      ['AUTO', 'text in GB18030', 'a byte that is no character'],
      ['UTF-8', 'text in UTF-8', '7 bytes that are no characters'],
    ] as const) {
      const rows = await read(file, { encoding });
      expect(brief(rows)).toEqual([
        [2, 'NOT_READABLE'],
        [3, '2', 'b', 'y'],
      ]);
      expect(rows[0]).toMatchObject({ fault: { column: 'title', expected, found } });
    }
  });

  it('keeps the very bytes of a row that is none, through quarantine and its export', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('CSV', 'NDJSON'), async (given, format) => {
        const noise = given.filter(
          (byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x22 && byte !== 0x2c,
        );
        const line = Buffer.concat([Buffer.from('7,林\\'), noise, Buffer.from([0xff]), Buffer.from(',x')]);
        const file = Buffer.concat([Buffer.from(head), line, Buffer.from('\n8,b,y\n')]);
        const [row, next] = await read(file, { encoding: 'UTF-8' });
        expect(next).toMatchObject({ values: { source_id: '8' } });
        const rejected = { quarantineId: 'q', line: 2, faults: [], raw: row?.raw ?? '' };
        const exported = [...writeRejects([rejected], format)].join('');
        // A department's own software takes the notation back: \\xB7 for a byte, \\\\ for a backslash.
        const unread: unknown =
          format === 'NDJSON'
            ? Object(JSON.parse(exported)).unread
            : /"?(7,(?:[^"]|"")*?,x)"?(?=,|\r)/.exec(exported)?.[1]?.replaceAll('""', '"');
        expect(Buffer.from(String(unread)).toString()).toBe(String(unread));
        const back = String(unread)
          .split(/(\\x[0-9A-F]{2}|\\\\)/)
          .map((part) => {
            if (part === '\\\\') return Buffer.from('\\');
            return /^\\x[0-9A-F]{2}$/.test(part) ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part);
          });
        expect(Buffer.concat(back).toString('hex')).toBe(line.toString('hex'));
      }),
    );
  });

  it('is not held up by a line of nothing but such bytes', async () => {
    const noise = Buffer.alloc(900_000, 0xff);
    const file = Buffer.concat([Buffer.from(`${head}1,`), noise, Buffer.from(',x\n2,b,y\n')]);
    expect(brief(await read(file, { encoding: 'UTF-8' }, 65_536))).toEqual([
      [2, 'NOT_READABLE'],
      [3, '2', 'b', 'y'],
    ]);
  });

  it('does not take for text what other software has lost already', async () => {
    expect(await read(`${head}1,林\ufffd华,x\n`)).toMatchObject([
      {
        line: 2,
        fault: { column: 'title', reason: 'NOT_READABLE', found: expect.stringContaining('U+FFFD') },
      },
    ]);
  });
});

describe('an NDJSON file', () => {
  it('gives each bad line as a fault of that line', async () => {
    const lines = [
      '{"source_id":"1","标题":"a","decided_on":null}',
      '{"source_id":',
      '[1]',
      'null',
      '{"source_id":{"a":1}}',
      '{"source_id":"1","id_number":350802198503150020}',
      '{"__proto__":{"title":"x"},"source_id":"1"}',
      '{"source_id":"1","religion":"x"}',
      '{"title":"a","标题":"b"}',
      '',
      `{"source_id":"${'a'.repeat(1_100_000)}"}`,
      '{"source_id":"2"}',
    ];
    const expected = [
      [1, '1', 'a'],
      ...[2, 3, 4, 5, 6].map((line) => [line, 'NOT_READABLE']),
      [7, 'UNKNOWN_COLUMN'],
      [8, 'UNKNOWN_COLUMN'],
      [9, 'NOT_READABLE'],
      [11, 'TOO_LONG'],
      [12, '2'],
    ];
    for (const cut of [0, 65_536])
      expect(brief(await read(lines.join('\n'), { format: 'NDJSON' }, cut))).toEqual(expected);
    expect(Object.hasOwn(Object.prototype, 'title')).toBe(false);
  });
});

describe('quarantined rows as a file', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[='+@＝＋﹢\0\u200b \t\r\n,;"-]{0,6}$/),
    fc.stringMatching(/^[_x000D<>&\]]{0,9}$/),
  );
  const values = fc.dictionary(
    fc.constantFrom(...columns),
    cell.filter((text) => text !== '' && !text.includes('\ufffd')),
    { minKeys: 1, noNullPrototype: true },
  );
  const faults = [{ column: 'title', expected: 'text', found: '=nothing' }];

  const written = async (
    rejects: readonly RejectedRow[],
    format: 'CSV' | 'NDJSON' | 'XLSX',
  ): Promise<string | Buffer> => {
    if (format !== 'XLSX') return [...writeRejects(rejects, format)].join('');
    return writeWorkbook(Readable.from([sheetColumns, ...rejects.map(sheetCells)]));
  };

  it.each(['CSV', 'NDJSON', 'XLSX'] as const)('come back as they were: %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: 1, maxLength: 6 }), async (all) => {
        const rejects = all.map((row, i) => ({
          quarantineId: `q${i}`,
          line: i + 2,
          faults,
          raw: JSON.stringify(row),
        }));
        const rows = await read(await written(rejects, format), { format, encoding: 'UTF-8' });
        expect(rows.map((row) => ('values' in row ? { ...row.values, id: row.quarantineId } : row))).toEqual(
          all.map((row, i) => ({ ...row, id: `q${i}` })),
        );
      }),
    );
  });

  it('hold no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(cell, (text) => {
        // Whatever a spreadsheet drops in front: what it then begins with is no formula.
        const seen = guardCell(text).replace(/^[\s\p{Cc}\p{Cf}]+/u, '');
        expect(seen.normalize('NFKC')).not.toMatch(/^[=+\-@]/);
        expect(guardCell(text)).not.toMatch(/^[\t\r\n]/);
        expect(unguardCell(guardCell(text))).toBe(text);
      }),
    );
  });

  it('keep what could not be taken apart', () => {
    const row = { quarantineId: 'q', line: 2, faults, raw: JSON.stringify('=1,"a') };
    expect([...writeRejects([row], 'CSV')].join('')).toContain(`"'=1,""a"`);
    expect([...writeRejects([row], 'NDJSON')].join('')).toContain('"unread":"=1,\\"a"');
  });
});
