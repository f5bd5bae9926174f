import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { findVariableFaults } from '../../gateway/operations/variables.ts';

const schema = buildSchema(`
  enum E { A B }
  scalar Day
  input I { n: Int!  e: E = A  list: [[Int!]]  inner: I  o: O }
  input O @oneOf { a: Int  b: String }
  type Query { x(i: I, is: [I!], id: ID, f: Float, s: String, b: Boolean, d: Day, o: O): Int }
`);

const types = [
  'I',
  'I!',
  '[I!]!',
  'ID!',
  'Float',
  'String!',
  'Boolean',
  'Day',
  '[Int!]',
  '[[E]!]',
  'O',
  'E!',
];
const leaf = fc.oneof(
  fc.constantFrom(null, true, '', 'A', 'text', '7', 0, 1, -1, 1.5, 2 ** 31, 1e300),
  fc.constantFrom('__proto__', 'constructor'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('n', 'e', 'list', 'inner', 'o', 'a', 'b', 'constructor'), tie('value'), {
      maxKeys: 4,
    }),
  ),
}));

const operationOf = (text: string): OperationDefinitionNode => {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return operation;
};

const faultsOf = (declared: string, variables: Readonly<Record<string, unknown>>) => {
  const operation = operationOf(`query ($v: ${declared}) { x }`);
  const places = [...findVariableFaults(schema, operation, variables)].map(({ place }) => place);
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return { places, isRefused: errors.length > 0 };
};

describe('the faults of variables', () => {
  it('are found exactly where graphql-js finds some', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.oneof(
          fc.constant({}),
          value.map((v) => ({ v })),
        ),
        (declared, variables) => {
          const { places, isRefused } = faultsOf(declared, variables);
          expect(places.length > 0).toBe(isRefused);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['[I!]!', [{ n: 1 }, { n: 'x', inner: { n: null } }], ['v[1].n', 'v[1].inner.n']],
    ['I', { list: [[1], [2, null]] }, ['v.n', 'v.list[1][1]']],
    ['I', [1], ['v']],
  ])('name the place inside a %s', (declared, v, places) => {
    expect(faultsOf(declared, { v })).toEqual({ places, isRefused: true });
  });

  it('are not looked for in variables that the operation does not declare', () => {
    expect(faultsOf('Int', { other: {} }).places).toEqual([]);
  });
});
