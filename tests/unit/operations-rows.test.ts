import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse } from 'graphql';
import { readForms } from '../../schema/form-check.ts';
import { measureRows } from '../../gateway/operations/rows.ts';

const sdl = `
  directive @form(kind: String!, max: Int) on ARGUMENT_DEFINITION
  type Query {
    people(ids: [ID!]! @form(kind: "ID", max: 1000)): [Person]
    search(first: Int! @form(kind: "PAGE_SIZE", max: 100)): Page
  }
  type Page { nodes: [Person!]! edges: [Edge!]! }
  type Edge { node: Person! }
  type Person { id: ID! tags: [String!] members: [Person!] friends(first: Int! @form(kind: "PAGE_SIZE")): Page }
`;

function rowsOf(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return measureRows(buildSchema(sdl), readForms(parse(sdl)), document, operation, variables);
}

describe('rows that an operation may ask for', () => {
  it('multiply where pages lie inside of pages', () => {
    expect(
      rowsOf(
        '{ search(first: 100) { nodes { friends(first: 100) { nodes { friends(first: 100) { nodes { id } } } } } } }',
      ),
    ).toBe(100 * (1 + 100 * (1 + 100)));
  });

  it('count nodes and edges of one page each', () => {
    const inner = 'friends(first: 10) { nodes { id } }';
    expect(rowsOf(`{ search(first: 10) { nodes { ${inner} } edges { node { ${inner} } } } }`)).toBe(
      10 * (1 + 10 + 10),
    );
  });

  it('count a list of keys by its length, from a variable too', () => {
    expect(rowsOf('query ($ids: [ID!]!) { people(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3);
  });

  it('count a closed list as five and a list of values as nothing', () => {
    expect(rowsOf('{ people(ids: ["a"]) { tags members { members { tags } } } }')).toBe(
      1 * (1 + 5 * (1 + 5)),
    );
  });

  it('follow fragments, and measure each once', () => {
    const chain = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`,
    ).join(' ');
    const bomb = `{ search(first: 2) { nodes { ...F0 } } } ${chain} fragment F60 on Person { friends(first: 1) { nodes { id } } }`;
    expect(rowsOf(bomb)).toBeGreaterThan(2 ** 60);
  });

  it('end for a fragment that spreads itself', () => {
    expect(rowsOf('{ search(first: 2) { nodes { ...F } } } fragment F on Person { id ...F }')).toBe(2);
  });
});
