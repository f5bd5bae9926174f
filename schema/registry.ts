/** One department's subgraph: the hub's only list of them is `registry`. */
export interface SubgraphEntry {
  /** The name in the supergraph, in SQL schemas and roles, and in `<NAME>_DATABASE_URL`. */
  readonly name: SubgraphName;
  /** Path of the SDL, relative to `schema/`. */
  readonly sdl: string;
  /** The port `subgraphs/<name>/main.ts` listens on when it runs alone. */
  readonly port: number;
  /** The department that owns the data and answers for it. */
  readonly owner: string;
}

/** The departments', and the hub's own: `governance`. */
export const subgraphNames = ['persons', 'grids', 'integrity', 'psych', 'volunteers', 'governance'] as const;

export type SubgraphName = (typeof subgraphNames)[number];

const owners: Readonly<Record<SubgraphName, readonly [port: number, owner: string]>> = {
  persons: [4001, 'D10'],
  grids: [4002, 'D01'],
  integrity: [4003, 'D13'],
  psych: [4004, 'D28'],
  volunteers: [4005, 'D07'],
  governance: [4006, 'D36'],
};

export const registry: readonly SubgraphEntry[] = subgraphNames.map((name) => {
  const [port, owner] = owners[name];
  return { name, sdl: `subgraphs/${name}.graphql`, port, owner };
});

/** The registry's entry of a subgraph; throws for a name that is none. */
export function getSubgraph(name: string): SubgraphEntry {
  const entry = registry.find((candidate) => candidate.name === name);
  if (!entry) {
    throw new Error(`Unknown subgraph. Expected one of: ${subgraphNames.join(', ')}.`);
  }
  return entry;
}
