import { stat } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import {
  importFile,
  type FileImport,
  type ImportReceipt,
} from '../../subgraphs/integrity/delivery/import-file.ts';
import { ImportRefusal } from '../../subgraphs/integrity/delivery/import-refusal.ts';
import { printRejects } from '../../subgraphs/integrity/delivery/print-rejects.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { adminUrlOf, askDatabase } from '../support/database.ts';
import { createTestRegister, writeTemporary, type TestRegister } from '../support/delivery.ts';
import { hostileToday } from '../support/hostile-recipes.ts';
import { makeWorkbook } from '../support/make-workbook.ts';
import { numberOf } from '../support/register-person.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await createTestRegister();
});

const header = 'source_id,operation,name,id_number,birth_date,title,level,decided_on,as_of,quarantine_id';
const rowOf = (source: string, changed: Readonly<Record<string, string>> = {}): string => {
  const person = register.people[3];
  const cells: Record<string, string> = {
    source_id: source,
    name: person?.name ?? '',
    id_number: person?.number ?? '',
    title: '处罚(示例)',
    level: '一般',
    decided_on: '2026-03-02',
    ...changed,
  };
  return header
    .split(',')
    .map((name) => `"${cells[name] ?? ''}"`)
    .join(',');
};
const csv = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

const importOf = (file: string, format: 'CSV' | 'XLSX'): FileImport => ({
  ownerUrl: register.ownerUrl,
  identifierKey: register.identifierKey,
  department: 'D33',
  type: 'D33-PEN',
  file,
  format,
  encoding: 'AUTO',
  dataAsOf: new Date('2026-10-31T00:00:00+08:00'),
  isDry: false,
  actor: 'tests',
  today: hostileToday,
  onProgress: () => undefined,
});
const importBook = async (rows: string | Buffer): Promise<ImportReceipt> =>
  importFile(
    importOf(await writeTemporary(typeof rows === 'string' ? makeWorkbook(rows) : rows, 'xlsx'), 'XLSX'),
  );
const sheetRow = (line: string, ...cells: readonly string[]): string =>
  `<row r="${line}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
const book = (line: string, source: string): string => {
  const person = register.people[3];
  return sheetRow(line, source, person?.name ?? '', person?.number ?? '', '处罚(示例)', '一般', '2026-03-02');
};
const bookHead = sheetRow('1', 'source_id', 'name', 'id_number', 'title', 'level', 'decided_on');

const currentOf = async (source: string) =>
  (
    await askDatabase<{ title: string; status: string; asOf: string }>(
      register.config,
      `select title, status, to_char(source_as_of at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "asOf"
       from integrity.credit_record where source_record_id = $1 and superseded_at is null`,
      [source],
    )
  )[0];

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

describe('a delivery of records that change while it is taken in', () => {
  /** Delivers a row of a record while it is changed, so that what was judged of it is not so any more when that is over. */
  const beside = async (
    change: (client: Client, source: string) => Promise<unknown>,
    source: string,
    row: Readonly<Record<string, string>>,
  ): Promise<ImportReceipt> =>
    withClient(adminUrlOf(register.config), async (client) => {
      await register.importText(csv(rowOf(source, { decided_on: '2022-03-02', as_of: '2026-10-01' })));
      await client.query('begin');
      await change(client, source);
      const receipt = register.importText(csv(rowOf(source, row), rowOf(`${source}-new`)));
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await askDatabase(register.config, waiting)).length === 0);
      await client.query('commit');
      return receipt;
    });
  const dispute = (client: Client, source: string): Promise<unknown> =>
    client.query(
      `select integrity.act_on_record('act-' || $2, r.id, 'DISPUTE', '{RECORDED}', 'DISPUTED', 'citizen', $1, 'key-' || $2,
         '不是我(示例)', '2026-11-10')
       from (select set_config('hub.person', $1, true) offset 0) s, integrity.credit_record r
       where r.source_record_id = $2 and r.superseded_at is null`,
      [register.people[3]?.personId, source],
    );
  const forget = (client: Client): Promise<unknown> =>
    client.query(`select integrity.retain_records('2027-11-01')`);

  it('corrects what was disputed meanwhile, which it stays', async () => {
    const receipt = await beside(dispute, 'beside-1', { title: '乙(示例)' });
    expect(receipt).toMatchObject({ rows: 2, created: 1, corrected: 1 });
    expect(await currentOf('beside-1')).toMatchObject({ title: '乙(示例)', status: 'DISPUTED' });
  });

  it('takes back what was disputed meanwhile', async () => {
    const receipt = await beside(dispute, 'beside-2', { operation: 'WITHDRAW' });
    expect(receipt).toMatchObject({ rows: 2, created: 1, withdrawn: 1 });
    expect(await currentOf('beside-2')).toMatchObject({ status: 'REVOKED' });
  });

  it('makes a record of what was forgotten meanwhile, and writes nothing of the one that is gone', async () => {
    const receipt = await beside(forget, 'beside-3', { title: '乙(示例)', name: '示例别名' });
    expect(receipt).toMatchObject({ rows: 2, created: 2, corrected: 0 });
    expect(await currentOf('beside-3')).toMatchObject({ title: '乙(示例)' });
    const ofNone = ['record_identity', 'record_link', 'link_candidate'].map(
      (table) =>
        `select from integrity.${table} t where not exists (select from integrity.credit_record r where r.id = t.record_id)`,
    );
    expect(await askDatabase(register.config, ofNone.join(' union all '))).toEqual([]);
  });
});

describe('batches, of which the next is judged while one is written', () => {
  /** More than a first batch. */
  const count = 1_300;
  const sources = (prefix: string): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
  const rowsOf = (prefix: string, changed: Readonly<Record<string, string>> = {}): readonly string[] =>
    sources(prefix).map((source) => rowOf(source, changed));
  const held = async (prefix: string) =>
    askDatabase<{ title: string; status: string; version: number; count: number }>(
      register.config,
      `select title, status, version, count(*)::integer as count from integrity.credit_record
       where source_record_id like $1 and superseded_at is null group by 1, 2, 3`,
      [`${prefix}-%`],
    );

  it('take a record that comes in each of them as if it came in one after the other', async () => {
    const receipt = await register.importText(
      csv(
        ...rowsOf('twice', { title: '甲(示例)' }),
        ...rowsOf('twice', { title: '乙(示例)' }),
        ...rowsOf('twice', { title: '乙(示例)' }),
      ),
    );
    expect(receipt).toMatchObject({ created: count, corrected: count, unchanged: count, quarantined: 0 });
    expect(await held('twice')).toEqual([{ title: '乙(示例)', status: 'RECORDED', version: 2, count }]);
  });

  it('take back what the batch before brought', async () => {
    const receipt = await register.importText(
      csv(...rowsOf('undone'), ...rowsOf('undone', { operation: 'WITHDRAW' })),
    );
    expect(receipt).toMatchObject({ created: count, withdrawn: count, quarantined: 0 });
    expect(await held('undone')).toMatchObject([{ status: 'REVOKED', version: 2, count }]);
  });

  it('of a file that was broken off are told by a dry run as they would end', async () => {
    const file = await writeTemporary(
      csv(...rowsOf('a'), ...rowsOf('b'), ...rowsOf('c'), ...rowsOf('d')),
      'csv',
    );
    const { size } = await stat(file);
    const asked = importOf(file, 'CSV');
    const brokenOff = importFile({
      ...asked,
      onProgress: (bytes) => {
        if (bytes > size * 0.9) throw new Error('broken off');
      },
    });
    await expect(brokenOff).rejects.toThrow('broken off');
    const dry = await importFile({ ...asked, isDry: true });
    expect(dry).toMatchObject({ receipt: null, rows: 4 * count, created: 4 * count });
    expect(dry.resumedAfterLine).toBeGreaterThan(1);
    expect({ ...(await importFile(asked)), receipt: null }).toEqual(dry);
  });

  it('of two files of one department at once make no record twice, and lose none', async () => {
    const receipts = await Promise.all(
      ['甲(示例)', '乙(示例)'].map((title) => register.importText(csv(...rowsOf('both', { title })))),
    );
    const sum = (key: 'rows' | 'created' | 'corrected'): number =>
      receipts.reduce((total, receipt) => total + receipt[key], 0);
    expect([sum('rows'), sum('created'), sum('corrected')]).toEqual([2 * count, count, count]);
    expect((await held('both')).reduce((total, row) => total + row.count, 0)).toBe(count);
  });

  it('of one file that two runs take in at once are each taken in once', async () => {
    const text = csv(...rowsOf('one'), ...rowsOf('more'));
    const runs = await Promise.allSettled([register.importText(text), register.importText(text)]);
    for (const run of runs)
      if (run.status === 'rejected')
        expect(String(run.reason)).toMatch(/ImportRefusal: Expected one run of this file at a time/);
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await register.importText(text)).toMatchObject({
      ...{ rows: 2 * count, created: 2 * count, unchanged: 0, isRepeated: true },
    });
    expect(await held('one')).toMatchObject([{ version: 1, count }]);
  });

  it('end before a record comes too often in one, for each time is a pass over the batch', async () => {
    const versions = Array.from({ length: 120 }, (_, index) =>
      rowOf('often', { title: `处罚(示例)${index}` }),
    );
    const receipt = await register.importText(csv(...versions));
    expect(receipt).toMatchObject({ created: 1, corrected: 119 });
    const blocks = await askDatabase<{ rows: number }>(
      register.config,
      `select b.last_line - b.first_line + 1 as rows from integrity.delivered_block b
       join integrity.delivery d on d.number = b.delivery_number where d.id = $1 order by b.first_line`,
      [receipt.receipt],
    );
    expect(blocks.map(({ rows }) => rows)).toEqual([50, 50, 20]);
  });

  describe('of which one fails', () => {
    beforeAll(async () => {
      await askDatabase(
        register.config,
        `create function integrity.fail_or_wait() returns trigger language plpgsql as $$
         begin
           if new.title = '失败(示例)' then raise 'a record that fails'; end if;
           if new.title = '慢(示例)' then perform pg_sleep(0.5); end if;
           return new;
         end $$`,
      );
      await askDatabase(
        register.config,
        'create trigger fails before insert on integrity.credit_record for each row execute function integrity.fail_or_wait()',
      );
    });

    it('are in before it, and a run that only judges tells what the next one will', async () => {
      const text = csv(...rowsOf('first'), rowOf('fails', { title: '失败(示例)' }), ...rowsOf('last'));
      await expect(register.importText(text)).rejects.toThrow('a record that fails');
      expect((await held('first')).reduce((sum, row) => sum + row.count, 0)).toBe(1_250);
      await askDatabase(register.config, 'alter table integrity.credit_record disable trigger fails');
      const judged = await register.importText(text, { isDry: true });
      expect(judged).toMatchObject({ rows: 2 * count + 1, created: 2 * count + 1, resumedAfterLine: 1_251 });
      expect(await register.importText(text)).toEqual({ ...judged, receipt: expect.any(String) });
      await askDatabase(register.config, 'alter table integrity.credit_record enable trigger fails');
    });

    it('are in also when the file fails after them, as soon as that is told', async () => {
      const rows = [...sources('damaged'), ...sources('damaged-more')].map((source, index) =>
        sheetRow(
          String(index + 2),
          source,
          register.people[3]?.name ?? '',
          register.people[3]?.number ?? '',
          index === 0 ? '慢(示例)' : '处罚(示例)',
          '一般',
          '2026-03-02',
        ),
      );
      await expect(importBook(`${bookHead}${rows.join('')}<row r="9999"></c>`)).rejects.toThrow('damaged');
      expect((await held('damaged')).reduce((sum, row) => sum + row.count, 0)).toBe(1_250);
    });
  });
});
