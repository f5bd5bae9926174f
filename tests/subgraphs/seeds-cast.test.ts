import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { cast, type CastName } from '../../seeds/cast.ts';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';
import { testIdentifierKey } from '../support/test-config.ts';

type Columns = Readonly<Record<string, unknown>>;

let config: Config;
let known: ReadonlyMap<unknown, Columns>;

// What the cast's facts are told of, by SQL of the tests' own, as of the day after the seed day.
const statement = `
  select p.id, p.name, p.id_number, p.id_number_hmac, p.sex, p.birth_date::text, p.grid_code, p.household_id,
    p.population_kind as "populationKind",
    (select count(*)::int from persons.care_need n where n.person_id = p.id) as "careNeedCount",
    count(r.id)::int as "recordCount",
    (count(r.id) filter (where r.status = 'RECORDED' and r.polarity = 'POSITIVE'))::int as "positiveCount",
    (count(r.id) filter (where r.status = 'RECORDED' and r.polarity = 'NEGATIVE'))::int as "negativeCount",
    exists (select from integrity.subject s join integrity.veto v on v.subject_id = s.id where s.person_id = p.id
      and v.revoked_on is null and date '2026-11-02' between v.effective_from and v.effective_to) as "hasActiveVeto",
    (select count(*)::int from psych.appointment a where a.person_id = p.id) as "appointmentCount",
    exists (select from psych.follow_up f where f.person_id = p.id and f.until >= date '2026-11-02') as "hasFollowUp",
    exists (select from volunteers.volunteer v where v.person_id = p.id) as "isVolunteer",
    (select count(*)::int from volunteers.claim c join volunteers.volunteer v on v.id = c.volunteer_id
      where v.person_id = p.id) as "claimCount",
    (select coalesce(sum(e.delta), 0)::int from volunteers.point_entry e join volunteers.volunteer v on v.id = e.volunteer_id
      where v.person_id = p.id) as "pointBalance"
  from persons.person p
  left join integrity.subject s on s.person_id = p.id
  left join integrity.record_link l on l.subject_id = s.id and l.unlinked_at is null
  left join integrity.credit_record r on r.id = l.record_id and r.superseded_at is null
    and r.status in ('RECORDED', 'DISPUTED') and (r.valid_until is null or r.valid_until >= date '2026-11-02')
  where p.id like 'cast-%' group by p.id`;

beforeAll(async () => {
  config = await createTestDatabase();
  known = new Map(
    (await askDatabase<Record<string, unknown>>(config, statement)).map((row) => [row['id'], row]),
  );
});

const names = Object.keys(cast) as readonly CastName[];

describe('the cast', () => {
  it('holds nobody whom it does not name', () => {
    expect([...known.keys()].toSorted()).toEqual(names.map((name) => cast[name].id).toSorted());
  });

  it.each(names)('has %s in the registers as it is told', (name) => {
    const { id, name: called, idNumber, sex, birthDate, gridCode, householdId, facts } = cast[name];
    expect(known.get(id)).toMatchObject({
      ...facts,
      name: called,
      id_number: idNumber,
      id_number_hmac: createHmac('sha256', testIdentifierKey).update(idNumber).digest(),
      sex,
      birth_date: birthDate,
      grid_code: gridCode,
      household_id: householdId,
    });
  });

  it('cannot be changed by a test', () => {
    expect(Object.isFrozen(cast)).toBe(true);
    for (const name of names)
      expect(Object.isFrozen(cast[name]) && Object.isFrozen(cast[name].facts)).toBe(true);
  });

  it('has two whose numbers differ by one digit and the check character, and two namesakes', () => {
    const [one, other] = [cast.xieWenbin.idNumber, cast.xieWenbing.idNumber];
    const differing = Array.from(one).filter((character, place) => character !== other.charAt(place));
    expect(differing).toHaveLength(2);
    expect(one.at(-1)).not.toBe(other.at(-1));
    expect(cast.chenJianguoOfXinluo.name).toBe(cast.chenJianguoOfZhangping.name);
  });

  it('has a veto on Huang Jianjun’s unit and none on him', async () => {
    const rows = await askDatabase<Columns>(
      config,
      `select s.kind, s.name = p.workplace as "isHisUnit" from integrity.veto v join integrity.subject s on s.id = v.subject_id,
        persons.person p where p.id = $1 and (s.person_id = p.id or s.name = p.workplace)`,
      [cast.huangJianjun.id],
    );
    expect(rows).toEqual([{ kind: 'UNIT', isHisUnit: true }]);
  });

  it('has records of Guo Haitao in every state', async () => {
    const rows = await askDatabase<{ status: string; version: number }>(
      config,
      `select status, version from integrity.credit_record where id like $1 and superseded_at is null order by id`,
      [`${cast.guoHaitao.id}-record-%`],
    );
    const statuses = ['RECORDED', 'DISPUTED', 'REPAIRED', 'EXPIRED', 'REVOKED', 'SEALED'];
    expect(rows).toEqual(statuses.map((status) => ({ status, version: 2 })));
  });

  it('has no other deceased, and nobody dead who lives anywhere', async () => {
    const rows = await askDatabase<Columns>(
      config,
      'select id, grid_code from persons.person where death_date is not null and (id like $1 or grid_code is not null)',
      ['cast-%'],
    );
    expect(rows).toEqual([{ id: cast.heDezhong.id, grid_code: null }]);
  });
});
