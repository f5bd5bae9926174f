import { stat } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import {
  importFile,
  type FileImport,
  type ImportReceipt,
} from '../../subgraphs/integrity/delivery/import-file.ts';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { adminUrlOf, askDatabase } from '../support/database.ts';
import { createTestRegister, writeTemporary, type TestRegister } from '../support/delivery.ts';
import {
  csv,
  currentOf as currentRecord,
  importOf,
  rowOf as deliveredRow,
} from '../support/delivered-rows.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await createTestRegister();
});
const rowOf = (source: string, changed?: Readonly<Record<string, string>>): string =>
  deliveredRow(register, source, changed);
const currentOf = (source: string) => currentRecord(register, source);

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

  /** Reads nearly all of a file, and fails. */
  const breakOff = async (asked: FileImport): Promise<unknown> => {
    const { size } = await stat(asked.file);
    return importFile({
      ...asked,
      onProgress: (bytes) => {
        if (bytes > size * 0.9) throw new Error('broken off');
      },
    });
  };

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
    const asked = importOf(register, file, 'CSV');
    await expect(breakOff(asked)).rejects.toThrow('broken off');
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

  it('that wait for their turn record nothing as of before it', async () => {
    await register.importText(csv(rowOf('waits', { as_of: '2026-10-01' })));
    await withClient(adminUrlOf(register.config), async (client) => {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext('D33'))`);
      const receipt = register.importText(csv(rowOf('waits', { as_of: '2026-10-02', title: '乙(示例)' })));
      const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await askDatabase(register.config, waiting)).length === 0);
      const { rows } = await client.query<{ turn: Date }>('select clock_timestamp() as turn');
      await client.query('commit');
      expect(await receipt).toMatchObject({ corrected: 1 });
      const written = await askDatabase(
        register.config,
        `select from integrity.credit_record where source_record_id = 'waits' and version = 2 and recorded_at >= $1`,
        [rows[0]?.turn],
      );
      expect(written).toHaveLength(1);
    });
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

    it('are in also when reading on fails while they are written, as soon as that is told', async () => {
      const file = await writeTemporary(
        csv(rowOf('broken-slow', { title: '慢(示例)' }), ...rowsOf('broken'), ...rowsOf('broken-more')),
        'csv',
      );
      await expect(breakOff(importOf(register, file, 'CSV'))).rejects.toThrow('broken off');
      expect((await held('broken')).reduce((sum, row) => sum + row.count, 0)).toBe(1_250);
    });
  });
});
