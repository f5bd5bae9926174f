import { beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../subgraphs/kit/database/roles.ts';
import { adminUrlOf, askDatabase } from '../support/database.ts';
import { createTestRegister, type TestRegister } from '../support/delivery.ts';

let register: TestRegister;
beforeAll(async () => {
  register = await createTestRegister();
});

const retain = async (day: string) =>
  (
    await askDatabase<{ expired: string; forgotten: string; blocks: string }>(
      register.config,
      'select * from integrity.retain_records($1)',
      [day],
    )
  )[0];
const ask = async (statement: string): Promise<readonly object[]> => askDatabase(register.config, statement);

describe('retention of records', () => {
  it('marks what has run out, forgets what is five years old with all that names anybody, and then has nothing to do', async () => {
    const [person] = register.people;
    const head = 'source_id,name,id_number,title,level,decided_on,valid_until';
    const who = `${person?.name ?? ''},${person?.number ?? ''}`;
    await register.importText(
      [
        head,
        `old,${who},旧处罚(示例),一般,2021-12-01,2024-12-01`,
        `new,${who},新处罚(示例),一般,2026-03-01,2027-03-01`,
      ].join('\n'),
    );
    await register.importText([head, `sentence,${who},判决(示例),严重,2016-01-01,2030-01-01`].join('\n'), {
      type: 'D08-JUD',
    });
    await askDatabase(
      register.config,
      `insert into integrity.record_act (id, record_id, version, department_code, act, actor, idempotency_key, reason, at, due_on)
       select 'disputed-old', id, version, department_code, 'DISPUTE', 'citizen', 'key', '不是我(示例)', now(), '2026-11-27'
       from integrity.credit_record where source_record_id = 'old' and superseded_at is null`,
    );
    await retain('2026-11-23');
    expect(
      await ask(`select from integrity.record_act where id = 'disputed-old' and answered_at is not null`),
    ).toHaveLength(1);
    const held = () =>
      ask(`select source_record_id as id, status from integrity.credit_record
        where source_record_id in ('old', 'new', 'sentence') and superseded_at is null order by 1`);
    expect(await held()).toEqual([
      { id: 'new', status: 'RECORDED' },
      { id: 'old', status: 'EXPIRED' },
      { id: 'sentence', status: 'RECORDED' },
    ]);
    const gone = await retain('2026-12-02');
    expect(Number(gone?.forgotten)).toBeGreaterThan(0);
    expect(await held()).toEqual([
      { id: 'new', status: 'RECORDED' },
      { id: 'sentence', status: 'RECORDED' },
    ]);
    expect(
      await ask(`select from integrity.record_identity i where not exists (select from integrity.credit_record r where r.id = i.record_id)
        union all select from integrity.record_link l where not exists (select from integrity.credit_record r where r.id = l.record_id)`),
    ).toEqual([]);
    expect(await retain('2026-12-02')).toEqual({ expired: '0', forgotten: '0', blocks: '0' });
    expect(await retain('2031-12-02')).toMatchObject({ blocks: '1' });
    expect(await held()).toEqual([{ id: 'sentence', status: 'EXPIRED' }]);
    await retain('2035-01-02');
    expect(await held()).toEqual([]);
  });

  it('waits for whoever is delivering, and whoever delivers for it', async () => {
    await withClient(adminUrlOf(register.config), async (delivering) => {
      await delivering.query('begin');
      await delivering.query(`select pg_advisory_xact_lock(hashtext('integrity delivery'), hashtext('D33'))`);
      await withClient(adminUrlOf(register.config), async (retaining) => {
        await retaining.query("set lock_timeout = '200ms'");
        const retained = () => retaining.query("select * from integrity.retain_records('2026-11-23')");
        await expect(retained()).rejects.toThrow('lock timeout');
        await delivering.query('commit');
        await expect(retained()).resolves.toBeDefined();
      });
    });
  });
});
