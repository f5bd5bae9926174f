import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { askDatabase } from '../support/database.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: readonly string[];
beforeAll(async () => {
  const budgets = {
    personsPerHour: 20,
    gridWorkerPersonsPerHour: 5,
    lookupsPerHour: 3,
    databaseUrl: undefined,
  };
  hub = await startHub(createPolicy(), { budgets });
  const rows = await askDatabase<{ id: string }>(
    hub.config,
    `select id from persons.person where grid_code = $1 and death_date is null
     and birth_date < now() - interval '20 years' order by id limit 12`,
    [cast.linMeihua.gridCode],
  );
  people = rows.map(({ id }) => id);
});
afterAll(() => hub.stop());

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}
const visit: CallOptions = { purpose: 'SERVICE_VISIT' };
const worker = (sub: string): TestCaller => ({
  role: 'GRID_WORKER',
  sub,
  area: cast.linMeihua.gridCode ?? '',
});

async function ask(caller: TestCaller, query: string, variables: object, options = visit): Promise<Answer> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const batch = 'query ($ids: [ID!]!) { persons(ids: $ids) { id name } }';
const isRefused = ({ errors, data }: Answer): boolean =>
  errors?.[0]?.extensions['code'] === 'LIMIT_EXCEEDED' && (data ?? null) === null;

describe('persons seen in an hour', () => {
  it('are counted as people: the same again cost nothing, one too many gives nobody', async () => {
    const caller = worker('one');
    const five = people.slice(0, 5);
    for (let times = 0; times < 3; times += 1)
      expect((await ask(caller, batch, { ids: five })).data).toHaveProperty('persons.0.name');
    expect(isRefused(await ask(caller, batch, { ids: [people[5]] }))).toBe(true);
    expect((await ask(caller, batch, { ids: five })).data).toHaveProperty('persons.4.name');
  });

  it('count whoever is shown by an alias, in a list, or only by his id', async () => {
    const caller = worker('two');
    const query = 'query ($c: ID!) { grid(code: $c) { residents(first: 6) { nodes { id } } } }';
    expect(isRefused(await ask(caller, query, { c: caller.area }))).toBe(true);
    const aliases = people.slice(0, 6).map((id, index) => `p${index}: person(id: "${id}") { ageBand }`);
    expect(isRefused(await ask(caller, `{ ${aliases.join(' ')} }`, {}))).toBe(true);
  });

  it.each([
    ['the cursors of a search', 'searchPersons(input: { area: $c }, first: 6) { edges { cursor } }'],
    ['the end of its page', 'searchPersons(input: { area: $c }, first: 6) { pageInfo { endCursor } }'],
    ['the cursors of a roster', 'grid(code: $c) { residents(first: 6) { edges { cursor } } }'],
    ['the type of those found', 'searchPersons(input: { area: $c }, first: 6) { nodes { __typename } }'],
    ['what is withheld of them', 'searchPersons(input: { area: $c }, first: 6) { nodes { idNumber } }'],
  ])('count whoever is there by %s alone', async (what, selection) => {
    const caller = worker(`by ${what}`);
    expect(isRefused(await ask(caller, `query ($c: ID!) { ${selection} }`, { c: caller.area }))).toBe(true);
  });

  it('are refused before all or nothing is: that somebody is there would be told by it', async () => {
    const caller = worker('three');
    await ask(caller, batch, { ids: people.slice(0, 5) });
    const strict = { ...visit, mode: 'strict' } as const;
    expect(isRefused(await ask(caller, batch, { ids: people.slice(5, 7) }, strict))).toBe(true);
  });

  it('of one actor are not another’s', async () => {
    await ask(worker('four'), batch, { ids: people.slice(0, 6) });
    expect((await ask(worker('five'), batch, { ids: people.slice(0, 5) })).data).toHaveProperty(
      'persons.0.name',
    );
  });
});

describe('a delegation', () => {
  it('lends no second budget', async () => {
    const caller = worker('delegate');
    const head: TestCaller = { role: 'TOWNSHIP_CENTRE', sub: 'head', area: '350802001' };
    const now = Date.now();
    const input = {
      idempotencyKey: 'a-second-budget',
      delegate: 'delegate',
      purposes: ['SERVICE_VISIT'],
      validFrom: new Date(now).toISOString(),
      validTo: new Date(now + 86_400_000).toISOString(),
    };
    const grant =
      'mutation ($input: GrantDelegationInput!) { grantDelegation(input: $input) { delegation { id } } }';
    const { data } = await ask(head, grant, { input });
    const granted = data?.['grantDelegation'] as { readonly delegation: { readonly id: string } };
    const delegation = granted.delegation.id;
    expect((await ask(caller, batch, { ids: people.slice(0, 4) })).errors).toBeUndefined();
    const lent = { ...visit, delegation };
    expect((await ask(caller, batch, { ids: people.slice(0, 5) }, lent)).data).toHaveProperty(
      'persons.4.name',
    );
    expect(isRefused(await ask(caller, batch, { ids: people.slice(5, 6) }, lent))).toBe(true);
  });
});

describe('look-ups by number in an hour', () => {
  const reviewer = (sub: string): TestCaller => ({ role: 'VETO_REVIEWER', sub });
  const aid: CallOptions = { purpose: 'AID_ASSESSMENT', caseReference: 'aid-1' };
  const lookup = 'query ($n: String!) { personByIdNumber(idNumber: $n) { id } }';
  const { linMeihua } = cast;

  it('are counted whether or not there is somebody, and then refuse both alike', async () => {
    const caller = reviewer('six');
    const numbers = [linMeihua.idNumber, '359999199001010017', linMeihua.idNumber];
    for (const n of numbers) expect((await ask(caller, lookup, { n }, aid)).errors).toBeUndefined();
    const refused = await ask(caller, lookup, { n: linMeihua.idNumber }, aid);
    expect(isRefused(refused)).toBe(true);
    expect(isRefused(await ask(caller, lookup, { n: '359999199001010017' }, aid))).toBe(true);
  });

  it('are each counted where one operation makes many', async () => {
    const many = Array.from({ length: 4 }, (_, index) => `n${index}: personByIdNumber(idNumber: $n) { id }`);
    const query = `query ($n: String!) { ${many.join(' ')} }`;
    expect(isRefused(await ask(reviewer('seven'), query, { n: linMeihua.idNumber }, aid))).toBe(true);
  });
});
