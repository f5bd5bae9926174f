import { parse } from 'graphql';
import { assertKeysAreOpen } from './lint/protected-keys.ts';
import { loadTypeDefs } from './load.ts';
import { createPolicy } from './policy.ts';
import { assertPolicyFits } from './policy/check.ts';
import { readGraph } from './policy/graph.ts';
import { subgraphNames } from './registry.ts';

/** Throws when table, subgraphs and supergraph do not fit together: what would not start is not written either. */
export function assertPolicyHolds(supergraphSdl: string): void {
  const policy = createPolicy();
  for (const name of subgraphNames) {
    const typeDefs = loadTypeDefs(name);
    assertPolicyFits(policy, readGraph(typeDefs, `subgraph ${name}`), `subgraph ${name}`);
    assertKeysAreOpen(typeDefs, `subgraph ${name}`);
  }
  const supergraph = parse(supergraphSdl, { noLocation: true });
  assertPolicyFits(policy, readGraph(supergraph, 'the supergraph'), 'the supergraph');
}
