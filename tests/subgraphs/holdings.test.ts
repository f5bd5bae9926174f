import { createHmac, hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrateAll, openGround } from '../../gateway/all-in-one.ts';
import type { Config } from '../../gateway/config.ts';
import { cast } from '../../seeds/cast.ts';
import { createLog } from '../../subgraphs/kit/log.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { start } from '../support/processes.ts';
import { testIdentifierKey } from '../support/test-config.ts';

let config: Config;
let runtime: pg.Client;
beforeAll(async () => {
  config = await createTestDatabase();
  const ground = await openGround(config, createLog('tests'), []);
  await migrateAll(ground);
  runtime = new pg.Client({ connectionString: ground.urls.runtimeOf('integrity') });
  await runtime.connect();
});
afterAll(() => runtime.end());

const hashOf = (number: string): Buffer => createHmac('sha256', testIdentifierKey).update(number).digest();
const build = async (day: string): Promise<number> => {
  const [row] = await askDatabase<{ built: number }>(config, 'select integrity.build_holdings($1) as built', [
    day,
  ]);
  return row?.built ?? -1;
};
/** As the run-time role, which is who asks. */
const holds = async (department: string, number: string, day: string): Promise<boolean | null> => {
  const { rows } = await runtime.query<{ held: boolean | null }>('select holds($1, $2, $3) as held', [
    department,
    hashOf(number),
    day,
  ]);
  return rows[0]?.held ?? null;
};
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const today = async (): Promise<string> => {
  const [row] = await askDatabase<{ day: string }>(
    config,
    "select (now() at time zone 'Asia/Shanghai')::date::text as day",
  );
  return row?.day ?? '';
};
const { guoHaitao, xieWenbing, xieWenbin, linMeihua } = cast;

/** So that a department's data is of now, whatever the seeds made of its feed. */
const refresh = (department: string) =>
  askDatabase(config, 'update integrity.feed set data_as_of = now() where department_code = $1', [
    department,
  ]);

describe('without an index', () => {
  it('nothing is known, of whomever', async () => {
    expect(await holds('D33', guoHaitao.idNumber, await today())).toBeNull();
  });
});

describe('the index that the hub reckons', () => {
  it('holds exactly the negative records in force, and of them only hashes', async () => {
    const day = await today();
    for (const code of ['D33', 'D38', 'D08', 'D37', 'D10', 'D22', 'D34']) await refresh(code);
    const feeding = await askDatabase(
      config,
      `select d.code from integrity.department d join integrity.feed f on f.department_code = d.code
       where d.answer_mode <> 'NONE' and f.data_as_of is not null`,
    );
    expect(await build(day)).toBe(feeding.length);
    const ask = (department: string, { idNumber }: { readonly idNumber: string }) =>
      holds(department, idNumber, day);
    expect(await ask('D33', guoHaitao)).toBe(true);
    expect(await ask('D22', xieWenbing)).toBe(true);
    expect(await ask('D22', xieWenbin)).toBe(false);
    expect(await ask('D34', linMeihua)).toBe(true);
    // Disputed, repaired, run out, taken back, sealed.
    for (const department of ['D10', 'D38', 'D08', 'D37'])
      expect(await ask(department, guoHaitao)).toBe(false);
  });

  it('counts and digests its set, and is the same when it is made again', async () => {
    const day = await today();
    const select = 'select * from integrity.holding_index where day = $1 order by department_code';
    const before = await askDatabase<{ department_code: string; holding_count: number; digest: Buffer }>(
      config,
      select,
      [day],
    );
    await build(day);
    expect(await askDatabase(config, select, [day])).toEqual(before);
    for (const { department_code: code, holding_count: count, digest } of before) {
      const entries = await askDatabase<{ subject_hmac: Buffer }>(
        config,
        'select subject_hmac from integrity.holding_entry where department_code = $1 and day = $2 order by 1',
        [code, day],
      );
      const set = Buffer.concat(entries.map(({ subject_hmac: hmac }) => hmac));
      expect({ count, digest: digest.toString('hex') }).toEqual({
        count: entries.length,
        digest: hash('sha256', set),
      });
    }
  });

  it('is not made for who delivers nothing, so that nobody’s silence reads as "none"', async () => {
    const rows = await askDatabase(
      config,
      `select i.department_code from integrity.holding_index i join integrity.department d on d.code = i.department_code
       left join integrity.feed f on f.department_code = d.code
       where i.source = 'COMPUTED' and (d.answer_mode in ('NONE', 'HUMAN_ONLY') or f.data_as_of is null)`,
    );
    expect(rows).toEqual([]);
  });

  it('speaks for two days and then no longer', async () => {
    const day = await today();
    const after = (days: number) => holds('D33', guoHaitao.idNumber, dayAfter(day, days));
    expect([await after(-1), await after(0), await after(2), await after(3)]).toEqual([
      null,
      true,
      true,
      null,
    ]);
  });

  it('says nothing where the department’s data is older than that', async () => {
    const day = await today();
    await askDatabase(
      config,
      "update integrity.feed set data_as_of = now() - interval '4 days' where department_code = 'D34'",
    );
    await build(day);
    expect(await holds('D34', linMeihua.idNumber, day)).toBeNull();
  });

  it('never takes the place of the department’s own list', async () => {
    const day = await today();
    await runtime.query("begin; set local hub.department = 'D33'");
    await runtime.query("select deliver_holdings('D33', 'own', now(), $1, true)", [
      [hashOf(xieWenbin.idNumber)],
    ]);
    await runtime.query('commit');
    await build(day);
    expect(await holds('D33', xieWenbin.idNumber, day)).toBe(true);
    expect(await holds('D33', guoHaitao.idNumber, day)).toBe(false);
  });

  it('forgets whom it held after a month, and keeps the count', async () => {
    const day = await today();
    const old = dayAfter(day, -40);
    await askDatabase(config, "insert into integrity.holding_entry values ('D33', $1, '\\x01')", [old]);
    await askDatabase(
      config,
      "insert into integrity.holding_index values ('D33', $1, $1::date, 1, '\\x', 'COMPUTED')",
      [old],
    );
    await build(day);
    const left = await askDatabase(
      config,
      `select (select count(*)::integer from integrity.holding_entry where day = $1) as entries,
        (select count(*)::integer from integrity.holding_index where day = $1) as indexes`,
      [old],
    );
    expect(left).toEqual([{ entries: 0, indexes: 1 }]);
    // What was forgotten is not known, and not "none".
    expect(await holds('D33', guoHaitao.idNumber, old)).toBeNull();
  });
});

describe('the run-time role', () => {
  it.each(['holding_entry', 'holding_list', 'holding_list_entry', 'record_identity'])(
    'cannot read %s',
    async (table) => {
      await expect(runtime.query(`select from ${table}`)).rejects.toThrow('permission denied');
    },
  );

  it('cannot make an index, nor deliver for another department', async () => {
    await expect(runtime.query('select build_holdings(current_date)')).rejects.toThrow('permission denied');
    for (const scope of ["set local hub.department = 'D08'", 'select 1']) {
      await runtime.query(`begin; ${scope}`);
      await expect(
        runtime.query("select deliver_holdings('D33', 'x', now(), array[]::bytea[], true)"),
      ).rejects.toThrow('own department');
      await runtime.query('rollback');
    }
  });
});

describe('npm run integrity:holdings', () => {
  it('makes the indexes of today', async () => {
    const command = start(['node', 'subgraphs/integrity/holdings-build.ts'], {
      DATABASE_URL: config.databaseUrl ?? '',
      HUB_DATA_DIR: config.dataDir,
      LOG_LEVEL: 'silent',
    });
    expect([await command.ended, command.output()]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Indexes of holdings made for ${await today()}: \\d+\\.\\n$`)),
    ]);
  });

  it('says that it could not be done where there is no database', async () => {
    const command = start(['node', 'subgraphs/integrity/holdings-build.ts'], {
      DATABASE_URL: 'postgresql://127.0.0.1:1/nothing',
      HUB_DATA_DIR: config.dataDir,
      LOG_LEVEL: 'silent',
    });
    expect([await command.ended, command.errors()]).toEqual([
      1,
      expect.stringContaining('Could not be done'),
    ]);
  });
});
