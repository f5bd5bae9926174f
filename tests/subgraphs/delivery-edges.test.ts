import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { importFile, type ImportReceipt } from '../../subgraphs/integrity/delivery/import-file.ts';
import { ImportRefusal } from '../../subgraphs/integrity/delivery/import-refusal.ts';
import { printRejects } from '../../subgraphs/integrity/delivery/print-rejects.ts';
import { askDatabase } from '../support/database.ts';
import { createTestRegister, writeTemporary, type TestRegister } from '../support/delivery.ts';
import {
  csv,
  currentOf as currentRecord,
  importOf,
  rowOf as deliveredRow,
} from '../support/delivered-rows.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { numberOf } from '../support/register-person.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await createTestRegister();
});

const rowOf = (source: string, changed?: Readonly<Record<string, string>>): string =>
  deliveredRow(register, source, changed);
const currentOf = (source: string) => currentRecord(register, source);

const importBook = async (rows: string | Buffer): Promise<ImportReceipt> =>
  importFile(
    importOf(
      register,
      await writeTemporary(typeof rows === 'string' ? makeWorkbook(rows) : rows, 'xlsx'),
      'XLSX',
    ),
  );
const sheetRow = (line: string, ...cells: readonly string[]): string =>
  `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const book = (line: string, source: string): string => {
  const person = register.people[3];
  return sheetRow(line, source, person?.name ?? '', person?.number ?? '', '处罚(示例)', '一般', '2026-03-02');
};
const bookHead = sheetRow('1', 'source_id', 'name', 'id_number', 'title', 'level', 'decided_on');

describe('a delivery', () => {
  it("takes a quarantine id that is nobody's for nothing, whatever characters it has", async () => {
    const receipt = await register.importText(
      csv(rowOf('nul-1', { quarantine_id: 'a\0b' }), rowOf('nul-2', { quarantine_id: '\ud800' })),
    );
    expect([receipt.rows, receipt.created + receipt.quarantined]).toEqual([2, 2]);
  });

  it('takes rows of a workbook that numbers two of them alike, or out of order', async () => {
    const receipt = await importBook(
      bookHead + book('5', 'book-1') + book('5', 'book-2') + book('3', 'book-3') + book('x', 'book-4'),
    );
    expect(receipt.rows).toBe(4);
  });

  it('quarantines both of two bad rows of a workbook that have one number', async () => {
    const bad = (line: string): string => sheetRow(line, 'twin', '', '', '', '', '');
    const receipt = await importBook(bookHead + bad('7') + bad('7'));
    expect([receipt.rows, receipt.quarantined]).toEqual([2, 2]);
  });

  it('gives the bad rows of a workbook back as one, which takes their place when it is delivered', async () => {
    const { receipt } = await importBook(bookHead + sheetRow('2', 'given-back', '', '', '=1+1', '', ''));
    const given = new PassThrough();
    await printRejects(register, receipt ?? '', 'XLSX', given);
    expect(await importBook(await buffer(given.end()))).toMatchObject({ rows: 1, quarantined: 1 });
    const held = await askDatabase(
      register.config,
      `select d.id = $1 as "isFirst", q.resolved_at is null as waits, q.line
       from integrity.quarantined_row q join integrity.delivery d on d.number = q.delivery_number
       where q.source_record_id = 'given-back' order by d.number`,
      [receipt],
    );
    expect(held).toEqual([
      { isFirst: true, waits: false, line: 2 },
      { isFirst: false, waits: true, line: 2 },
    ]);
  });

  it('that is refused as a whole is none: no row of it is held, and no receipt waits for the rest', async () => {
    const held = async () =>
      askDatabase(
        register.config,
        `select (select count(*) from integrity.delivery) as deliveries, (select count(*) from integrity.credit_record) as records`,
      );
    const before = await held();
    await expect(register.importText('what,is,this\n1,2,3\n')).rejects.toThrow(ImportRefusal);
    await expect(register.importText('')).rejects.toThrow(ImportRefusal);
    // Several batches of rows, before what makes it no workbook.
    const rows = Array.from({ length: 5_000 }, (_, index) => book(String(index + 2), `refused-${index}`));
    await expect(importBook(`${bookHead}${rows.join('')}<row><c>`)).rejects.toThrow(ImportRefusal);
    expect(await held()).toEqual(before);
  });

  it('never undoes what was confirmed later, whenever the older row comes', async () => {
    await register.importText(csv(rowOf('late-1', { title: '甲(示例)', as_of: '2026-10-01' })));
    await register.importText(csv(rowOf('late-1', { title: '甲(示例)', as_of: '2026-10-20' })));
    const receipt = await register.importText(
      csv(rowOf('late-1', { title: '乙(示例)', as_of: '2026-10-10' })),
    );
    expect([receipt.outdated, await currentOf('late-1')]).toEqual([
      1,
      { title: '甲(示例)', status: 'RECORDED', asOf: '2026-10-20' },
    ]);
  });

  it('brings back what was withdrawn when its department delivers it again later', async () => {
    await register.importText(csv(rowOf('back-1', { as_of: '2026-10-01' })));
    await register.importText(csv(rowOf('back-1', { operation: 'WITHDRAW', as_of: '2026-10-02' })));
    expect(await currentOf('back-1')).toMatchObject({ status: 'REVOKED' });
    await register.importText(csv(rowOf('back-1', { as_of: '2026-10-03' })));
    expect(await currentOf('back-1')).toMatchObject({ status: 'RECORDED' });
  });

  it('finds two numbers for one person: number unknown, all else agrees', async () => {
    const person = register.people.find(({ number, mobile }) => number !== null && mobile !== null);
    await register.importText(
      `source_id,name,id_number,birth_date,phone,title,level,decided_on\ntwo-1,${person?.name},${numberOf(person?.birthDate ?? '', 999)},,${person?.mobile},处罚(示例),一般,2026-03-02\n`,
    );
    const found = await askDatabase<{ method: string }>(
      register.config,
      `select k.method from integrity.link_candidate k join integrity.credit_record r on r.id = k.record_id where r.source_record_id = 'two-1'`,
    );
    expect(found).toEqual([{ method: 'CONFLICT' }]);
  });

  it('takes the same file again when it is of a later moment', async () => {
    const [one, other] = [
      csv(rowOf('again-1', { title: '甲(示例)' })),
      csv(rowOf('again-1', { title: '乙(示例)' })),
    ];
    for (const [text, day] of [
      [one, '2026-10-01'],
      [other, '2026-10-10'],
      [one, '2026-10-20'],
    ] as const)
      await register.importText(text, { dataAsOf: new Date(`${day}T00:00:00+08:00`) });
    expect(await currentOf('again-1')).toEqual({ title: '甲(示例)', status: 'RECORDED', asOf: '2026-10-20' });
  });

  it('leaves no doubt about a record that is taken back, and has it again when the record comes back', async () => {
    const doubts = async () =>
      askDatabase<{ state: string }>(
        register.config,
        `select k.state from integrity.link_candidate k join integrity.credit_record r on r.id = k.record_id
         where r.source_record_id = 'doubt-1' and r.superseded_at is null`,
      );
    const row = (changed: Readonly<Record<string, string>>) =>
      csv(rowOf('doubt-1', { name: '示例别名', ...changed }));
    await register.importText(row({ as_of: '2026-10-01' }));
    expect(await doubts()).toEqual([{ state: 'OPEN' }]);
    await register.importText(row({ as_of: '2026-10-02', operation: 'WITHDRAW' }));
    expect(await doubts()).toEqual([{ state: 'SUPERSEDED' }]);
    await register.importText(row({ as_of: '2026-10-03' }));
    expect(await doubts()).toEqual([{ state: 'OPEN' }]);
  });

  it('answers the dispute over a record that it takes back', async () => {
    await register.importText(csv(rowOf('disputed-1')));
    await askDatabase(
      register.config,
      `select set_config('hub.person', $1, false), integrity.act_on_record('act-disputed-1', r.id, 'DISPUTE', '{RECORDED}',
         'DISPUTED', 'citizen', $1, 'key', '不是我(示例)', '2026-11-10')
       from (select set_config('hub.person', $1, false)) s, integrity.credit_record r
       where r.source_record_id = 'disputed-1' and r.superseded_at is null`,
      [register.people[3]?.personId],
    );
    expect(await currentOf('disputed-1')).toMatchObject({ status: 'DISPUTED' });
    await register.importText(csv(rowOf('disputed-1', { operation: 'WITHDRAW' })));
    const open = await askDatabase(
      register.config,
      `select from integrity.record_act where id = 'act-disputed-1' and answered_at is null`,
    );
    expect([await currentOf('disputed-1'), open]).toMatchObject([{ status: 'REVOKED' }, []]);
  });
});
