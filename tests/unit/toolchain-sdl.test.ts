import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { readGraphClasses } from '../../schema/lint/graph-classes.ts';
import { findProtectedKeys } from '../../schema/lint/protected-keys.ts';
import { findStyleFaults } from '../../schema/lint/style-faults.ts';
import { loadTypeDefs } from '../../schema/load.ts';
import { subgraphNames } from '../../schema/registry.ts';

const styleOf = (sdl: string): readonly string[] => findStyleFaults(parse(sdl)).map(({ message }) => message);

const keysOf = (sdl: string): readonly string[] =>
  findProtectedKeys(
    parse(sdl),
    new Map([
      ['Person.id', ['KEY']],
      ['Person.scopeArea', ['SCOPE']],
      ['Person.idNumber', ['IDENTIFIER']],
      ['Person.name', ['KEY', 'IDENTITY']],
      ['Grid.code', ['KEY']],
      ['Grid.note', ['LOCALITY']],
    ]),
  ).map(({ message }) => message);

describe('the style of an SDL', () => {
  it.each([
    ['a moment that is no DateTime', 'type A { openedAt: Date }', 'openedAt is a moment: DateTime.'],
    ['a day that is no Date', 'input A { openedOn: DateTime }', 'openedOn is a day: Date.'],
    [
      'a Boolean by another name',
      'type A { open: Boolean! }',
      'open is a Boolean: is…, has…, can… or viewerCan….',
    ],
    [
      'a Boolean argument',
      'type A { b(open: Boolean): Int }',
      'open is a Boolean: is…, has…, can… or viewerCan….',
    ],
    ['a verb', 'type A { getTask: Int }', 'getTask: a noun, no verb.'],
    ['a repeated name', 'type Veto { vetoReason: String }', 'vetoReason repeats the name of Veto.'],
    [
      'a connection without pages',
      'type A { b(first: Int!): BConnection }',
      'b is a connection: first: Int! and after: String.',
    ],
    [
      'an optional first',
      'type A { b(first: Int, after: String): BConnection }',
      'b is a connection: first: Int! and after: String.',
    ],
    ['half a connection', 'type BConnection { nodes: [B!]! edges: [E!]! }', 'BConnection has no pageInfo.'],
    [
      'a non-null root',
      'type Query { tasks: [Int!]! }',
      'Query.tasks is a root field: non-null, one outage would null the whole answer.',
    ],
    [
      'a non-null contribution',
      'type P @key(fields: "id") { id: ID! psych: Q! }',
      "P.psych is contributed: non-null, its silence would null the owner's whole object.",
    ],
    [
      'a mutation of loose arguments',
      'type Mutation { claimTask(id: ID!): Task }',
      'claimTask: expected input: ClaimTaskInput! → ClaimTaskPayload!.',
    ],
    [
      'a payload without errors',
      'type ClaimTaskPayload { claim: Int }',
      'ClaimTaskPayload: expected userErrors: [UserError!]!.',
    ],
    ['a scalar without meaning', 'scalar JSON', 'Scalar JSON names no @specifiedBy.'],
    [
      'a removal without date',
      'type A { b: Int @deprecated(reason: "old") }',
      'A deprecation says: "Use X. Removal on YYYY-MM-DD UTC."',
    ],
  ])('stops %s', (_claim, sdl, message) => {
    expect(styleOf(sdl)).toEqual([message]);
  });

  it.each([
    'type Visit @key(fields: "id") @data(class: LOCALITY) { id: ID! visitedAt: DateTime! isOpen: Boolean! }',
    'type Person @key(fields: "id") { id: ID! scopeArea: String! @external psych: PsychProfile }',
    'type Query { tasks(first: Int!, after: String): TaskConnection }',
    'type Mutation { claimTask(input: ClaimTaskInput!): ClaimTaskPayload! }',
    'type A { b: Int @deprecated(reason: "Use c. Removal on 2027-03-01 UTC.") }',
  ])('lets pass %s', (sdl) => {
    expect(styleOf(sdl)).toEqual([]);
  });
});

describe('a key that travels', () => {
  it.each([
    [
      'a key',
      'type Person @key(fields: "id idNumber") { id: ID! }',
      '@key may name keys and scope only, found Person.idNumber.',
    ],
    [
      'a requirement',
      'type Person { id: ID! a: Int @requires(fields: "idNumber") }',
      '@requires may name keys and scope only, found Person.idNumber.',
    ],
    [
      'a nested requirement',
      'type Person { grid: Grid a: Int @requires(fields: "grid { note }") } type Grid { note: Int }',
      '@requires may name keys and scope only, found Grid.note.',
    ],
    [
      'a provision',
      'type Person { grid: Grid @provides(fields: "note") }',
      '@provides may name keys and scope only, found Grid.note.',
    ],
    [
      'a field that its owner protects and a stub opens',
      'type Person @key(fields: "name") { name: String }',
      '@key may name keys and scope only, found Person.name.',
    ],
    [
      'a field nobody classed',
      'type Person @key(fields: "nick") { nick: String }',
      '@key may name keys and scope only, found Person.nick.',
    ],
    [
      'arguments inside',
      'type Person { a: Int @requires(fields: "scopeArea(at: 1)") }',
      '@requires may name keys and scope only, found arguments of Person.scopeArea.',
    ],
    [
      'a directive that is not imported, under the name of its specification',
      'type Visit { person: Person @federation__provides(fields: "idNumber") } type Person { id: ID! }',
      '@federation__provides may name keys and scope only, found Person.idNumber.',
    ],
  ])('stops %s', (_claim, sdl, message) => {
    expect(keysOf(sdl)).toEqual([message]);
  });

  it('lets keys and scope pass, nested too', () => {
    const sdl =
      'type Person @key(fields: "id") { id: ID! grid: Grid a: Int @requires(fields: "scopeArea grid { code }") } type Grid { code: ID! }';
    expect(keysOf(sdl)).toEqual([]);
  });
});

describe("the hub's own SDL", () => {
  it.each(subgraphNames)('of %s has no fault', (name) => {
    const sdl = loadTypeDefs(name);
    const faults = [...findStyleFaults(sdl), ...findProtectedKeys(sdl, readGraphClasses())];
    expect(faults.map(({ message }) => message)).toEqual([]);
  });
});
