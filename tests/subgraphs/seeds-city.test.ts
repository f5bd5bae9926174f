import { beforeAll, describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { demonstrationCount } from '../../seeds/psych/institutions.ts';
import { meanPointsPerTask } from '../../seeds/volunteers/claims.ts';
import type { Config } from '../../gateway/config.ts';
import { askDatabase, createTestDatabase } from '../support/database.ts';

let config: Config;

/** The one number that a statement gives. */
async function numberOf(statement: string): Promise<number> {
  const [row] = await askDatabase<Record<string, string>>(config, statement);
  return Number(Object.values(row ?? {})[0]);
}

beforeAll(async () => {
  config = await createTestDatabase();
});

describe('the seeded city never', () => {
  it.each([
    [
      'a register of mental disorder, drugs or HIV',
      `select count(*) from persons.service_register where kind not in ('CORRECTION', 'RESETTLEMENT', 'YOUTH')`,
    ],
    [
      'records of what is not shared',
      `select count(*) from integrity.credit_record r join integrity.record_type t on t.code = r.type_code where t.sharing = 'NOT_SHARED'`,
    ],
    [
      'records of a department that delivers nothing',
      `select count(*) from integrity.credit_record r join integrity.feed f using (department_code) where f.data_as_of is null`,
    ],
    [
      'a shown record of what somebody did as a minor',
      `select count(*) from integrity.credit_record r join integrity.record_link l on l.record_id = r.id join integrity.subject s on s.id = l.subject_id join persons.person p on p.id = s.person_id where r.superseded_at is null and r.polarity = 'NEGATIVE' and r.decided_on < p.birth_date + interval '17 years 11 months' and r.status <> 'SEALED'`,
    ],
    [
      'a veto on an ordinary person',
      `select count(*) from integrity.veto v join integrity.subject s on s.id = v.subject_id where s.kind = 'INDIVIDUAL'`,
    ],
    [
      'a record without a person behind it',
      `select count(*) from integrity.subject s where s.person_id is not null and not exists (select from persons.person p where p.id = s.person_id)`,
    ],
    [
      'a person in a grid that is not there',
      `select count(*) from persons.person p where p.grid_code is not null and not exists (select from grids.grid g where g.code = p.grid_code)`,
    ],
    [
      'a household registered in no village',
      `select count(*) from persons.household h where not exists (select from grids.division d where d.code = h.registered_area and d.level = 'VILLAGE')`,
    ],
    [
      'a visit to nobody of the grid',
      `select count(*) from grids.visit v join persons.person p on p.id = v.person_id where p.grid_code is distinct from v.grid_code`,
    ],
    [
      'a worker who is no resident of the name',
      `select count(*) from grids.grid_worker w left join persons.person p on p.id = w.person_id where w.person_id is not null and p.name is distinct from w.name`,
    ],
    [
      'an appointment of nobody',
      `select count(*) from psych.appointment a where not exists (select from persons.person p where p.id = a.person_id)`,
    ],
    [
      'a station of no division',
      `select count(*) from psych.station s where not exists (select from grids.division d where d.code = s.division_code)`,
    ],
    [
      'a counsellor in two places at once',
      `select count(*) from (select from psych.slot group by counsellor_id, starts_at having count(*) > 1)`,
    ],
    ['a slot in the past', `select count(*) from psych.slot where starts_at <= now()`],
    [
      'a volunteer who is nobody',
      `select count(*) from volunteers.volunteer v where not exists (select from persons.person p where p.id = v.person_id and p.grid_code is not null)`,
    ],
    [
      'a star on record that the volunteer register did not give',
      `select count(*) from integrity.credit_record r join integrity.record_link l on l.record_id = r.id join integrity.subject s on s.id = l.subject_id where r.type_code = 'D07-VOL' and not exists (select from volunteers.volunteer v where v.person_id = s.person_id and v.star > 0)`,
    ],
    [
      'stars that the hours do not give',
      `select count(*) from volunteers.volunteer where star <> (total_hours >= 100)::int + (total_hours >= 300)::int + (total_hours >= 600)::int + (total_hours >= 1000)::int + (total_hours >= 1500)::int`,
    ],
    [
      'a balance that is not the sum so far',
      `select count(*) from (select balance, sum(delta) over (partition by volunteer_id order by booked_at, id) as so_far from volunteers.point_entry) e where balance <> so_far or balance < 0`,
    ],
    [
      'points without an approved claim, or otherwise',
      `select count(*) from volunteers.claim c full join (select * from volunteers.point_entry where reason = 'TASK') e using (task_id, volunteer_id) where c.points is distinct from e.delta or (c.state = 'APPROVED') <> (e.id is not null)`,
    ],
    [
      'more claims than a task has room for',
      `select count(*) from volunteers.task t where slot_count < (select count(*) from volunteers.claim c where c.task_id = t.id)`,
    ],
    [
      'two current versions, or a gap between versions',
      `select count(*) from integrity.credit_record r where r.superseded_at is not null and not exists (select from integrity.credit_record n where n.id = r.id and n.version = r.version + 1 and n.recorded_at = r.superseded_at and n.recorded_at > r.recorded_at)`,
    ],
    [
      'a link that is not certain',
      `select count(*) from integrity.record_link where method <> 'CERTAIN' or unlinked_at is not null`,
    ],
    [
      'a feed that miscounts',
      `select count(*) from integrity.feed f where record_count <> (select count(*) from integrity.credit_record r where r.department_code = f.department_code and superseded_at is null)`,
    ],
    [
      'a household without its head first',
      `select count(*) from persons.household h where not exists (select from persons.person p where p.household_id = h.id and p.member_order = 0 and p.relation_to_head = '02' and p.death_date is null)`,
    ],
    [
      'a number of a real area, or one marked as real',
      `select count(*) from persons.person where id_number !~ '^359999' or not is_synthetic or substr(id_number, 7, 8) <> to_char(birth_date, 'YYYYMMDD')`,
    ],
    [
      'a sex that the number contradicts',
      `select count(*) from persons.person where (substr(id_number, 17, 1)::int % 2 = 1) <> (sex = 'MALE')`,
    ],
    ['a mobile number that could ring', `select count(*) from persons.person where mobile !~ '^154\\d{8}$'`],
    [
      'an address that could exist',
      `select count(*) from persons.person where registered_address !~ '示例|样本|样例|演示' or residence_address !~ '示例|样本|样例|演示'`,
    ],
    ['an employer that could exist', `select count(*) from persons.person where workplace !~ '示例'`],
    [
      'a code without wording',
      `select count(*) from persons.person p where not exists (select from persons.code_value where code_table = 'EDUCATION' and code = p.education) or not exists (select from persons.code_value where code_table = 'ETHNICITY' and code = p.ethnicity) or not exists (select from persons.code_value where code_table = 'MARITAL_STATUS' and code = p.marital_status) or not exists (select from persons.code_value where code_table = 'POLITICAL_STATUS' and code = p.political_status) or (p.relation_to_head is not null and not exists (select from persons.code_value where code_table = 'RELATION' and code = p.relation_to_head))`,
    ],
  ])('has %s', async (_what, statement) => {
    expect(await numberOf(statement)).toBe(0);
  });
});

describe('the seeded city has', () => {
  it.each([
    ['one city', `select count(*) from grids.division where level = 'CITY'`, 1],
    ['7 counties', `select count(*) from grids.division where level = 'COUNTY'`, 7],
    ['133 townships', `select count(*) from grids.division where level = 'TOWNSHIP'`, 133],
    ['1,959 villages', `select count(*) from grids.division where level = 'VILLAGE'`, 1959],
    ['24 duties', 'select count(*) from grids.duty_item', 24],
    ['42 departments', 'select count(*) from integrity.department', 42],
    ['25 types of tasks', 'select count(*) from volunteers.task_type', 25],
    ['15 counsellors on the hotline', 'select count(*) from psych.counsellor where is_on_hotline', 15],
    [
      'a room in every village',
      `select count(distinct division_code) from psych.station where kind = 'VILLAGE'`,
      1959,
    ],
    [
      'a station in every township',
      `select count(distinct division_code) from psych.station where kind = 'TOWNSHIP'`,
      133,
    ],
    [
      '372 demonstration sites',
      'select count(*) from psych.station where is_demonstration and accepted_on is not null and cardinality(requirements_met) = 6',
      demonstrationCount,
    ],
    ['somebody in every township', 'select count(distinct left(grid_code, 9)) from persons.person', 133],
    ['the city’s four brands of teams', 'select count(distinct brand) from volunteers.team', 4],
    [
      'peace household heads by the population',
      'select count(*) from volunteers.peace_household_head h join volunteers.volunteer v on v.id = h.volunteer_id where v.number not like $$LY9%$$',
      32,
    ],
    [
      'all four positions of grid workers',
      'select count(distinct position) from grids.grid_assignment where until is null',
      4,
    ],
    [
      'a worker in every grid',
      `select (select count(*) from grids.grid) - (select count(*) from grids.grid_assignment where position = 'WORKER' and until is null)`,
      0,
    ],
    [
      'every status of records, sealed ones too',
      'select count(distinct status) from integrity.credit_record where superseded_at is null',
      6,
    ],
    ['every state of claims', 'select count(distinct state) from volunteers.claim', 5],
  ])('%s', async (_what, statement, expected) => {
    expect(await numberOf(statement)).toBe(expected);
  });

  it('about 4,500 grids, of all kinds', async () => {
    expect(Math.abs((await numberOf('select count(*) from grids.grid')) - 4_500)).toBeLessThan(150);
    expect(await numberOf('select count(distinct kind) from grids.grid')).toBe(3);
  });

  it('the points of the city: 23.5 a task over all tasks', async () => {
    const mean = await numberOf(
      `select sum(delta) filter (where reason = 'TASK')::float / (select count(*) from volunteers.task) from volunteers.point_entry`,
    );
    expect(Math.abs(mean - meanPointsPerTask)).toBeLessThan(0.3);
  });

  it('feeds in every state as of the load', async () => {
    const states = await askDatabase<{ state: string; count: string }>(
      config,
      `select case when data_as_of is null then 'NEVER'
        when data_as_of >= loaded_at - make_interval(hours => max_age_hours) then 'FRESH'
        when data_as_of >= loaded_at - make_interval(hours => 3 * max_age_hours) then 'STALE' else 'SILENT' end as state, count(*)
        from integrity.feed, integrity.hub_seed where max_age_hours is not null group by 1`,
    );
    const counts = Object.fromEntries(states.map(({ state, count }) => [state, Number(count)]));
    expect(counts).toEqual({ FRESH: 31, STALE: 2, SILENT: 1, NEVER: 1 });
  });

  it('only such values as its schema names', async () => {
    const columns = [
      ['persons', 'person', { sex: 'Sex', population_kind: 'PopulationKind' }],
      ['persons', 'population_registration', { kind: 'PopulationKind', left_behind_kind: 'LeftBehindKind' }],
      ['persons', 'care_need', { kind: 'CareNeedKind', level: 'CareNeedLevel', status: 'CareNeedStatus' }],
      ['persons', 'service_register', { kind: 'ServiceRegisterKind' }],
      ['grids', 'division', { level: 'DivisionLevel' }],
      ['grids', 'grid', { kind: 'GridKind' }],
      ['grids', 'grid_assignment', { position: 'WorkerPosition' }],
      ['grids', 'duty_item', { frequency: 'DutyFrequency' }],
      ['grids', 'visit', { kind: 'VisitKind' }],
      ['integrity', 'department', { answer_mode: 'AnswerMode' }],
      ['integrity', 'record_type', { sharing: 'Sharing', polarity: 'RecordPolarity' }],
      [
        'integrity',
        'credit_record',
        { polarity: 'RecordPolarity', level: 'RecordLevel', status: 'RecordStatus' },
      ],
      ['psych', 'provider', { kind: 'ProviderKind' }],
      ['psych', 'station', { kind: 'StationKind', 'unnest(requirements_met)': 'StationRequirement' }],
      [
        'psych',
        'appointment',
        { channel: 'AppointmentChannel', kind: 'AppointmentKind', status: 'AppointmentStatus' },
      ],
      ['volunteers', 'team', { kind: 'TeamKind' }],
      ['volunteers', 'task', { mode: 'TaskMode', state: 'TaskState' }],
      ['volunteers', 'claim', { state: 'ClaimState' }],
      ['volunteers', 'point_entry', { reason: 'PointReason' }],
    ] as const;
    const strangers: string[] = [];
    for (const [schema, table, enums] of columns) {
      for (const [column, enumName] of Object.entries(enums)) {
        const rows = await askDatabase<{ value: string | null }>(
          config,
          `select distinct ${column} as value from ${schema}.${table}`,
        );
        const known = valuesOf(schema, enumName);
        for (const { value } of rows)
          if (value !== null && !known.has(value)) strangers.push(`${table}.${column}=${value}`);
      }
    }
    // A sealed record looks like none, so the schema has no word for it.
    expect(strangers).toEqual(['credit_record.status=SEALED']);
  });
});

function valuesOf(subgraph: string, enumName: string): ReadonlySet<string> {
  const sdl = readFileSync(new URL(`../../schema/subgraphs/${subgraph}.graphql`, import.meta.url), 'utf8');
  const definition = parse(sdl).definitions.find(
    (candidate) => candidate.kind === Kind.ENUM_TYPE_DEFINITION && candidate.name.value === enumName,
  );
  if (definition?.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error(`${enumName} is no enum of ${subgraph}.`);
  return new Set(definition.values?.map(({ name }) => name.value));
}
