import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { as, headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { operationOf } from '../support/operations.ts';

interface Entry {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly class: string;
  readonly reason: string;
  readonly rule: string;
}
interface Answer {
  readonly data?: { readonly person?: Readonly<Record<string, unknown>> | null } & Readonly<
    Record<string, unknown>
  >;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly access: { readonly withheld: readonly Entry[]; readonly masked: readonly unknown[] };
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenGuoqiang, chenXiaoyu, chenXiaoman, qiuFuzhen } = cast;
const area = linMeihua.gridCode ?? '';
const portrait = operationOf('portrait');

async function post(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>>,
) {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const ask = async (
  caller: TestCaller,
  options: CallOptions,
  query = portrait,
  variables: Readonly<Record<string, unknown>> = { id: linMeihua.id },
) => post(query, variables, await headersOf(hub.config, caller, options));

const withheldIn = ({ extensions }: Answer, path: string): Entry | undefined =>
  extensions?.access.withheld.find((entry) => entry.path.join('.') === path);

const gridWorker: TestCaller = { role: 'GRID_WORKER', area };
const visit: CallOptions = { purpose: 'SERVICE_VISIT' };

describe('who does not say who he is or what for', () => {
  it.each([
    ['no token', {}],
    ['an empty one', { authorization: 'Bearer ' }],
    ['a word', { authorization: 'Bearer token' }],
    ['another scheme', { authorization: 'Basic dGVzdHM6dGVzdHM=' }],
  ])('%s is UNAUTHENTICATED, with 401 and one wording', async (_what, headers) => {
    const { status, answer } = await post(portrait, {}, { 'content-type': 'application/json', ...headers });
    expect(status).toBe(401);
    expect(answer).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    });
    const again = await post('{', {}, { 'content-type': 'application/json' });
    expect(again.answer).toEqual(answer);
  });

  it('no purpose is PURPOSE_REQUIRED, one that the token does not have FORBIDDEN', async () => {
    const headers = await headersOf(hub.config, { ...gridWorker, purposes: ['SERVICE_VISIT'] }, visit);
    const { 'x-purpose': _, ...without } = headers;
    const none = await post(portrait, { id: linMeihua.id }, without);
    expect([none.status, none.answer.errors?.[0]?.extensions['code']]).toEqual([400, 'PURPOSE_REQUIRED']);
    const other = await post(portrait, { id: linMeihua.id }, { ...headers, 'x-purpose': 'CRISIS_RESPONSE' });
    expect([other.status, other.answer.errors?.[0]?.extensions['code']]).toEqual([403, 'FORBIDDEN']);
    const unknown = await post(portrait, { id: linMeihua.id }, { ...headers, 'x-purpose': 'FUN' });
    expect([unknown.status, unknown.answer.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('a grid worker', () => {
  it('gets a portrait of somebody of his grid, without errors, with what is withheld said beside it', async () => {
    const { status, answer } = await ask(gridWorker, visit);
    expect([status, answer.errors]).toEqual([200, undefined]);
    expect(answer.data?.person).toMatchObject({
      name: linMeihua.name,
      idNumber: null,
      birthDate: null,
      ageBand: 'FROM_35_TO_59',
      ethnicity: null,
      mobile: expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
      registeredAddress: expect.stringMatching(/\*{4}$/),
      household: null,
      residency: { grid: { code: area, workers: expect.any(Array) } },
      integrity: { standing: { positiveCount: 3, negativeCount: null, hasActiveVeto: null } },
      psych: { followUp: null, nearestStation: { name: expect.any(String) }, appointments: null },
      volunteer: { number: expect.any(String) },
    });
    expect(withheldIn(answer, 'person.idNumber')).toEqual({
      path: ['person', 'idNumber'],
      coordinate: 'Person.idNumber',
      class: 'IDENTIFIER',
      reason: 'ROLE',
      rule: expect.stringMatching(/^IDF-/),
    });
    expect(answer.extensions?.access.masked).toEqual(
      expect.arrayContaining([
        { path: ['person', 'mobile'], kind: 'PHONE' },
        { path: ['person', 'registeredAddress'], kind: 'ADDRESS' },
      ]),
    );
    const paths = answer.extensions?.access.withheld.map(({ path }) => path.join('.')) ?? [];
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('sees of the credit records only the positive ones, lists and cursors alike', async () => {
    const { answer } = await ask(gridWorker, visit);
    const { integrity } = answer.data?.person as {
      integrity: { records: { nodes: { polarity: string }[] } };
    };
    expect(integrity.records.nodes.map(({ polarity }) => polarity)).toEqual([
      'POSITIVE',
      'POSITIVE',
      'POSITIVE',
    ]);
  });

  it('of another area gets the very answer that nobody gives', async () => {
    const elsewhere: TestCaller = { ...gridWorker, area: '350881001001001' };
    const [there, nobody] = [
      await ask(elsewhere, visit),
      await ask(elsewhere, visit, portrait, { id: 'nobody-at-all' }),
    ];
    expect(there.answer.data).toEqual({ person: null });
    expect(there).toEqual(nobody);
  });

  it('without an area sees no rows', async () => {
    const { answer } = await ask({ role: 'GRID_WORKER' }, visit);
    expect([answer.data, answer.errors]).toEqual([{ person: null }, undefined]);
  });

  it('who wants all or nothing is refused with the list, and gets nothing', async () => {
    const { status, answer } = await ask(gridWorker, { ...visit, mode: 'strict' });
    expect([status, answer.data]).toEqual([403, undefined]);
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      access: {
        withheld: expect.arrayContaining([expect.objectContaining({ coordinate: 'Person.idNumber' })]),
      },
    });
  });

  it('who wants all or nothing gets all where nothing is withheld', async () => {
    const { status, answer } = await ask(
      gridWorker,
      { ...visit, mode: 'strict' },
      '{ person(id: "cast-lin-meihua") { id name } }',
      {},
    );
    expect([status, answer.data]).toEqual([200, { person: { id: linMeihua.id, name: linMeihua.name } }]);
  });

  it('may not search by age, which he sees only as a band', async () => {
    const { answer } = await ask(gridWorker, visit, operationOf('find-person', 'SearchPersons'), {
      input: { area, ageFrom: 50 },
      first: 10,
    });
    expect([answer.data, answer.errors]).toEqual([{ searchPersons: null }, undefined]);
    expect(withheldIn(answer, 'searchPersons')).toMatchObject({
      coordinate: 'PersonSearchInput.ageFrom',
      class: 'BIRTH_DATE',
    });
  });

  it('searches by what he may read in clear, and finds his own people only', async () => {
    const { answer } = await ask(gridWorker, visit, operationOf('find-person', 'SearchPersons'), {
      input: { area: '350800', name: '陈' },
      first: 100,
    });
    const { nodes } = answer.data?.['searchPersons'] as {
      nodes: { id: string; residency: { grid: { code: string } } }[];
    };
    expect(nodes.length).toBeGreaterThan(0);
    expect(new Set(nodes.map(({ residency }) => residency.grid.code))).toEqual(new Set([area]));
  });

  it('sees nobody in the roster of another grid, and is not told that there is somebody', async () => {
    const { answer } = await ask(gridWorker, visit, operationOf('grid-roster'), {
      code: '350881001001001',
      first: 10,
    });
    expect(answer.data).toMatchObject({
      grid: {
        code: '350881001001001',
        residents: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
      },
    });
    expect(answer.extensions?.access.withheld).toEqual([]);
  });
});

describe('a minor', () => {
  const ofMinor = async (caller: TestCaller, options: CallOptions, id: string = chenXiaoyu.id) =>
    (await ask(caller, options, portrait, { id })).answer;

  it('is shown one step stricter: masked, coarser, or not', async () => {
    const answer = await ofMinor(gridWorker, visit);
    expect(answer.data?.person).toMatchObject({
      name: '陈*',
      sex: null,
      ageBand: 'FROM_14_TO_17',
      residenceAddress: expect.stringMatching(/\*{4}$/),
      careNeeds: expect.any(Array),
      populationKind: null,
      volunteer: null,
    });
    expect(withheldIn(answer, 'person.sex')).toMatchObject({ class: 'DEMOGRAPHY' });
    expect(answer.extensions?.access.masked).toContainEqual({ path: ['person', 'name'], kind: 'NAME' });
  });

  it('is shown to a counsellor like anybody else', async () => {
    const answer = await ofMinor({ role: 'COUNSELLOR', area }, { purpose: 'PSYCH_CARE' });
    expect(answer.data?.person).toMatchObject({
      name: '陈*',
      sex: 'FEMALE',
      psych: { appointments: { nodes: [{ id: expect.any(String) }] } },
    });
  });

  it('is shown to an adult of the household in what guardians need', async () => {
    const guardian: TestCaller = { role: 'CITIZEN', person: linMeihua.id };
    const answer = await ofMinor(guardian, { purpose: 'SELF_ACCESS' }, chenXiaoman.id);
    expect(answer.data?.person).toMatchObject({
      name: chenXiaoman.name,
      birthDate: chenXiaoman.birthDate,
      idNumber: null,
    });
    const adult = await ofMinor(guardian, { purpose: 'SELF_ACCESS' }, chenGuoqiang.id);
    expect(adult.data).toEqual({ person: null });
  });
});

describe('a citizen', () => {
  it('sees himself whole', async () => {
    const { answer } = await ask({ role: 'CITIZEN', person: linMeihua.id }, { purpose: 'SELF_ACCESS' });
    expect(answer.extensions?.access).toEqual({ withheld: [], masked: [] });
    expect(answer.data?.person).toMatchObject({
      idNumber: linMeihua.idNumber,
      birthDate: linMeihua.birthDate,
      integrity: { standing: { positiveCount: 3, negativeCount: 1, hasActiveVeto: false } },
      psych: { followUp: { until: expect.any(String) } },
    });
  });

  it('sees nobody else, whatever purpose his token has', async () => {
    for (const purpose of ['SELF_ACCESS', 'CRISIS_RESPONSE', 'SUPERVISION_AUDIT'] as const) {
      const { answer } = await ask({ role: 'CITIZEN', person: linMeihua.id }, { purpose }, portrait, {
        id: qiuFuzhen.id,
      });
      expect(answer.data).toEqual({ person: null });
    }
  });

  it('by a portal is shown his number masked', async () => {
    const { answer } = await ask({ role: 'PORTAL', person: linMeihua.id }, { purpose: 'SELF_ACCESS' });
    expect(answer.data?.person).toMatchObject({ name: linMeihua.name, idNumber: '359999************' });
  });
});

describe('graphql-request', () => {
  it('needs no error policy for a partly withheld portrait', async () => {
    const answer = await as(hub, gridWorker, visit).request<Answer['data'] & object>(portrait, {
      id: linMeihua.id,
    });
    expect(answer.person).toMatchObject({ name: linMeihua.name, idNumber: null });
  });
});

describe('the schema', () => {
  it('may be asked for without a purpose, and not without a token', async () => {
    const { 'x-purpose': _, ...headers } = await headersOf(hub.config, gridWorker);
    const { answer } = await post('{ __type(name: "Person") { fields { name } } }', {}, headers);
    expect(JSON.stringify(answer.data)).toContain('idNumber');
    expect(JSON.stringify(answer.data)).not.toContain('scopeArea');
  });
});
