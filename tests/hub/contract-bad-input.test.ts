import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast } from '../../seeds/cast.ts';
import { encodeCursor } from '../../schema/cursor.ts';
import { headersOf } from '../support/callers.ts';
import { startApartHub, type ApartHub } from '../support/apart.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

let hub: ApartHub;
beforeAll(async () => {
  hub = await startApartHub(10_000);
});
afterAll(() => hub.stop());

async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  hub.calls.length = 0;
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config),
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as Answer;
  return { status: response.status, answer, calls: hub.calls.map(([name]) => name) };
}

const nobody = [
  ['person', '{ person(id: "nobody") { id } }'],
  ['personByIdNumber', '{ personByIdNumber(idNumber: "11010519491231002X") { id } }'],
  ['grid', '{ grid(code: "350802001001999") { code } }'],
  ['division', '{ division(code: "990000") { code } }'],
  ['station', '{ station(code: "nowhere") { code } }'],
  ['task', '{ task(id: "none") { id } }'],
  ['team', '{ team(id: "none") { id } }'],
] as const;

describe('what names nothing', () => {
  it.each(nobody)('%s is null', async (field, query) => {
    const { status, answer } = await ask(query);
    expect([status, answer.data, answer.errors]).toEqual([200, { [field]: null }, undefined]);
  });

  it.each(['990000', '359999', '350802001999'])(
    'an area that is none (%s) has nobody and nothing',
    async (area) => {
      const { answer } = await ask(
        `query ($area: ID!) {
        searchPersons(input: { area: $area }, first: 5) { nodes { id } }
        grids(area: $area, first: 5) { nodes { code } }
        stations(area: $area, first: 5) { nodes { code } }
        tasks(area: $area, first: 5) { nodes { id } }
      }`,
        { area },
      );
      expect(answer).toMatchObject({
        data: {
          searchPersons: { nodes: [] },
          grids: { nodes: [] },
          stations: { nodes: [] },
          tasks: { nodes: [] },
        },
      });
    },
  );
});

const idNumber = '359999196803129025';
const malformed: readonly (readonly [string, string, string])[] = [
  ['an id with a space', '{ person(id: "a b") { id } }', 'Argument "id" of Query.person'],
  ['an empty id', '{ person(id: "") { id } }', 'Argument "id" of Query.person'],
  ['an id of 65 characters', `{ person(id: "${'a'.repeat(65)}") { id } }`, 'Argument "id" of Query.person'],
  ['an id with a quote', `{ person(id: "' or 1=1 --") { id } }`, 'Argument "id" of Query.person'],
  ['one bad id of two', '{ persons(ids: ["a", "b c"]) { id } }', 'Argument "ids" of Query.persons'],
  ['1,001 ids', `{ persons(ids: [${'"a",'.repeat(1001)}]) { id } }`, 'Argument "ids" of Query.persons'],
  ['a grid code of 14 digits', '{ grid(code: "35080200100100") { code } }', 'Argument "code" of Query.grid'],
  [
    'an area of 5 digits',
    '{ grids(area: "35080", first: 5) { nodes { code } } }',
    'Argument "area" of Query.grids',
  ],
  [
    'a department that is none',
    '{ department(code: "D43") { code } }',
    'Argument "code" of Query.department',
  ],
  [
    'a page of none',
    '{ grids(area: "350802", first: 0) { nodes { code } } }',
    'Argument "first" of Query.grids',
  ],
  [
    'a page of 101',
    '{ grids(area: "350802", first: 101) { nodes { code } } }',
    'Argument "first" of Query.grids',
  ],
  [
    'a negative page',
    '{ grids(area: "350802", first: -1) { nodes { code } } }',
    'Argument "first" of Query.grids',
  ],
  [
    'a cursor of nobody',
    '{ grids(area: "350802", first: 5, after: "%%%") { nodes { code } } }',
    'Argument "after" of Query.grids',
  ],
  [
    'an age of 151',
    '{ searchPersons(input: { ageFrom: 151 }, first: 5) { nodes { id } } }',
    'Field "ageFrom" of PersonSearchInput',
  ],
  [
    'a name with a bidi mark',
    '{ searchPersons(input: { name: "林\\u202e" }, first: 5) { nodes { id } } }',
    'Field "name" of PersonSearchInput',
  ],
  [
    'a number of 17 characters',
    `{ personByIdNumber(idNumber: "${idNumber.slice(1)}") { id } }`,
    'Argument "idNumber" of Query.personByIdNumber',
  ],
];

describe('what cannot be understood', () => {
  it.each(malformed)('%s is refused before anybody is asked', async (_what, query, place) => {
    const { status, answer, calls } = await ask(query);
    const [error] = answer.errors ?? [];
    expect([status, calls]).toEqual([400, []]);
    expect(error?.message).toContain(place);
    expect(error?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('1,001 ids in a variable are refused by their count', async () => {
    const { answer, calls } = await ask('query ($ids: [ID!]!) { persons(ids: $ids) { id } }', {
      ids: Array.from({ length: 1001 }, (_, index) => `p${index}`),
    });
    expect(answer.errors?.[0]?.message).toBe(
      'Argument "ids" of Query.persons: expected a list of at most 1000 elements, found a list of 1001 elements.',
    );
    expect(calls).toEqual([]);
  });

  it.each(['1', '"x"'])(
    'a null where a default of %s makes a variable fit is refused as a null',
    async (fallback) => {
      const query =
        fallback === '1'
          ? 'query ($first: Int = 1) { grids(area: "350802", first: $first) { nodes { code } } }'
          : 'query ($first: ID = "x") { person(id: $first) { id } }';
      const { status, answer, calls } = await ask(query, { first: null });
      expect([status, calls]).toEqual([400, []]);
      expect(answer.errors?.[0]?.message).toMatch(/^Variable "\$first": expected .*, found null\.$/);
      expect((await ask(query)).status).toBe(200);
    },
  );

  it('a number whose check character does not match is told so, and never repeated', async () => {
    const { answer } = await ask(`{ personByIdNumber(idNumber: "${idNumber}") { id } }`);
    expect(answer.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(answer.errors?.[0]?.message).toContain('check character');
    expect(JSON.stringify(answer)).not.toContain(idNumber);
  });

  it.each([
    ['a cursor of another list', encodeCursor(['2026-01-01', 'x', 'y'])],
    ['a cursor whose parts are of another kind', encodeCursor(['not a day', 'x'])],
    ['a cursor of a day that does not exist', encodeCursor(['2026-02-30', 'x'])],
  ])('%s is the caller’s fault and not the department’s', async (_what, after) => {
    const { answer } = await ask(
      'query ($id: ID!, $after: String) { person(id: $id) { integrity { records(first: 5, after: $after) { nodes { id } } } } }',
      { id: cast.linMeihua.id, after },
    );
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(answer.errors?.[0]?.message).toContain('cursor');
  });
});
