import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startOperationsServer, type OperationsServer } from '../support/operations-server.ts';

let hub: OperationsServer;
beforeAll(async () => {
  hub = await startOperationsServer({
    bodyBytes: 4_000,
    tokens: 200,
    depth: 4,
    aliases: 2,
    rootFields: 3,
    directives: 2,
    fields: 20,
  });
});
afterAll(() => hub.stop());

const friends = (levels: number): string =>
  levels === 0 ? 'id' : `friends(first: 1) { ${friends(levels - 1)} }`;

// Four fragments, each five times the one before: 625 fields.
const bomb = `{ person(id: "p1") { ...a ...a } } ${['a', 'b', 'c', 'd']
  .map((name, index) => {
    const next = ['b', 'c', 'd'][index];
    const inside = next === undefined ? 'name' : `...${next}`;
    return `fragment ${name} on Person { ${Array.from({ length: 5 }, () => inside).join(' ')} }`;
  })
  .join(' ')}`;

describe('an operation that is too large is refused before it is planned', () => {
  it.each([
    [
      'too long',
      `{ person(id: "p1") { ${'id '.repeat(200)} } }`,
      'Too long: more than 200 tokens, 200 are allowed.',
      { limit: 'tokens', allowed: 200, found: 201 },
    ],
    [
      'too deep',
      `{ person(id: "p1") { ${friends(5)} } }`,
      'Too deep: 7 levels, 4 are allowed.',
      { limit: 'depth', allowed: 4, found: 7 },
    ],
    [
      'too many fields',
      bomb,
      'Too many fields: 1,251 after expanding fragments, 20 are allowed.',
      { limit: 'fields', allowed: 20, found: 1251 },
    ],
    [
      'too many root fields',
      '{ person(id: "p1") { id } ...q } fragment q on Query { boom refused boom }',
      'Too many root fields: 4 fields at the top, 3 are allowed.',
      { limit: 'rootFields', allowed: 3, found: 4 },
    ],
    [
      'too many aliases',
      '{ person(id: "p1") { a: id b: id c: id } }',
      'Too many aliases: 3 aliases, 2 are allowed.',
      { limit: 'aliases', allowed: 2, found: 3 },
    ],
    [
      'too many directives',
      '{ person(id: "p1") { id @skip(if: false) name @skip(if: false) ... @include(if: true) { id } } }',
      'Too many directives: 3 directives, 2 are allowed.',
      { limit: 'directives', allowed: 2, found: 3 },
    ],
  ])('%s, naming limit, allowed and found', async (_name, query, message, details) => {
    const before = hub.resolved.length;
    const answer = await hub.ask(query);
    expect(answer.errors).toEqual([{ message, extensions: { code: 'LIMIT_EXCEEDED', ...details } }]);
    expect([answer.status, answer.data, hub.resolved.length - before]).toEqual([400, undefined, 0]);
  });

  it('also when it is asked again', async () => {
    const query = `{ person(id: "p1") { ${friends(9)} } }`;
    const [first, second] = [await hub.ask(query), await hub.ask(query)];
    expect([first.codes, second.codes]).toEqual([['LIMIT_EXCEEDED'], ['LIMIT_EXCEEDED']]);
  });

  it('also by GET, and under an operation name', async () => {
    const query = encodeURIComponent(`query Deep { person(id: "p1") { ${friends(9)} } }`);
    const headers = { 'apollo-require-preflight': 'yes' };
    const answer = await hub.send({
      method: 'GET',
      url: `/graphql?query=${query}&operationName=Deep`,
      headers,
    });
    expect([answer.status, answer.codes]).toEqual([400, ['LIMIT_EXCEEDED']]);
  });

  it('and a fragment that spreads itself is left to validation', async () => {
    const answer = await hub.ask('{ person(id: "p1") { ...a } } fragment a on Person { id ...a }');
    expect([answer.status, answer.messages]).toEqual([400, ['Cannot spread fragment "a" within itself.']]);
  });
});

describe('an alias that begins with "__"', () => {
  it('is refused wherever it stands, with its place', async () => {
    const answer = await hub.ask('{ person(id: "p1") { ...a } }\nfragment a on Person { __typename: name }');
    expect([answer.status, answer.errors]).toEqual([
      400,
      [
        {
          message:
            'Expected an alias that is not reserved (`__…`, `_entities`, `_service`), found one that is.',
          locations: [{ line: 2, column: 24 }],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    ]);
  });
});

describe('a body that is too large', () => {
  it('is refused with its announced size', async () => {
    const payload = JSON.stringify({ query: `{ boom } #${'x'.repeat(5_000)}` });
    const answer = await hub.send({
      method: 'POST',
      url: '/graphql',
      payload,
      headers: { 'content-type': 'application/json' },
    });
    expect([answer.status, answer.errors]).toEqual([
      413,
      [
        {
          message: `Too large: 5,022 bytes, 4,000 are allowed.`,
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'bodyBytes', allowed: 4_000, found: 5_022 },
        },
      ],
    ]);
  });
});

describe('an operation within the limits', () => {
  it('is answered, and again from memory', async () => {
    const query = `{ person(id: "p1") { id ${friends(1)} } }`;
    const expected = { person: { id: 'p1', friends: [] } };
    expect([(await hub.ask(query)).data, (await hub.ask(query)).data]).toEqual([expected, expected]);
  });
});
