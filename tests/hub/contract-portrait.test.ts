import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, type CastName } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

interface Portrait {
  readonly person: Readonly<Record<string, unknown>> | null;
}

let hub: TestHub;
const portraitOf = async (id: string): Promise<Portrait> =>
  hub.client.request<Portrait>(operationOf('portrait'), { id });

beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.stop());

const names = Object.keys(cast) as readonly CastName[];

describe('the portrait of the contract', () => {
  it('is null for an id that nobody has', async () => {
    expect(await portraitOf('nobody-has-this-id')).toEqual({ person: null });
  });

  it('gives somebody without any record a whole portrait of nothing', async () => {
    const { person } = await portraitOf(cast.wuAnran.id);
    expect(person).toMatchObject({
      integrity: {
        standing: { positiveCount: 0, negativeCount: 0, hasActiveVeto: false },
        records: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      },
      psych: { followUp: null, appointments: { nodes: [] } },
      volunteer: null,
    });
  });

  it('gives a veto on a unit to the unit and not to who works there', async () => {
    const { person } = await portraitOf(cast.huangJianjun.id);
    expect(person).toMatchObject({ integrity: { standing: { hasActiveVeto: false } } });
  });

  it('shows of records in every state only those in force and those disputed', async () => {
    const { person } = await portraitOf(cast.guoHaitao.id);
    expect(person).toMatchObject({
      integrity: { standing: { negativeCount: 1 }, records: { nodes: [{}, {}] } },
    });
    const statuses = JSON.stringify(person).match(
      /"status":"(RECORDED|DISPUTED|REPAIRED|EXPIRED|REVOKED|SEALED)"/g,
    );
    expect(new Set(statuses)).toEqual(new Set(['"status":"RECORDED"', '"status":"DISPUTED"']));
  });

  it('has no residency for who lives nowhere in the city', async () => {
    expect((await portraitOf(cast.chenZhiyuan.id)).person).toMatchObject({
      residency: null,
      psych: { nearestStation: null },
    });
  });

  it.each(names)('of %s says what the register says', async (name) => {
    const { id } = cast[name];
    const { person } = await portraitOf(id);
    const [row] = await askDatabase(hub.config, personSql, [id]);
    expect(person).toMatchObject(row ?? {});
    expect(Object.keys(row ?? {})).toHaveLength(18);
  });

  it.each(names)('of %s has the household, the residency and the needs of the register', async (name) => {
    const { id } = cast[name];
    const { person } = await portraitOf(id);
    const [row] = await askDatabase<{ answer: unknown }>(hub.config, homeSql, [id]);
    expect({
      household: person?.['household'],
      residency: person?.['residency'],
      careNeeds: person?.['careNeeds'],
    }).toEqual(row?.answer);
  });

  it.each(names)('of %s counts and lists what the departments hold', async (name) => {
    const { facts, id } = cast[name];
    const { person } = await portraitOf(id);
    expect(person).toMatchObject({
      populationKind: facts.populationKind,
      integrity: {
        standing: {
          positiveCount: facts.positiveCount,
          negativeCount: facts.negativeCount,
          hasActiveVeto: facts.hasActiveVeto,
        },
        records: { nodes: Array.from({ length: facts.recordCount }, () => ({})) },
      },
      psych: {
        appointments: { nodes: Array.from({ length: Math.min(facts.appointmentCount, 5) }, () => ({})) },
      },
      volunteer: facts.isVolunteer
        ? {
            pointBalance: facts.pointBalance,
            claims: {
              nodes: Array.from({ length: Math.min(facts.claimCount, 5) }, () => ({})),
              pageInfo: { hasNextPage: facts.claimCount > 5 },
            },
          }
        : null,
    });
    const [row] = await askDatabase<{ answer: unknown }>(hub.config, departmentsSql, [id]);
    expect(person).toMatchObject(row?.answer ?? {});
  });

  it('tells which subgraphs answered', async () => {
    const { extensions } = await hub.client.rawRequest(operationOf('portrait'), { id: cast.linMeihua.id });
    expect(extensions).toEqual({
      access: { withheld: [], masked: [] },
      coverage: ['grids', 'integrity', 'persons', 'psych', 'volunteers'].map((subgraph) => ({
        subgraph,
        answered: true,
      })),
    });
  });
});

const personSql = `
  select p.id, p.name, p.id_number as "idNumber", p.sex, p.birth_date::text as "birthDate",
    json_build_object('code', p.ethnicity, 'label', e.label) as ethnicity,
    json_build_object('code', p.education, 'label', d.label) as education,
    json_build_object('code', p.marital_status, 'label', m.label) as "maritalStatus",
    json_build_object('code', p.political_status, 'label', o.label) as "politicalStatus",
    p.occupation, p.workplace, p.mobile, p.registered_address as "registeredAddress",
    p.residence_address as "residenceAddress", p.population_kind as "populationKind",
    case width_bucket(date_part('year', age((now() at time zone 'Asia/Shanghai')::date, p.birth_date)), array[14, 18, 35, 60, 80])
      when 0 then 'UNDER_14' when 1 then 'FROM_14_TO_17' when 2 then 'FROM_18_TO_34' when 3 then 'FROM_35_TO_59'
      when 4 then 'FROM_60_TO_79' else 'FROM_80' end as "ageBand",
    (select json_build_object('appointments', json_build_object('nodes', coalesce(json_agg(json_build_object('id', a.id)), '[]')))
      from (select id from psych.appointment where person_id = p.id order by starts_at desc, id desc limit 5) a) as psych,
    (select case when count(*) = 0 then null else json_build_object('number', min(v.number), 'star', min(v.star),
      'totalHours', min(v.total_hours)) end from volunteers.volunteer v where v.person_id = p.id) as volunteer
  from persons.person p
  join persons.code_value e on (e.code_table, e.code) = ('ETHNICITY', p.ethnicity)
  join persons.code_value d on (d.code_table, d.code) = ('EDUCATION', p.education)
  join persons.code_value m on (m.code_table, m.code) = ('MARITAL_STATUS', p.marital_status)
  join persons.code_value o on (o.code_table, o.code) = ('POLITICAL_STATUS', p.political_status)
  where p.id = $1`;

const homeSql = `
  select json_build_object(
    'careNeeds', (select coalesce(json_agg(json_build_object('kind', n.kind, 'level', n.level, 'status', n.status)
      order by n.opened_at desc, n.id), '[]') from persons.care_need n where n.person_id = p.id),
    'household', (select json_build_object('id', h.id, 'members', (select json_agg(json_build_object(
        'relation', json_build_object('code', q.relation_to_head, 'label', r.label),
        'person', json_build_object('id', q.id, 'name', q.name)) order by q.member_order, q.id)
        from persons.person q join persons.code_value r on (r.code_table, r.code) = ('RELATION', q.relation_to_head)
        where q.household_id = h.id and q.death_date is null)) from persons.household h where h.id = p.household_id),
    'residency', (select json_build_object('since', p.resides_since, 'grid', json_build_object(
        'code', g.code, 'name', g.name, 'kind', g.kind,
        'divisionPath', json_build_array(
          (select json_build_object('level', level, 'code', code, 'name', name) from grids.division where code = '350800'),
          (select json_build_object('level', level, 'code', code, 'name', name) from grids.division where code = left(g.code, 6)),
          (select json_build_object('level', level, 'code', code, 'name', name) from grids.division where code = left(g.code, 9)),
          (select json_build_object('level', level, 'code', code, 'name', name) from grids.division where code = left(g.code, 12))),
        'workers', (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'position', a.position, 'phone', w.phone)
          order by case a.position when 'LEADER' then 1 when 'EXECUTIVE_LEADER' then 2 when 'DEPUTY_LEADER' then 3 else 4 end, w.id), '[]')
          from grids.grid_assignment a join grids.grid_worker w on w.id = a.worker_id
          where a.grid_code = g.code and a.until is null)))
      from grids.grid g where g.code = p.grid_code)) as answer
  from persons.person p where p.id = $1`;

const departmentsSql = `
  with shown as (
    select r.* from integrity.credit_record r
    join integrity.record_link l on l.record_id = r.id and l.unlinked_at is null and l.method = 'CERTAIN'
    join integrity.subject s on s.id = l.subject_id
    where s.person_id = $1 and r.superseded_at is null and r.status in ('RECORDED', 'DISPUTED')
      and coalesce(r.valid_until, 'infinity') >= (now() at time zone 'Asia/Shanghai')::date)
  select json_build_object('integrity', json_build_object('records', json_build_object('nodes',
    (select coalesce(json_agg(json_build_object('id', r.id, 'polarity', r.polarity, 'kind', t.kind, 'level', r.level,
      'title', r.title, 'status', r.status, 'decidedOn', r.decided_on, 'validUntil', r.valid_until,
      'department', json_build_object('code', d.code, 'name', d.name)) order by r.decided_on desc, r.id desc), '[]')
      from shown r join integrity.record_type t on t.code = r.type_code
      join integrity.department d on d.code = r.department_code)))) as answer`;
