import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { testIdentifierKey } from '../support/test-config.ts';

let config: Config;
beforeAll(async () => {
  config = await createTestDatabase();
});

const ask = async (statement: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  askDatabase(config, statement);

const linked = `integrity.record_identity i
  join integrity.record_link l on l.record_id = i.record_id join integrity.subject s on s.id = l.subject_id`;

describe('the identifiers that the seeds’ records are kept under', () => {
  it('are there for every record, under its department, and for nothing else', async () => {
    const same = `select id as record_id, department_code from integrity.credit_record
      except select record_id, department_code from integrity.record_identity`;
    expect(await ask(same)).toEqual([]);
    expect(await ask('select count(*) from integrity.record_identity')).toEqual(
      await ask('select count(distinct id) from integrity.credit_record'),
    );
  });

  it('are those of the persons that the records speak of, as the population register has them', async () => {
    const counted =
      await ask(`select count(*)::integer as count, count(*) filter (where p.id is null)::integer as others
      from ${linked} left join persons.person p on p.id = s.person_id and p.id_number_hmac = i.subject_hmac
      where s.person_id is not null`);
    expect(counted).toEqual([{ count: expect.any(Number), others: 0 }]);
    expect(counted[0]?.['count']).toBeGreaterThan(100);
  });

  it('are the credit codes of units', async () => {
    const units = await ask(`select s.credit_code, i.subject_hmac from ${linked} where s.person_id is null`);
    expect(units.length).toBeGreaterThan(10);
    const hashed = units.map(({ credit_code: code }) =>
      createHmac('sha256', testIdentifierKey).update(String(code)).digest(),
    );
    expect(units.map(({ subject_hmac: hmac }) => hmac)).toEqual(hashed);
  });
});
