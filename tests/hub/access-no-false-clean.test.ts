import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly unknown[];
  readonly extensions?: { readonly access: { readonly withheld: readonly unknown[] } };
}

async function ask(
  caller: TestCaller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  options: CallOptions = { purpose: 'SERVICE_VISIT' },
): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const withheldBy = ({ extensions }: Answer) => extensions?.access.withheld ?? [];
const { linMeihua, chenXiaoyu, chenXiaoman, chenGuoqiang } = cast;
const worker: TestCaller = { role: 'GRID_WORKER', area: linMeihua.gridCode ?? '' };
const township: TestCaller = { role: 'TOWNSHIP_CENTRE', area: '350802' };

describe('what is left out is said to be', () => {
  const records = `query ($id: ID!) { person(id: $id) { integrity {
    standing { positiveCount negativeCount } records(first: 20) { nodes { id } } } } }`;

  it('of records of a class that the reviewer may not see, at the list and at the count', async () => {
    const reviewer: TestCaller = { role: 'VETO_REVIEWER' };
    const options = { purpose: 'INTEGRITY_REVIEW', caseReference: 'review-1' } as const;
    const answer = await ask(reviewer, records, { id: linMeihua.id }, options);
    const entry = {
      class: 'CREDIT_RESTRICTED',
      reason: expect.any(String),
      rule: expect.stringMatching(/^CRE-/),
    };
    const at = (...path: readonly string[]) =>
      expect.objectContaining({ ...entry, path: ['person', 'integrity', ...path] });
    expect(withheldBy(answer)).toEqual(
      expect.arrayContaining([at('standing', 'negativeCount'), at('records')]),
    );
  });

  it('of a person of whom there is nothing, just the same', async () => {
    const reviewer: TestCaller = { role: 'VETO_REVIEWER' };
    const options = { purpose: 'INTEGRITY_REVIEW', caseReference: 'review-1' } as const;
    const of = async (id: string) => withheldBy(await ask(reviewer, records, { id }, options));
    expect(await of(cast.wuAnran.id)).toEqual(await of(linMeihua.id));
  });

  it('of children, by a filter that is answered of adults only, whoever is there', async () => {
    const search = (input: object) =>
      ask(
        township,
        'query ($i: PersonSearchInput!) { found: searchPersons(input: $i, first: 5) { nodes { id } } }',
        {
          i: input,
        },
      );
    const byName = await search({ name: chenXiaoyu.name });
    expect(byName.data).toEqual({ found: { nodes: [] } });
    expect(withheldBy(byName)).toEqual([
      expect.objectContaining({ path: ['found'], coordinate: 'PersonSearchInput.name', class: 'IDENTITY' }),
    ]);
    expect(withheldBy(await search({ name: '无此人' }))).toEqual(withheldBy(byName));
    expect(withheldBy(await search({ area: '350802' }))).toEqual([]);
  });

  it('and a search as all or nothing is refused where it cannot be all', async () => {
    const strict = { purpose: 'SERVICE_VISIT', mode: 'strict' } as const;
    const query = '{ searchPersons(input: { name: "陈" }, first: 5) { nodes { id } } }';
    expect((await ask(township, query, {}, strict)).errors).toEqual([
      expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) }),
    ]);
  });
});

describe('a filter that is refused', () => {
  it('is refused at its own field, whichever of two fields came with it before', async () => {
    const query = `query ($a: PersonSearchInput!, $b: PersonSearchInput!) {
      a: searchPersons(input: $a, first: 1) { nodes { id } } b: searchPersons(input: $b, first: 1) { nodes { id } } }`;
    const first = await ask(worker, query, { a: { ageFrom: 20 }, b: {} });
    const second = await ask(worker, query, { a: {}, b: { ageFrom: 20 } });
    expect([first.data?.['a'], second.data?.['b']]).toEqual([null, null]);
    expect([first.data?.['b'], second.data?.['a']]).toEqual([
      { nodes: [expect.anything()] },
      { nodes: [expect.anything()] },
    ]);
  });
});

describe('a person named by another department', () => {
  it('is null to whom he is out of scope, also where only his id is asked', async () => {
    const [visit] = await askDatabase<{ id: string; person_id: string; grid_code: string }>(
      hub.config,
      `select v.id, v.person_id, v.grid_code from grids.visit v join persons.person p on p.id = v.person_id
       where v.grid_code = p.grid_code order by v.visited_at desc limit 1`,
    );
    const [stranger] = await askDatabase<{ id: string }>(
      hub.config,
      "select id from persons.person where grid_code like '350881%' order by id limit 1",
    );
    const caller: TestCaller = { role: 'GRID_WORKER', area: visit?.grid_code ?? '' };
    const query = 'query ($c: ID!) { grid(code: $c) { visits(first: 1) { nodes { person { id } } } } }';
    const visited = async () => (await ask(caller, query, { c: visit?.grid_code })).data?.['grid'];
    expect(await visited()).toEqual({ visits: { nodes: [{ person: { id: visit?.person_id } }] } });
    const change = 'update grids.visit set person_id = $1 where id = $2';
    await askDatabase(hub.config, change, [stranger?.id, visit?.id]);
    expect(await visited()).toEqual({ visits: { nodes: [{ person: null }] } });
    await askDatabase(hub.config, change, [visit?.person_id, visit?.id]);
  });
});

describe('a household', () => {
  it('has no guardians who are children', async () => {
    const sibling = (id: string) =>
      ask(
        { role: 'CITIZEN', person: chenXiaoman.id },
        '{ person(id: "' + id + '") { id name } }',
        {},
        {
          purpose: 'SELF_ACCESS',
        },
      );
    expect((await sibling(chenXiaoyu.id)).data).toEqual({ person: null });
    const parent = await ask(
      { role: 'CITIZEN', person: linMeihua.id },
      `{ person(id: "${chenXiaoyu.id}") { name } }`,
      {},
      { purpose: 'SELF_ACCESS' },
    );
    expect(parent.data).toEqual({ person: { name: chenXiaoyu.name } });
  });

  it('tells of a child no more than the child’s own portrait does', async () => {
    const options = { purpose: 'SERVICE_VISIT', caseReference: 'visit-1' } as const;
    const query = `query ($id: ID!) { person(id: $id) { household { members { relation { label } person { id } } } } }`;
    const { data, extensions } = await ask(township, query, { id: linMeihua.id }, options);
    const { members } = (data as { person: { household: { members: Member[] } } }).person.household;
    const relationOf = (id: string) => members.find(({ person }) => person.id === id)?.relation;
    expect(relationOf(chenXiaoyu.id)).toBeNull();
    expect(relationOf(chenGuoqiang.id)).toEqual({ label: expect.any(String) });
    expect(extensions?.access.withheld).toContainEqual(
      expect.objectContaining({ path: ['person', 'household', 'members', '@', 'relation'] }),
    );
  });
});

interface Member {
  readonly relation: unknown;
  readonly person: { readonly id: string };
}

describe('an access plan', () => {
  it('refuses a document that unfolds without end before it looks at it', async () => {
    const fragments = Array.from(
      { length: 40 },
      (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`,
    ).join(' ');
    const operation = `{ person(id: "a") { ...F0 } } ${fragments} fragment F40 on Person { id }`;
    const answer = await ask(
      { role: 'CITIZEN', person: linMeihua.id },
      'query ($o: String!) { accessPlan(operation: $o, purpose: SELF_ACCESS) { subgraphs } }',
      { o: operation },
      { purpose: 'SELF_ACCESS' },
    );
    expect(answer.errors).toHaveLength(1);
  });

  it('counts a filter that comes by a variable, and what a condition may leave in', async () => {
    const plan = async (operation: string, variables?: string) => {
      const query = `query ($o: String!, $v: String) {
        accessPlan(operation: $o, purpose: SERVICE_VISIT, variables: $v) { withheld { coordinate } } }`;
      const { data } = await ask(worker, query, { o: operation, v: variables });
      return (data as { accessPlan: { withheld: { coordinate: string }[] } }).accessPlan.withheld.map(
        ({ coordinate }) => coordinate,
      );
    };
    const lookup =
      'query ($n: String!, $w: Boolean!) { personByIdNumber(idNumber: $n) { id name @include(if: $w) } }';
    expect(await plan(lookup)).toEqual(['Query.personByIdNumber(idNumber:)']);
    const search = 'query ($i: PersonSearchInput!) { searchPersons(input: $i, first: 1) { nodes { id } } }';
    expect(await plan(search, '{"i":{"ageFrom":20}}')).toEqual(['PersonSearchInput.ageFrom']);
    expect(await plan(search, '{"i":{}}')).toEqual([]);
  });
});

describe('an alias that the hub keeps for itself', () => {
  it.each(['_entities', '_service', '__x'])('%s is refused as such', async (alias) => {
    const { errors } = await ask(worker, `{ ${alias}: person(id: "a") { name } }`);
    expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })]);
  });
});
