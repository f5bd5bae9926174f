import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOperationsServer, type OperationsServer } from '../support/operations-server.ts';

let hub: OperationsServer;
beforeAll(async () => {
  hub = await startOperationsServer();
});
afterAll(() => hub.stop());

const secret = '359999199001011234';

const expectRefusal = async (
  asked: Promise<{
    status: number;
    codes: readonly unknown[];
    messages: readonly unknown[];
    text: string;
    data: unknown;
  }>,
  messages: readonly string[],
) => {
  const before = hub.resolved.length;
  const answer = await asked;
  expect(answer.messages).toEqual(messages);
  expect(answer.codes).toEqual(messages.map(() => 'BAD_USER_INPUT'));
  expect([answer.status, answer.data, hub.resolved.length]).toEqual([400, undefined, before]);
  expect(answer.text).not.toContain(secret);
  expect(answer.text).not.toMatch(/did you mean|stack|node_modules/i);
};

describe('a value of a wrong form', () => {
  it('is refused with its argument, what was expected and what kind of value was found', async () => {
    const answer = await hub.ask('query ($n: Int!) {\n person(id: "p1") { friends(first: $n) { id } } }', {
      n: 101,
    });
    expect([answer.status, answer.errors]).toEqual([
      400,
      [
        {
          message:
            'Argument "first" of Person.friends: expected a whole number from 1 to 100, found a whole number of 3 digits.',
          locations: [{ line: 2, column: 29 }],
          extensions: { code: 'BAD_USER_INPUT', argument: 'Person.friends(first:)' },
        },
      ],
    ]);
  });

  it('is one error for each fault', () =>
    expectRefusal(
      hub.ask(
        'query ($s: Search!) { person(id: "a b") { friends(first: 0, after: "x") { id } } search(input: $s) { id } }',
        {
          s: { name: secret, ageFrom: 151 },
        },
      ),
      [
        'Argument "id" of Query.person: expected an id of 1 to 64 of letters, digits, "_" and "-", found a text of 3 characters.',
        'Argument "first" of Person.friends: expected a whole number from 1 to 100, found zero.',
        'Argument "after" of Person.friends: expected a cursor that the hub gave out, found a text of 1 character.',
        'Field "name" of Search: expected a text of 1 to 5 characters, not only blanks, without control characters, found a text of 18 characters.',
        'Field "ageFrom" of Search: expected a whole number of years from 0 to 150, found a whole number of 3 digits.',
      ],
    ));

  it.each([
    [{ ids: ['a', 'b', 'c', 'd'] }, 'expected a list of at most 3 elements, found a list of 4 elements'],
    [
      { ids: ['a', `${secret}!`] },
      'expected an id of 1 to 64 of letters, digits, "_" and "-" at position 1, found a text of 19 characters',
    ],
  ])('is found in lists', (variables, fault) =>
    expectRefusal(hub.ask('query ($ids: [ID!]!) { persons(ids: $ids) { id } }', variables), [
      `Argument "ids" of Query.persons: ${fault}.`,
    ]),
  );

  it('is found in the default of a variable and inside a fragment', () =>
    expectRefusal(
      hub.ask(
        'query ($n: Int = 500) { person(id: "p1") { ...f } } fragment f on Person { friends(first: $n) { id } }',
      ),
      [
        'Argument "first" of Person.friends: expected a whole number from 1 to 100, found a whole number of 3 digits.',
      ],
    ));

  it('is not looked for in an operation that does not run', async () => {
    const document =
      'query A($x: Int!) { person(id: "p1") { friends(first: $x) { id } } } query B($x: ID!) { person(id: $x) { id } }';
    const answer = await hub.ask(document, { x: 'not a number!' }, 'A');
    expect(answer.messages).toEqual([
      'Variable "$x": expected a whole number of 32 bits (Int), found a text of 13 characters.',
    ]);
    expect((await hub.ask(document, { x: 'p-200' }, 'B')).data).toEqual({ person: { id: 'p1' } });
  });
});

describe('a variable of a wrong type', () => {
  it.each([
    [
      'query ($i: ID!) { person(id: $i) { id } }',
      {},
      ['Variable "$i": expected an id as text (ID!), found nothing.'],
    ],
    [
      'query ($i: ID!) { person(id: $i) { id } }',
      { i: null },
      ['Variable "$i": expected an id as text (ID!), found null.'],
    ],
    [
      'query ($i: ID!) { person(id: $i) { id } }',
      { i: { [secret]: 1 } },
      ['Variable "$i": expected an id as text (ID), found an object.'],
    ],
    [
      'query ($i: [ID!]!) { persons(ids: $i) { id } }',
      { i: ['a', 1.5, true] },
      [
        'Variable "$i[1]": expected an id as text (ID), found a number that is not whole.',
        'Variable "$i[2]": expected an id as text (ID), found a truth value.',
      ],
    ],
    [
      'query ($s: Search!) { search(input: $s) { id } }',
      { s: { sex: secret, ageFrom: secret, [secret]: 1 } },
      [
        'Variable "$s.sex": expected a value of the enum (Sex), found a text of 18 characters.',
        'Variable "$s.ageFrom": expected a whole number of 32 bits (Int), found a text of 18 characters.',
        'Variable "$s": expected only fields of Search, found 1 that it does not have.',
      ],
    ],
    [
      'query ($s: Search!) { search(input: $s) { id } }',
      { s: secret },
      ['Variable "$s": expected a value (Search), found a text of 18 characters.'],
    ],
    [
      'query ($s: Search!) { search(input: $s) { id } }',
      { s: { either: { a: 1, b: 2 } } },
      ['Variable "$s.either": expected exactly one field of Either and that not null.'],
    ],
  ])('is refused without its value: %s %j', (query, variables, messages) =>
    expectRefusal(hub.ask(query, variables), messages),
  );

  it('is told twenty times at most', async () => {
    const answer = await hub.ask('query ($i: [ID!]!) { persons(ids: $i) { id } }', {
      i: Array.from({ length: 500 }, () => true),
    });
    expect([answer.status, answer.errors.length]).toEqual([400, 20]);
  });
});

describe('a document that does not fit', () => {
  it.each([
    ['{ person(id: "p1") { nam } }', 'Cannot query field "nam" on type "Person".'],
    [
      `{ personByIdNumber(idNumber: ${secret}) { id } }`,
      'Expected a value of type "String", found a whole number that is none.',
    ],
    [
      `{ personByIdNumber(idNumber: [${secret}]) { id } }`,
      'Expected a value of type "String", found a list that is none.',
    ],
    [
      `{ search(input: { sex: X${secret} }) { id } }`,
      'Expected a value of type "Sex", found a name that is none.',
    ],
    [
      `{ search(input: { sex: "${secret}" }) { id } }`,
      'Expected a value of type "Sex", found a text that is none.',
    ],
    [
      `{ search(input: { ageFrom: "${secret}" }) { id } }`,
      'Expected a value of type "Int", found a text that is none.',
    ],
    [
      `{ search(input: "${secret}") { id } }`,
      'Expected a value of type "Search!", found a text that is none.',
    ],
    ['{ search(input: { nam: "x" }) { id } }', 'Field "nam" is not defined by type "Search".'],
    ['{ search(input: { either: {} }) { id } }', 'OneOf Input Object "Either" must specify exactly one key.'],
    [`{ person(id: "p1") { id } } "${secret}"`, 'Syntax Error: Unexpected <EOF>.'],
    [`{ person(id: "p1") { "${secret}" } }`, 'Syntax Error: Expected Name, found String.'],
    [`{ person(id: "p1") { ${secret} } }`, 'Syntax Error: Expected Name, found Int.'],
  ])('is refused without its values and without suggestions: %s', (query, message) =>
    expectRefusal(hub.ask(query), [message]),
  );

  it.each([
    [secret, 'another name'],
    [undefined, 'none'],
  ])('is refused when it stays open which operation runs: %s', (operationName, found) =>
    expectRefusal(hub.ask('query A { boom } query B { boom }', {}, operationName), [
      `Expected \`operationName\` to name an operation of the document, found ${found}.`,
    ]),
  );
});

describe('a well-formed id', () => {
  it.each([['"nobody"'], ['42'], ['$i']])('written as %s passes', async (id) => {
    const answer = await hub.ask(
      `query ($i: ID = 7) { person(id: ${id}) { id } ... @include(if: false) { persons(ids: [$i]) { id } } }`,
    );
    expect([answer.status, answer.messages]).toEqual([200, []]);
  });
});
