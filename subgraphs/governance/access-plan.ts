import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import {
  GraphQLError,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { findRefusal } from '../../schema/limits/check-limits.ts';
import { defaultLimits } from '../../schema/limits/limits.ts';
import { isPurpose } from '../../schema/caller.ts';
import { loadSupergraph } from '../../schema/load.ts';
import { createAccess, type Access } from '../../schema/policy/access.ts';
import { findMissingClass, isOfRows } from '../../schema/policy/missing-class.ts';
import { narrowingFields, readGraph, type AccessGraph } from '../../schema/policy/graph.ts';
import { withinDelegation } from '../../schema/policy/within-delegation.ts';
import { createOperationDecider } from '../../schema/plan/decide-operation.ts';
import type { Policy } from '../../schema/policy.ts';
import type { CallAccess } from '../kit/access/call-access.ts';
import { badInput, hubError } from '../kit/errors.ts';
import { assumeVariables, includeAll, readVariables } from './plan-variables.ts';
import { subgraphsOf } from './plan-subgraphs.ts';

/** What a caller would be given of an operation. */
interface AccessPlan {
  readonly subgraphs: readonly string[];
  readonly allowed: readonly { readonly coordinate: string }[];
  readonly masked: readonly { readonly coordinate: string; readonly kind: string }[];
  readonly withheld: readonly {
    readonly coordinate: string;
    readonly dataClass: string;
    readonly reason: string;
    readonly rule: string;
  }[];
}

/** Longer documents the gateway would not take either. */
const longestOperation = 64 * 1024;

const tooLong = badInput(
  `Argument "operation": expected at most ${longestOperation} characters, found more.`,
);

/**
 * Answers what a caller would be given, masked and refused, by the very functions that the gateway decides by, and by its
 * planner which departments would be asked. Touches no data. The planner is made at the first question.
 */
export function createAccessPlanner(policy: Policy) {
  let made: ReturnType<typeof openGround> | undefined;
  return (asking: CallAccess, text: string, purpose: string, given: string | null): AccessPlan => {
    const { caller, caseReference, breakGlass } = asking;
    if (!isPurpose(purpose) || !caller.purposes.includes(purpose))
      throw hubError('FORBIDDEN', 'The token does not have the purpose that is asked about.');
    made ??= openGround(policy);
    const ground = made;
    const { document, operation } = read(ground.schema, text);
    const call = {
      ...caller,
      purpose,
      hasCase: caseReference !== undefined,
      department: caller.department,
      glass: breakGlass?.classes,
    };
    const within = withinDelegation(policy, caller);
    const access = createAccess(policy, call, within && new Set(within));
    const variables = given === null ? assumeVariables(operation) : readVariables(given);
    const included = { ...variables, ...includeAll(document, operation, variables) };
    const decided = ground.decider.decide({ document, operation, variables: included, access });
    const { replacement, withheld, asked: coordinates } = decided;
    const asked = replacement?.document ?? document;
    const entries = new Map(
      withheld.map(({ coordinate, class: dataClass, reason, rule }) => [
        coordinate,
        { coordinate, dataClass, reason, rule },
      ]),
    );
    for (const field of coordinates.flatMap((name) => ground.graph.fields.get(name) ?? [])) {
      const isPartial = ground.narrowing.has(field.coordinate) && isOfRows(field);
      const missing = isPartial ? findMissingClass(field, access.atBest) : null;
      if (!missing || entries.has(field.coordinate)) continue;
      const { dataClass, row } = missing.decision;
      const reason = access.reasonOf(missing.part);
      entries.set(field.coordinate, { coordinate: field.coordinate, dataClass, reason, rule: row.id });
    }
    return {
      subgraphs: subgraphsOf(ground.plan(asked)),
      ...givenOf(ground, access, asked),
      withheld: [...entries.values()],
    };
  };
}

interface Ground {
  readonly schema: GraphQLSchema;
  readonly graph: AccessGraph;
}

function openGround(policy: Policy) {
  const sdl = loadSupergraph();
  const supergraph = Supergraph.build(sdl);
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  const schema = api.toGraphQLJSSchema();
  const graph = readGraph(parse(sdl), 'the supergraph');
  return {
    schema,
    graph,
    narrowing: narrowingFields(graph, policy.openClasses),
    decider: createOperationDecider(schema, graph, policy),
    plan: (document: DocumentNode): unknown => planner.buildQueryPlan(operationFromDocument(api, document)),
  };
}

/** The one operation of a text, valid for everybody alike. */
function read(
  schema: GraphQLSchema,
  text: string,
): { document: DocumentNode; operation: OperationDefinitionNode } {
  // Before anything is parsed or expanded: the same limits as at the door.
  const refusal = text.length > longestOperation ? tooLong : findRefusal(text, defaultLimits);
  if (refusal) throw refusal;
  const document = parseOrNull(text);
  const isValid = document && validate(schema, document, undefined, { hideSuggestions: true }).length === 0;
  const operations = (document?.definitions ?? []).filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation, ...others] = operations;
  if (!document || !isValid || !operation || others.length > 0) {
    throw badInput(
      'Argument "operation": expected a document of one operation that is valid for the schema, found another.',
    );
  }
  return { document, operation };
}

function parseOrNull(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** What is left is given, in clear or in part. */
function givenOf(
  { schema, graph }: Ground,
  access: Access,
  document: DocumentNode,
): Pick<AccessPlan, 'allowed' | 'masked'> {
  const allowed = new Set<string>();
  const masked = new Map<string, string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const field = graph.fields.get(`${info.getParentType()?.name ?? ''}.${name.value}`);
        if (!field) return;
        const { effect, mask } = access.atBest(field);
        if (effect === 'MASK' && mask) masked.set(field.coordinate, mask);
        else allowed.add(field.coordinate);
      },
    }),
  );
  return {
    allowed: [...allowed].map((coordinate) => ({ coordinate })),
    masked: [...masked].map(([coordinate, kind]) => ({ coordinate, kind })),
  };
}
