import type { SmallSubgraph } from './federation-supergraph.ts';

// A city of five people in four subgraphs: lists, a type that two fill, a contribution that requires another's field.
const areaOf: Readonly<Record<string, string>> = { p1: '01', p2: '01', p3: '02', p4: '02', p5: '02' };
const idOf = (value: { readonly id: string }): string => value.id;

export const persons: SmallSubgraph = {
  name: 'persons',
  typeDefs: `
    type Query { person(id: ID!): Person  persons(ids: [ID!]!): [Person]  everybody: [Person!] }
    type Mutation { rename(id: ID!, name: String!): Person }
    type Person @key(fields: "id") {
      id: ID!
      name: String!
      residency: Residency
      scopeArea: String @inaccessible
      friends: [[Person!]]
    }
    type Residency { since: Int  grid: Grid }
    type Grid @key(fields: "code", resolvable: false) { code: ID! }
  `,
  resolvers: {
    Query: {
      person: (_: unknown, { id }: { id: string }) => (id in areaOf ? { id } : null),
      persons: (_: unknown, { ids }: { ids: string[] }) => ids.map((id) => (id in areaOf ? { id } : null)),
      everybody: () => Object.keys(areaOf).map((id) => ({ id })),
    },
    Mutation: { rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, newName: name }) },
    Person: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id, newName }: { id: string; newName?: string }) => newName ?? `Name ${id}`,
      residency: ({ id }: { id: string }) => ({ since: 2000, grid: { code: `G${areaOf[id]}` } }),
      scopeArea: ({ id }: { id: string }) => areaOf[id],
      friends: ({ id }: { id: string }) => [[{ id }, { id: 'p1' }], null],
    },
  },
};

export const psych: SmallSubgraph = {
  name: 'psych',
  typeDefs: `
    type Person @key(fields: "id") {
      id: ID!
      scopeArea: String @external
      psych: Psych @requires(fields: "scopeArea")
      mood: String
    }
    type Psych { station: String  followUp: Boolean }
  `,
  resolvers: {
    Person: {
      __resolveReference: (person: object) => person,
      psych: (person: { scopeArea: string | null }) =>
        person.scopeArea === null ? null : { station: `S${person.scopeArea}`, followUp: false },
      mood: (person: { id: string }) => `mood ${idOf(person)}`,
    },
  },
};

export const grids: SmallSubgraph = {
  name: 'grids',
  typeDefs: `
    type Query { grid(code: ID!): Grid  gridCount: Int! }
    type Grid @key(fields: "code") { code: ID!  name: String  kind: String!  residents: [Person!] }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: { grid: (_: unknown, { code }: { code: string }) => ({ code }), gridCount: () => 2 },
    Grid: {
      __resolveReference: (grid: object) => grid,
      name: ({ code }: { code: string }) => `Grid ${code}`,
      kind: () => 'URBAN',
      residents: ({ code }: { code: string }) =>
        Object.keys(areaOf)
          .filter((id) => `G${areaOf[id]}` === code)
          .map((id) => ({ id })),
    },
  },
};

export const volunteers: SmallSubgraph = {
  name: 'volunteers',
  typeDefs: `
    type Query { tasks: [Task!] }
    type Person @key(fields: "id") { id: ID!  volunteer: Volunteer }
    type Volunteer { points: Int  team: String! }
    type Task { title: String!  claimedBy: Person }
  `,
  resolvers: {
    Query: {
      tasks: () => [
        { title: 'a', claimedBy: { id: 'p2' } },
        { title: 'b', claimedBy: null },
      ],
    },
    Person: {
      __resolveReference: (person: object) => person,
      volunteer: ({ id }: { id: string }) => (id === 'p5' ? null : { points: 7, team: `Team ${id}` }),
    },
  },
};

export const city = [persons, psych, grids, volunteers] as const;
