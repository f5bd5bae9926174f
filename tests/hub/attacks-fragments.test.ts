import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPolicy } from '../../schema/policy.ts';
import { cast } from '../../seeds/cast.ts';
import { headersOf, type CallOptions, type TestCaller } from '../support/callers.ts';
import { startHub, type TestHub } from '../support/hub.ts';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: {
    readonly access: {
      readonly withheld: readonly { readonly path: readonly string[]; readonly coordinate: string }[];
    };
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub(createPolicy());
});
afterAll(() => hub.stop());

const { linMeihua, chenXiaoyu } = cast;
const { name } = linMeihua;
const area = linMeihua.gridCode ?? '';
const worker: TestCaller = { role: 'GRID_WORKER', area };
const visit: CallOptions = { purpose: 'SERVICE_VISIT' };
const reviewer: TestCaller = { role: 'VETO_REVIEWER' };
const review: CallOptions = { purpose: 'INTEGRITY_REVIEW', caseReference: 'case-1' };

async function ask(
  query: string,
  variables: object = {},
  caller = worker,
  options = visit,
  operationName?: string,
): Promise<{ readonly status: number; readonly text: string; readonly answer: Answer }> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: await headersOf(hub.config, caller, options),
    body: JSON.stringify({ query, variables, operationName }),
  });
  const text = await response.text();
  return { status: response.status, text, answer: JSON.parse(text) as Answer };
}

const secrets = [linMeihua.idNumber, linMeihua.birthDate, '1968'];
const expectNoSecret = (text: string): void => {
  for (const secret of secrets) expect(text).not.toContain(secret);
};
const withheldIn = ({ extensions }: Answer): readonly string[] =>
  (extensions?.access.withheld ?? []).map(({ path, coordinate }) => `${path.join('.')} ${coordinate}`).sort();

const lin = (selections: string): string => `person(id: "${linMeihua.id}") { ${selections} }`;

describe('a denied field', () => {
  it.each([
    ['in a named fragment', `{ ${lin('...F')} } fragment F on Person { name idNumber }`],
    ['in an inline fragment', `{ ${lin('name ... on Person { idNumber }')} }`],
    ['in a fragment without a type', `{ ${lin('name ... { idNumber }')} }`],
    [
      'in fragments within fragments',
      `{ ${lin('...A')} } fragment A on Person { name ...B } fragment B on Person { ... on Person { ... { ...C } } } fragment C on Person { idNumber }`,
    ],
    [
      'twice in fragments of one type',
      `{ ${lin('...A ...B ...A')} } fragment A on Person { name idNumber } fragment B on Person { idNumber name }`,
    ],
    ['asked twice', `{ ${lin('name idNumber idNumber')} }`],
    ['in a sibling at the same key', `{ ${lin('name')} ${lin('idNumber')} }`],
    [
      'in siblings of a fragment of the root',
      `{ ...R ${lin('idNumber')} } fragment R on Query { ${lin('name')} }`,
    ],
    ['in a fragment of the root', `{ ...R } fragment R on Query { ${lin('name idNumber')} }`],
    ['beside the name of its type', `{ ${lin('name idNumber __typename')} __typename }`],
  ])('%s is null, and told once', async (_what, query) => {
    const { status, text, answer } = await ask(query);
    expect([status, answer.errors]).toEqual([200, undefined]);
    expect(answer.data?.['person']).toMatchObject({ name, idNumber: null });
    expect(withheldIn(answer)).toEqual(['person.idNumber Person.idNumber']);
    expectNoSecret(text);
    const reviewed = await ask(query, {}, reviewer, review);
    expect(reviewed.answer.data?.['person']).toMatchObject({ name, idNumber: linMeihua.idNumber });
  });

  it.each([
    ['alone', 'idNumber', { idNumber: null }],
    ['alone in a fragment', '... on Person { idNumber }', { idNumber: null }],
    ['alone under an alias', 'a: idNumber', { a: null }],
    ['beside its type', '__typename idNumber', { __typename: 'Person', idNumber: null }],
    ['under two aliases', 'a: idNumber b: idNumber', { a: null, b: null }],
    ['under the name of an open one', 'name: idNumber', { name: null }],
    ['that changes places with an open one', 'idNumber: name name: idNumber', { idNumber: name, name: null }],
    ['with objects below', 'ethnicity { code label }', { ethnicity: null }],
    [
      'that is one of two below',
      'integrity { standing { hasActiveVeto } }',
      { integrity: { standing: { hasActiveVeto: null } } },
    ],
    ['under the name of its coarser sibling', 'ageBand: birthDate', { ageBand: null }],
    [
      'under names of prototypes',
      'constructor: idNumber toString: birthDate',
      { constructor: null, toString: null },
    ],
    [
      'under names of its object',
      'hasOwnProperty: idNumber valueOf: idNumber',
      { hasOwnProperty: null, valueOf: null },
    ],
    ['under the name prototype', 'prototype: idNumber then: idNumber', { prototype: null, then: null }],
    ['under the name toJSON', 'toJSON: idNumber', { toJSON: null }],
    ['under the name length', 'length: idNumber', { length: null }],
  ])('%s is null and nothing else', async (_what, selections, expected) => {
    const { text, answer } = await ask(`{ ${lin(selections)} }`);
    expect(answer.errors).toBeUndefined();
    // Compared as text: toEqual does not see what hides behind a prototype's names.
    expect(JSON.stringify(answer.data)).toBe(JSON.stringify({ person: expected }));
    expectNoSecret(text);
  });

  it('is null in each of many persons, whatever they are called', async () => {
    const aliases = Array.from({ length: 15 }, (_, index) => `p${index}: ${lin(`n${index}: idNumber`)}`);
    const { text, answer } = await ask(`{ ${aliases.join(' ')} }`);
    expect(Object.values(answer.data ?? {})).toEqual(
      Array.from({ length: 15 }, (_, index) => ({ [`n${index}`]: null })),
    );
    expectNoSecret(text);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf'])(
    'is given under the alias %s to who may see it',
    async (alias) => {
      const { answer } = await ask(`{ ${alias}: ${lin(`${alias}: idNumber`)} }`, {}, reviewer, review);
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify({ [alias]: { [alias]: linMeihua.idNumber } }));
    },
  );

  it.each(['__proto__', '__typename', '__kept', '__', '__x'])(
    'under the alias %s is refused',
    async (alias) => {
      for (const [caller, options] of [
        [worker, visit],
        [reviewer, review],
      ] as const) {
        const { status, text, answer } = await ask(
          `{ ${lin(`name ${alias}: idNumber`)} }`,
          {},
          caller,
          options,
        );
        expect([status, answer.data]).toEqual([400, undefined]);
        expectNoSecret(text);
      }
    },
  );
});

describe('a fragment', () => {
  it('is judged at each place where it is spread, under an open and a denied parent', async () => {
    const query = `{ ${lin('...P household { members { person { ...P } } } residency { grid { residents(first: 3) { nodes { ...P } } } }')} }
      fragment P on Person { id name idNumber careNeeds { kind } }`;
    const { answer, text } = await ask(query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['person']).toMatchObject({
      name,
      idNumber: null,
      household: null,
      careNeeds: expect.any(Array),
    });
    const { residency } = answer.data?.['person'] as {
      residency: { grid: { residents: { nodes: readonly Record<string, unknown>[] } } };
    };
    const { nodes } = residency.grid.residents;
    expect(nodes).toHaveLength(3);
    for (const node of nodes) expect(node).toMatchObject({ id: expect.any(String), idNumber: null });
    expect(withheldIn(answer)).toContain('person.household Person.household');
    expectNoSecret(text);
  });

  it('of which all is denied leaves an object of nulls, not a missing one', async () => {
    const { answer } =
      await ask(`{ ${lin('...X')} grid(code: "${area}") { ...G } } fragment X on Person { idNumber birthDate }
      fragment G on Grid { residents(first: 2) { nodes { ...X } } }`);
    const nothing = { idNumber: null, birthDate: null };
    expect(answer.data).toEqual({
      person: nothing,
      grid: { residents: { nodes: [nothing, nothing] } },
    });
  });

  it('that makes two persons of one key does not lend the rights of one to the other', async () => {
    const two = `{ a: person(id: "${linMeihua.id}") { ...F } b: person(id: "${chenXiaoyu.id}") { ...F } } fragment F on Person { name sex volunteer { number } }`;
    const { answer } = await ask(two);
    expect(answer.data).toMatchObject({
      a: { name, sex: 'FEMALE', volunteer: { number: expect.any(String) } },
      b: { name: '陈*', sex: null, volunteer: null },
    });
    const conflicting = await ask(
      `{ person(id: "${linMeihua.id}") { name } person(id: "${chenXiaoyu.id}") { idNumber } }`,
    );
    expect([conflicting.status, conflicting.answer.data]).toEqual([400, undefined]);
  });
});

describe('a directive around a denied field', () => {
  const included = { status: 200, person: { name, idNumber: null } };
  const skipped = { status: 200, person: { name } };

  it.each([
    ['@include(if: true)', included],
    ['@include(if: false)', skipped],
    ['@skip(if: true)', skipped],
    ['@skip(if: false)', included],
    ['@skip(if: false) @include(if: true)', included],
    ['@skip(if: true) @include(if: true)', skipped],
    ['@skip(if: false) @include(if: false)', skipped],
  ])('%s by literal gives null or nothing', async (directive, expected) => {
    for (const selections of [
      `name idNumber ${directive}`,
      `name ... ${directive} { idNumber }`,
      `name ...F ${directive}`,
    ]) {
      const fragment = selections.includes('...F') ? 'fragment F on Person { idNumber }' : '';
      const { status, text, answer } = await ask(`{ ${lin(selections)} } ${fragment}`);
      expect({ status, person: answer.data?.['person'] }).toEqual(expected);
      expectNoSecret(text);
    }
  });

  it.each(['include', 'skip'])(
    '@%s by variable is judged anew for each value, in both orders',
    async (directive) => {
      for (const selections of [
        `name idNumber @${directive}(if: $v)`,
        `name ... @${directive}(if: $v) { idNumber }`,
      ]) {
        for (const order of [
          [true, false, true],
          [false, true, false],
        ]) {
          const mark = `m${order.map(Number).join('')}`;
          const query = `query ($v: Boolean! = true) { ${mark}: ${lin(selections)} }`;
          for (const v of order) {
            const isThere = (directive === 'include') === v;
            const { answer, text } = await ask(query, { v });
            expect(answer.data?.[mark]).toEqual(isThere ? { name, idNumber: null } : { name });
            expect(withheldIn(answer)).toEqual(isThere ? [`${mark}.idNumber Person.idNumber`] : []);
            expectNoSecret(text);
            const given = await ask(query, { v }, reviewer, review);
            expect(given.answer.data?.[mark]).toEqual(
              isThere ? { name, idNumber: linMeihua.idNumber } : { name },
            );
          }
        }
      }
    },
  );

  it('holds for the only field, for parents, for the root and for defaults', async () => {
    const at = `(id: "${linMeihua.id}")`;
    const query = `query ($a: Boolean! = false, $b: Boolean! = true) {
      person${at} { idNumber @include(if: $b) integrity @skip(if: $a) { standing { hasActiveVeto @include(if: $b) } } }
      b: person${at} @include(if: $b) { birthDate } c: person${at} @skip(if: $b) { idNumber } }`;
    const { answer, text } = await ask(query);
    expect(answer).toMatchObject({
      data: {
        person: { idNumber: null, integrity: { standing: { hasActiveVeto: null } } },
        b: { birthDate: null },
      },
    });
    expect(answer.data).not.toHaveProperty('c');
    expectNoSecret(text);
    const other = await ask(query, { a: true, b: false });
    expect(other.answer.data).toEqual({ person: {}, c: { idNumber: null } });
    expectNoSecret(other.text);
  });
});

describe('several operations in one document', () => {
  it('lend each other nothing, in whichever order they run', async () => {
    const document = `query A { ${lin('...F')} } query B { ${lin('name')} } query C($v: Boolean!) { ${lin('...F @include(if: $v)  name')} }
      fragment F on Person { idNumber }`;
    for (const order of ['ABC', 'CBA', 'BAC']) {
      for (const operation of order) {
        const { answer, text } = await ask(document, { v: true }, worker, visit, operation);
        const expected = { A: { idNumber: null }, B: { name }, C: { idNumber: null, name } }[operation];
        expect(answer.data?.['person']).toEqual(expected);
        expectNoSecret(text);
      }
    }
    const unnamed = await ask(document, { v: true });
    expect([unnamed.status, unnamed.answer.data]).toEqual([400, undefined]);
  });
});
