import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { encodeCursor } from '../../schema/cursor.ts';
import { cast } from '../../seeds/cast.ts';
import { citizenNumber } from '../../seeds/numbers.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { askDatabase } from '../support/database.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Page {
  readonly nodes: readonly Readonly<Record<'id' | 'name' | 'idNumber', string | null>>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: {
    readonly access: { readonly withheld: readonly Readonly<Record<string, unknown>>[] };
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenXiaoyu, laiShouren, qiuFuzhen, luoChunyan, chenGuoqiang } = cast;
const area = linMeihua.gridCode ?? '';
const worker: TestCaller = { role: 'GRID_WORKER', area };
const visit: CallOptions = { purpose: 'SERVICE_VISIT' };
const township: TestCaller = { role: 'TOWNSHIP_CENTRE', area: '350802001' };
const aid: CallOptions = { purpose: 'AID_ASSESSMENT', caseReference: 'matter-1' };
const review: CallOptions = { purpose: 'INTEGRITY_REVIEW', caseReference: 'case-1' };
const manager: TestCaller = { role: 'VOLUNTEER_MANAGER', area: '350802' };
const counsellor: TestCaller = { role: 'COUNSELLOR', area: '350802' };
const auditor: TestCaller = { role: 'AUDITOR' };

async function ask(
  caller: TestCaller,
  options: CallOptions,
  query: string,
  variables: object = {},
): Promise<Answer & { readonly status: number }> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Answer), status: response.status };
}

const search = `query ($input: PersonSearchInput!, $first: Int!, $after: String) {
  searchPersons(input: $input, first: $first, after: $after) { nodes { id name idNumber } pageInfo { hasNextPage endCursor } } }`;
const pageOf = (answer: Answer): Page | null => {
  expect(answer.errors).toBeUndefined();
  return answer.data?.['searchPersons'] as Page | null;
};
const find = async (caller: TestCaller, options: CallOptions, input: object, more: object = {}) =>
  pageOf(await ask(caller, options, search, { input, first: 100, ...more }));
const idsOf = (page: Page | null): readonly unknown[] => (page?.nodes ?? []).map(({ id }) => id);

describe('a filter on what the caller does not see in clear', () => {
  const list = (input: string): string =>
    `searchPersons(input: ${input}, first: 5) { nodes { id } pageInfo { hasNextPage endCursor } }`;
  it.each<readonly [string, string, object]>([
    ['a literal', `{ ${list('{ ageFrom: 58, ageTo: 58 }')} }`, {}],
    ['a literal beside an open one', `{ ${list('{ area: "350802", ageTo: 58 }')} }`, {}],
    ['a variable', `query ($i: PersonSearchInput!) { ${list('$i')} }`, { i: { ageFrom: 58 } }],
    ['a variable inside', `query ($age: Int) { ${list('{ ageFrom: $age }')} }`, { age: 58 }],
    ['a default', `query ($i: PersonSearchInput! = { ageFrom: 58 }) { ${list('$i')} }`, {}],
    ['a default inside', `query ($age: Int = 58) { ${list('{ ageTo: $age }')} }`, {}],
    ['zero', `{ ${list('{ ageFrom: 0 }')} }`, {}],
    ['part of a fragment', `{ ...F } fragment F on Query { ${list('{ ageFrom: 58 }')} }`, {}],
  ])('as %s withholds the whole list', async (_how, query, variables) => {
    const { data, errors, extensions } = await ask(worker, visit, query, variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).toEqual([null]);
    expect(extensions?.access.withheld).toMatchObject([{ class: 'BIRTH_DATE' }]);
  });

  it('as null asks nothing and is answered, in whichever order null and a value come', async () => {
    const query = `query ($age: Int) { ${list(`{ area: "${area}", ageFrom: $age }`)} }`;
    for (const order of [
      [null, 58, null],
      [58, null, 58],
    ]) {
      for (const age of order) {
        const { data } = await ask(worker, visit, query, { age });
        if (age === null) expect(data?.['searchPersons']).toMatchObject({ nodes: { length: 5 } });
        else expect(data).toEqual({ searchPersons: null });
      }
    }
    expect((await ask(worker, visit, query)).data?.['searchPersons']).toMatchObject({ nodes: { length: 5 } });
  });

  it('is withheld, and the unfiltered list beside it is not', async () => {
    const query = `{ a: ${list(`{ area: "${area}", ageFrom: 58 }`)} b: ${list(`{ area: "${area}" }`)} }`;
    const { data } = await ask(worker, visit, query);
    expect(data).toMatchObject({ a: null, b: { nodes: { length: 5 } } });
  });

  it.each<readonly [string, TestCaller, CallOptions, object]>([
    ['a name by who sees a surname', manager, { purpose: 'VOLUNTEER_MANAGEMENT' }, { name: '林美' }],
    ['a surname by who sees it', counsellor, { purpose: 'PSYCH_CARE' }, { name: '林' }],
    ['a name by the auditor', auditor, { purpose: 'SUPERVISION_AUDIT' }, { name: '林美华' }],
    [
      'a kind of population by the auditor',
      auditor,
      { purpose: 'SUPERVISION_AUDIT' },
      { populationKind: 'FLOATING' },
    ],
    [
      'a kind of population by a reviewer',
      { role: 'VETO_REVIEWER' },
      review,
      { populationKind: 'LEFT_BEHIND' },
    ],
    ['an age without a case', township, { purpose: 'AID_ASSESSMENT' }, { ageFrom: 58 }],
    ['an age for a visit', township, { ...aid, purpose: 'SERVICE_VISIT' }, { ageFrom: 58 }],
  ])('%s withholds the list', async (_what, caller, options, input) => {
    const answer = await ask(caller, options, search, { input, first: 10 });
    expect([answer.errors, answer.data]).toEqual([undefined, { searchPersons: null }]);
    expect(answer.extensions?.access.withheld).toHaveLength(1);
  });
});

describe('a filter over people of whom the caller sees less', () => {
  it('finds no minor by age, whom the same caller sees in his grid', async () => {
    const grid = `{ grid(code: "${area}") { residents(first: 100) { nodes { id ageBand birthDate } } } }`;
    const { data } = await ask(township, aid, grid);
    expect(JSON.stringify(data)).toContain(chenXiaoyu.id);
    for (const input of [
      { ageFrom: 0, ageTo: 17 },
      { ageTo: 17 },
      { ageFrom: 15, ageTo: 15 },
      { ageTo: 13, area },
    ])
      expect(await find(township, aid, input)).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    expect(idsOf(await find(township, aid, { ageFrom: 0, area }))).not.toContain(chenXiaoyu.id);
    expect(idsOf(await find(township, aid, { ageFrom: 58, ageTo: 58, area }))).toContain(linMeihua.id);
  });

  it('finds no minor by his name or the kind of population, which are masked or withheld', async () => {
    for (const name of ['陈小雨', '陈小', '陈'])
      expect(idsOf(await find(worker, visit, { name }))).not.toContain(chenXiaoyu.id);
    expect(idsOf(await find(worker, visit, { name: '陈' }))).toContain(chenGuoqiang.id);
    expect(idsOf(await find(worker, visit, { area }))).toContain(chenXiaoyu.id);
    const kinds = ['REGISTERED', 'FLOATING', 'LEFT_BEHIND', 'OVERSEAS'];
    const found = await Promise.all(kinds.map((populationKind) => find(worker, visit, { populationKind })));
    expect(found.flatMap(idsOf)).not.toContain(chenXiaoyu.id);
    expect(found.flatMap(idsOf)).toContain(luoChunyan.id);
  });

  it.each(['', ' ', '%', '_', '林%', "林' or '1'='1", '\u{10FFFF}', '林\u{10FFFF}'])(
    'takes the name %j as text, and finds nobody whose name is masked by it',
    async (name) => {
      const answer = await ask(worker, visit, search, { input: { name }, first: 100 });
      expect([200, 400]).toContain(answer.status);
      expect(JSON.stringify(answer)).not.toContain(chenXiaoyu.id);
      expect(JSON.stringify(answer)).not.toContain(laiShouren.id);
      expect(JSON.stringify(answer)).not.toMatch(/select|INTERNAL/);
    },
  );
});

describe('people out of scope', () => {
  it('are in no page, count for no page and end no page, whatever is searched for', async () => {
    const { name } = laiShouren;
    for (const input of [{ name }, { area: laiShouren.gridCode }, { area: '350881', name: name.slice(0, 1) }])
      expect(await find(worker, visit, input)).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      });
    const rows = await askDatabase<{ id: string }>(
      hub.config,
      'select id from persons.person where grid_code = $1 and death_date is null order by id collate "C"',
      [area],
    );
    const met: unknown[] = [];
    for (let after: string | null = null, turn = 0; turn < 40; turn += 1) {
      const page: Page | null = await find(worker, visit, { area: '350800' }, { first: 7, after });
      met.push(...idsOf(page));
      after = page?.pageInfo.endCursor ?? null;
      expect(page?.pageInfo.hasNextPage).toBe(met.length < rows.length);
      if (!page?.pageInfo.hasNextPage) break;
    }
    expect(met).toEqual(rows.map(({ id }) => id));
  });

  it('are not told by a cursor made of their id, or of one that nobody has', async () => {
    for (const id of [laiShouren.id, qiuFuzhen.id, `${laiShouren.id}-x`]) {
      const page = await find(worker, visit, { area: '350800' }, { first: 3, after: encodeCursor([id]) });
      const rows = await askDatabase<{ id: string }>(
        hub.config,
        `select id from persons.person where grid_code = $1 and death_date is null and id collate "C" > $2
          order by id collate "C" limit 3`,
        [area, id],
      );
      expect(idsOf(page)).toEqual(rows.map((row) => row.id));
    }
  });

  it.each([[[1]], [[null]], [['a', 'b']], [["'; select 1"]], [['a', null, 1, 'z']], [['\u{10FFFF}']]])(
    'are not told by a forged cursor %j, and nothing breaks by it',
    async (key) => {
      const after = encodeCursor(key);
      const answer = await ask(worker, visit, search, { input: { area }, first: 3, after });
      const roster = `query ($after: String) { grid(code: "350881001001001") { residents(first: 3, after: $after) { nodes { id } } } }`;
      const elsewhere = await ask(worker, visit, roster, { after });
      for (const { status, errors } of [answer, elsewhere]) {
        expect([200, 400]).toContain(status);
        expect(errors?.map(({ extensions }) => extensions['code']) ?? []).not.toContain(
          'INTERNAL_SERVER_ERROR',
        );
      }
      expect(JSON.stringify(elsewhere)).not.toContain('cast-');
    },
  );

  it('look like nobody by their ids, in every place of a batch', async () => {
    const query =
      '{ persons(ids: ["cast-lai-shouren", "cast-lin-meihua", "nobody", "cast-qiu-fuzhen"]) { id idNumber } }';
    const { data, extensions } = await ask(worker, visit, query);
    expect(data).toEqual({ persons: [null, { id: linMeihua.id, idNumber: null }, null, null] });
    const nobody = '{ persons(ids: ["a", "cast-lin-meihua", "b", "c"]) { id idNumber } }';
    const shown = await ask(worker, visit, nobody);
    expect(shown).toMatchObject({ data, extensions });
  });
});

describe('a look-up by number', () => {
  const query = 'query ($n: String!) { personByIdNumber(idNumber: $n) { id name idNumber } }';
  /** Of the right form, of Lin Meihua’s day, and nobody’s. */
  const numberOfNobody = citizenNumber(linMeihua.birthDate, 998);
  const lookUp = async (caller: TestCaller, options: CallOptions, numbers: readonly string[]) =>
    Promise.all(numbers.map((n) => ask(caller, options, query, { n })));
  const inArea: TestCaller = { role: 'DEPARTMENT_REVIEWER', area: '350802', department: 'D33' };

  it('answers alike for somebody out of scope, a minor and nobody', async () => {
    const [there, minor, nobody] = await lookUp(inArea, review, [
      laiShouren.idNumber,
      chenXiaoyu.idNumber,
      numberOfNobody,
    ]);
    expect(nobody?.data).toEqual({ personByIdNumber: null });
    expect(there).toEqual(nobody);
    expect(minor).toEqual(nobody);
    const found = await ask(inArea, review, query, { n: linMeihua.idNumber });
    expect(found.data).toEqual({
      personByIdNumber: { id: linMeihua.id, name: linMeihua.name, idNumber: linMeihua.idNumber },
    });
  });

  it('is refused to who does not see numbers in clear, alike for everybody', async () => {
    const callers: readonly (readonly [TestCaller, CallOptions])[] = [
      [worker, visit],
      [township, aid],
      [{ role: 'CITY_CENTRE' }, { ...aid, purpose: 'CRISIS_RESPONSE' }],
      [auditor, { purpose: 'SUPERVISION_AUDIT' }],
      [{ role: 'PORTAL', person: linMeihua.id }, { purpose: 'SELF_ACCESS' }],
    ];
    const numbers = [linMeihua.idNumber, laiShouren.idNumber, numberOfNobody];
    for (const [caller, options] of callers) {
      const answers = await lookUp(caller, options, numbers);
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({
        data: { personByIdNumber: null },
        extensions: { access: { withheld: [{ class: 'IDENTIFIER' }] } },
      });
    }
  });

  it('by a citizen finds himself and nobody else', async () => {
    const citizen: TestCaller = { role: 'CITIZEN', person: linMeihua.id };
    const numbers = [chenGuoqiang, chenXiaoyu, laiShouren, linMeihua].map(({ idNumber }) => idNumber);
    const answers = await lookUp(citizen, { purpose: 'SELF_ACCESS' }, numbers);
    expect(answers.map(({ data }) => (data?.['personByIdNumber'] as { id: string } | null)?.id)).toEqual([
      ...[undefined, undefined, undefined],
      linMeihua.id,
    ]);
  });
});

describe('a mask', () => {
  it('shows no more by aliases, by pages or by another order of asking', async () => {
    const many = [1, 2, 3, 4, 5].map((n) => `n${n}: idNumber b${n}: birthDate`).join(' ');
    const one = await ask(township, aid, `{ person(id: "${linMeihua.id}") { ${many} } }`);
    const values = new Set(Object.values((one.data?.['person'] ?? {}) as Record<string, unknown>));
    expect([...values].sort()).toEqual([linMeihua.birthDate, '359999************'].sort());
    const met = new Map<string, Set<string | null>>();
    for (const first of [3, 7, 50]) {
      for (let after: string | null = null, turn = 0; turn < 5; turn += 1) {
        const page: Page | null = await find(township, aid, { area }, { first, after });
        for (const { id, idNumber } of page?.nodes ?? [])
          met.set(id ?? '', (met.get(id ?? '') ?? new Set()).add(idNumber));
        after = page?.pageInfo.endCursor ?? null;
        if (!page?.pageInfo.hasNextPage) break;
      }
    }
    expect(met.size).toBeGreaterThan(10);
    for (const shown of met.values())
      for (const value of shown) expect(value === null || /^\d{6}\*{12}$/.test(value)).toBe(true);
  });

  it('of names does not order a list: people stand by their ids, whoever asks', async () => {
    const query = '{ searchPersons(input: { area: "350802" }, first: 50) { nodes { id name } } }';
    const [masked, clear] = await Promise.all([
      ask(manager, { purpose: 'VOLUNTEER_MANAGEMENT' }, query),
      ask({ role: 'COUNTY_CENTRE', area: '350802' }, visit, query),
    ]);
    const nodesOf = ({ data }: Answer) => (data?.['searchPersons'] as Page).nodes;
    const ids = nodesOf(masked).map(({ id }) => id ?? '');
    expect(ids).toEqual(nodesOf(clear).map(({ id }) => id));
    expect(ids).toEqual(ids.toSorted());
    const names = nodesOf(masked).flatMap(({ name }) => name ?? []);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(name).toMatch(/^\p{Script=Han}{1,2}\*$/u);
  });
});

describe('lists of what is withheld', () => {
  it('of records say by no cursor, count or page that there are others', async () => {
    const query = `{ person(id: "${linMeihua.id}") { integrity { standing { positiveCount negativeCount }
      records(first: 3) { nodes { polarity } edges { cursor } pageInfo { hasNextPage } } } } }`;
    const { data } = await ask(worker, visit, query);
    expect(data).toMatchObject({
      person: {
        integrity: {
          standing: { positiveCount: 3, negativeCount: null },
          records: { pageInfo: { hasNextPage: false } },
        },
      },
    });
  });

  it('of a household count nobody whom the caller may not see', async () => {
    const query = `{ person(id: "${linMeihua.id}") { household { members { relation { label } person { id } } } } }`;
    const next: TestCaller = { role: 'TOWNSHIP_CENTRE', area };
    const { data } = await ask(next, aid, query);
    const { household } = data?.['person'] as { household: { members: { person: { id: string } | null }[] } };
    // The son lives in no grid of the city, and so in nobody's area but the city's.
    expect(household.members.map(({ person }) => person?.id)).not.toContain(cast.chenZhiyuan.id);
    expect(household.members.length).toBeGreaterThan(1);
    expect(household.members.every(({ person }) => person !== null)).toBe(true);
  });
});
