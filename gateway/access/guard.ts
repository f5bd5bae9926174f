import { createHash } from 'node:crypto';
import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Role } from '../../schema/caller.ts';
import { assertPolicyFits } from '../../schema/policy/check.ts';
import { readGraph } from '../../schema/policy/graph.ts';
import { rememberAccess } from '../../schema/policy/remember-access.ts';
import type { Policy } from '../../schema/policy.ts';
import { writeClaims } from '../../subgraphs/kit/ticket.ts';
import type { ExecutionResult } from '../federation/operation.ts';
import type { Budgets } from './budgets.ts';
import type { CallContext } from './call.ts';
import { requirePurpose } from './call-headers.ts';
import {
  createOperationDecider,
  type Decided,
  type OperationDecider,
  type Replacement,
} from '../../schema/plan/decide-operation.ts';
import { gatherNotes } from './notes.ts';
import { forbidden } from './forbidden.ts';
import { createVisibleSchemas } from './visible-schema.ts';

/** An operation as Apollo Server hands it on. */
export interface GuardedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: CallContext;
}

/** The first line of defence: nothing that the caller may not see is asked of anybody. */
export interface Guard {
  /** Begins to serve a supergraph; throws when the policy does not fit it. */
  readonly load: (schema: GraphQLSchema, supergraphSdl: string) => void;
  /** The schema as a role may know it. */
  readonly schemaFor: (role: Role) => GraphQLSchema;
  /** Decides an operation before anything is asked. Gives the refusals; none when it may run. */
  readonly decide: (operation: GuardedOperation) => Promise<readonly GraphQLError[]>;
  /** What to run in its place; null to run what was asked. Throws for an operation that was not decided. */
  readonly replacementOf: (context: object) => Replacement | null;
  /** The claims of its tickets. Throws for an operation that was not decided. */
  readonly claimsOf: (context: object) => string;
  /** Puts null where something was cut, and says so. */
  readonly finish: (context: CallContext, result: ExecutionResult) => Promise<ExecutionResult>;
}

interface GuardOptions {
  readonly policy: Policy;
  readonly budgets: Budgets;
}

interface Ground {
  readonly schemaFor: (role: Role) => GraphQLSchema;
  readonly decider: OperationDecider;
  readonly supergraph: string;
}

interface Verdict {
  readonly decided: Decided;
  readonly claims: string;
}

export function createGuard({ policy, budgets }: GuardOptions): Guard {
  const accessOf = rememberAccess(policy);
  const verdicts = new WeakMap<object, Verdict>();
  let ground: Ground | undefined;
  const verdictOf = (context: object): Verdict => {
    const verdict = verdicts.get(context);
    if (!verdict) throw new Error('An operation came past the guard');
    return verdict;
  };
  return {
    load: (schema, supergraphSdl) => {
      const graph = readGraph(parse(supergraphSdl, { noLocation: true }), 'the supergraph');
      assertPolicyFits(policy, graph, 'the supergraph');
      const supergraph = createHash('sha256').update(supergraphSdl).digest('hex').slice(0, 16);
      ground = {
        decider: createOperationDecider(schema, graph, policy),
        schemaFor: createVisibleSchemas(schema, graph, policy),
        supergraph,
      };
    },
    schemaFor: (role) => {
      if (!ground) throw new Error('The guard was asked before the schema was loaded');
      return ground.schemaFor(role);
    },
    decide: async ({ document, operationName, variables, context }) => {
      if (!ground) throw new Error('The guard was asked before the schema was loaded');
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new Error('An operation without a name should have been refused');
      const { caller, caseReference, isStrict } = context.call;
      const purpose = requirePurpose(caller, context.call.purpose);
      const call = {
        ...caller,
        purpose,
        hasCase: caseReference !== undefined,
        department: caller.department,
      };
      const access = accessOf(call);
      const values = coerce(ground.decider.schema, operation, variables);
      const decided = ground.decider.decide({ document, operation, variables: values, access });
      if (decided.withheld.length > 0 && (isStrict || operation.operation === OperationTypeNode.MUTATION)) {
        const isRefused = isStrict || decided.isRootWithheld;
        if (isRefused) return [forbidden({ withheld: decided.withheld, masked: [] })];
      }
      if (decided.lookupCount > 0) await budgets.takeLookups(caller, decided.lookupCount);
      const claims = writeClaims({
        caller,
        purpose,
        caseReference,
        grants: decided.grants,
        policy: policy.version,
        supergraph: ground.supergraph,
        requestId: context.requestId,
      });
      verdicts.set(context, { decided, claims });
      return [];
    },
    replacementOf: (context) => verdictOf(context).decided.replacement,
    claimsOf: (context) => verdictOf(context).claims,
    finish: async (context, result) => {
      const { decided } = verdictOf(context);
      const { withheld, masked, persons } = gatherNotes(decided.withheld, context.notes);
      // Whoever asked for all or nothing gets nothing, also when a record decided and not the operation.
      if (context.call.isStrict && withheld.length > 0)
        return { errors: [forbidden({ withheld, masked })], data: null };
      if (persons.size > 0) await budgets.takePersons(context.call.caller, [...persons]);
      const extensions = { ...result.extensions, access: { withheld, masked } };
      if (result.data === undefined) return { ...result, extensions };
      return { ...result, data: decided.fill(result.data ?? null), extensions };
    },
  };
}

/** With defaults; values that are not of their types were refused before. */
function coerce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced ?? variables;
}

/** Whether an operation asks of the schema only, and so of nobody's data. */
export const asksSchemaOnly = (operation: OperationDefinitionNode): boolean =>
  operation.selectionSet.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    return selection.name.value.startsWith('__');
  });
