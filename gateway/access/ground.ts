import { createHash } from 'node:crypto';
import { parse, type GraphQLSchema } from 'graphql';
import type { Role } from '../../schema/caller.ts';
import { createOperationDecider, type OperationDecider } from '../../schema/plan/decide-operation.ts';
import { assertPolicyFits } from '../../schema/policy/check.ts';
import { readGraph } from '../../schema/policy/graph.ts';
import { rememberAccess } from '../../schema/policy/remember-access.ts';
import type { Policy } from '../../schema/policy.ts';
import { createVisibleSchemas } from './visible-schema.ts';

/** What operations are decided by: one supergraph under one policy. Nothing of it changes; a reload makes another. */
export interface Ground {
  readonly policy: Policy;
  /** The supergraph, as tickets and the ledger name it. */
  readonly supergraph: string;
  readonly accessOf: ReturnType<typeof rememberAccess>;
  readonly schemaFor: (role: Role) => GraphQLSchema;
  readonly decider: OperationDecider;
}

/** Throws when policy and supergraph do not fit together. */
export function createGround(
  policy: Policy,
  schema: GraphQLSchema,
  supergraphSdl: string | undefined,
): Ground {
  if (supergraphSdl === undefined) throw new Error('The guard needs a supergraph');
  const graph = readGraph(parse(supergraphSdl, { noLocation: true }), 'the supergraph');
  assertPolicyFits(policy, graph, 'the supergraph');
  return {
    policy,
    supergraph: createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 16),
    accessOf: rememberAccess(policy),
    schemaFor: createVisibleSchemas(schema, graph, policy),
    decider: createOperationDecider(schema, graph, policy),
  };
}
