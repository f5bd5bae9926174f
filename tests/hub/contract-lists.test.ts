import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.stop());

const ask = (file: string, name: string | undefined, variables: Readonly<Record<string, unknown>>) =>
  hub.client.request<Readonly<Record<string, unknown>>>(operationOf(file, name), variables);

const rowsOf = async (statement: string, values: readonly unknown[] = []): Promise<unknown> => {
  const [row] = await askDatabase<{ answer: unknown }>(hub.config, statement, values);
  return row?.answer;
};

describe('find-person', () => {
  it('gives null for a number that nobody has', async () => {
    expect(await ask('find-person', 'FindPerson', { idNumber: '11010519491231002X' })).toEqual({
      personByIdNumber: null,
    });
  });

  it('tells two people apart whose numbers differ by one digit and the check character', async () => {
    const find = async (idNumber: string) => ask('find-person', 'FindPerson', { idNumber });
    const { xieWenbin, xieWenbing } = cast;
    expect([await find(xieWenbin.idNumber), await find(xieWenbing.idNumber)]).toEqual([
      { personByIdNumber: { id: xieWenbin.id, name: xieWenbin.name } },
      { personByIdNumber: { id: xieWenbing.id, name: xieWenbing.name } },
    ]);
  });

  it('finds a number as people write it', async () => {
    const fullWidth = [...cast.linMeihua.idNumber]
      .map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
      .join('');
    expect(await ask('find-person', 'FindPerson', { idNumber: ` ${fullWidth.toLowerCase()} ` })).toEqual({
      personByIdNumber: { id: cast.linMeihua.id, name: cast.linMeihua.name },
    });
  });

  it.each([
    ['everybody of a township', { area: '350802001' }, "p.grid_code like '350802001%'"],
    ['everybody of the city', { area: '350800' }, "p.grid_code like '3508%'"],
    ['a surname', { name: '欧阳' }, "p.name like '欧阳%'"],
    ['a per cent sign as a name, which is no wild card', { name: '%' }, 'false'],
    [
      'elders',
      { ageFrom: 80 },
      "p.birth_date <= (now() at time zone 'Asia/Shanghai')::date - interval '80 years'",
    ],
    [
      'minors of one county',
      { area: '350881', ageTo: 17 },
      "p.grid_code like '350881%' and p.birth_date > (now() at time zone 'Asia/Shanghai')::date - interval '18 years'",
    ],
    ['those left behind', { populationKind: 'LEFT_BEHIND' }, "p.population_kind = 'LEFT_BEHIND'"],
  ])('searches %s', async (_what, input, condition) => {
    const found = await ask('find-person', 'SearchPersons', { input, first: 100 });
    expect(found['searchPersons']).toMatchObject({ nodes: await rowsOf(searchSql(condition)) });
  });
});

const searchSql = (condition: string): string => `
  select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'sex', p.sex, 'residency',
    case when g.code is not null then json_build_object('grid', json_build_object('code', g.code, 'name', g.name)) end)
    order by p.id), '[]') as answer
  from (select * from persons.person p where p.death_date is null and ${condition} order by p.id limit 100) p
  left join grids.grid g on g.code = p.grid_code`;

describe('grid-roster', () => {
  it('is null for a grid that does not exist', async () => {
    expect(await ask('grid-roster', undefined, { code: '350802001001999', first: 10 })).toEqual({
      grid: null,
    });
  });

  it('lists who lives in the grid, with needs and volunteering, page by page', async () => {
    const code = cast.linMeihua.gridCode ?? '';
    const expected = await rowsOf(rosterSql, [code]);
    const nodes: unknown[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 100; pages += 1) {
      const { grid } = await ask('grid-roster', undefined, { code, first: 3, after });
      expect(grid).toMatchObject({ code, divisionPath: [{ level: 'CITY' }, {}, {}, { level: 'VILLAGE' }] });
      const { residents } = grid as {
        residents: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      };
      nodes.push(...residents.nodes);
      after = residents.pageInfo.endCursor;
      if (!residents.pageInfo.hasNextPage) break;
    }
    expect(nodes.length).toBeGreaterThan(4);
    expect(nodes).toMatchObject(expected as object[]);
    expect(nodes).toHaveLength((expected as object[]).length);
  });

  it('names the grid worker of the cast at his grid', async () => {
    const { grid } = await ask('grid-roster', undefined, { code: cast.linMeihua.gridCode, first: 1 });
    expect(JSON.stringify(grid)).toContain(cast.zhengYong.name);
  });
});

const rosterSql = `
  select json_agg(json_build_object('id', p.id, 'name', p.name,
    'careNeeds', (select coalesce(json_agg(json_build_object('kind', n.kind, 'level', n.level, 'status', n.status)
      order by n.opened_at desc, n.id), '[]') from persons.care_need n where n.person_id = p.id),
    'volunteer', (select json_build_object('number', v.number, 'totalHours', v.total_hours)
      from volunteers.volunteer v where v.person_id = p.id)) order by p.id) as answer
  from persons.person p where p.grid_code = $1 and p.death_date is null`;

describe('batch-integrity', () => {
  it('keeps the order asked, repeats who is asked twice, and puts null for who does not exist', async () => {
    const ids = [cast.guoHaitao.id, 'nobody', cast.linMeihua.id, cast.guoHaitao.id];
    const { persons } = await ask('batch-integrity', undefined, { ids });
    expect(persons).toMatchObject([{ id: ids[0] }, null, { id: ids[2] }, { id: ids[3] }]);
    const [first, , , again] = persons as readonly unknown[];
    expect(again).toEqual(first);
  });

  it('answers for 1,000 people as independent SQL does', async () => {
    const ids = (await rowsOf(
      'select json_agg(id) as answer from (select id from persons.person order by md5(id) limit 1000) p',
    )) as string[];
    expect(ids).toHaveLength(1000);
    const { persons } = await ask('batch-integrity', undefined, { ids });
    expect(persons).toMatchObject((await rowsOf(batchSql, [ids])) as object[]);
  });
});

const batchSql = `
  with record as (
    select s.person_id, r.*, t.kind, row_number() over (partition by s.person_id order by r.decided_on desc, r.id desc) as place
    from integrity.credit_record r join integrity.record_type t on t.code = r.type_code
    join integrity.record_link l on l.record_id = r.id and l.unlinked_at is null and l.method = 'CERTAIN'
    join integrity.subject s on s.id = l.subject_id
    where r.superseded_at is null and r.status in ('RECORDED', 'DISPUTED')
      and coalesce(r.valid_until, 'infinity') >= (now() at time zone 'Asia/Shanghai')::date)
  select json_agg(json_build_object('id', p.id, 'name', p.name,
    'integrity', json_build_object(
      'standing', json_build_object(
        'positiveCount', (select count(*) from record where person_id = p.id and polarity = 'POSITIVE' and status = 'RECORDED'),
        'negativeCount', (select count(*) from record where person_id = p.id and polarity = 'NEGATIVE' and status = 'RECORDED')),
      'records', json_build_object('nodes', (select coalesce(json_agg(json_build_object('id', r.id, 'polarity', r.polarity,
        'kind', r.kind, 'level', r.level, 'status', r.status, 'validUntil', r.valid_until,
        'department', json_build_object('code', r.department_code)) order by r.place), '[]')
        from record r where r.person_id = p.id and r.place <= 10))),
    'volunteer', (select json_build_object('number', v.number, 'totalHours', v.total_hours)
      from volunteers.volunteer v where v.person_id = p.id)) order by asked.place) as answer
  from unnest($1::text[]) with ordinality asked(id, place) join persons.person p on p.id = asked.id`;

describe('departments', () => {
  it('lists the 42 with their catalogue and the state of their feeds', async () => {
    const { departments } = await ask('departments', undefined, {});
    expect(departments).toMatchObject((await rowsOf(departmentsSql)) as object[]);
    expect(departments).toHaveLength(42);
  });

  it('shows every state a feed can have, and counts as many records as there are', async () => {
    const { departments } = (await ask('departments', undefined, {})) as {
      departments: readonly { feed: { state: string; recordCount: number } }[];
    };
    expect(new Set(departments.map(({ feed }) => feed.state))).toEqual(
      new Set(['FRESH', 'STALE', 'SILENT', 'NEVER']),
    );
    const count = await rowsOf(
      `select count(*)::int as answer from integrity.credit_record
       where superseded_at is null and status not in ('SEALED', 'REVOKED')`,
    );
    expect(departments.reduce((sum, { feed }) => sum + feed.recordCount, 0)).toBe(count);
  });
});

const departmentsSql = `
  select json_agg(json_build_object('code', d.code, 'name', d.name,
    'recordTypes', (select coalesce(json_agg(json_build_object('code', t.code, 'name', t.name, 'sharing', t.sharing) order by t.code), '[]')
      from integrity.record_type t where t.department_code = d.code),
    'feed', (select json_build_object('maxAge', f.max_age_hours, 'recordCount',
      (select count(*) from integrity.credit_record r where r.department_code = d.code and r.superseded_at is null
        and r.status not in ('SEALED', 'REVOKED')), 'quarantinedCount', 0) from integrity.feed f where f.department_code = d.code)) order by d.code) as answer
  from integrity.department d`;
