import {
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caller, Purpose, Role } from '../../schema/caller.ts';
import { rootFieldsOf } from '../../schema/root-fields.ts';
import { withinDelegation } from '../../schema/policy/within-delegation.ts';
import { writeClaims } from '../../subgraphs/kit/ticket.ts';
import type { ExecutionResult } from '../federation/operation.ts';
import type { AdoptAuthority } from './adopt-authority.ts';
import type { Budgets } from './budgets.ts';
import type { AccessFacts } from '../audit/entries.ts';
import type { CallContext, HubCall } from './call.ts';
import { requirePurpose } from './call-headers.ts';
import type { Decided, Replacement } from '../../schema/plan/decide-operation.ts';
import { createGround } from './ground.ts';
import { gatherNotes, type Gathered } from './notes.ts';
import { forbidden } from './forbidden.ts';
import { keepBySchema } from '../operations/by-schema.ts';
import type { PolicyInForce } from './policy-in-force.ts';

/** An operation as Apollo Server hands it on. */
export interface GuardedOperation {
  /** What it was validated with. */
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The text of the document. */
  readonly source: string;
  readonly context: CallContext;
}

/** What was found of an operation: that it may run, or why it may not. Either is told to the ledger. */
export interface Ruling {
  /** None when it may run. */
  readonly refusals: readonly GraphQLError[];
  readonly facts: AccessFacts;
}

/** The first line of defence: nothing that the caller may not see is asked of anybody. */
export interface Guard {
  /** Begins to serve a supergraph under the policy in force, or another policy with it; throws when they do not fit. */
  readonly load: (schema: GraphQLSchema, supergraphSdl: string | undefined) => void;
  /** A schema that is served, as a role may know it. */
  readonly schemaFor: (schema: GraphQLSchema, role: Role) => GraphQLSchema;
  /** Decides an operation before anything is asked. */
  readonly decide: (operation: GuardedOperation) => Promise<Ruling>;
  /** What to run in its place; null to run what was asked. Throws for an operation that was not decided. */
  readonly replacementOf: (context: object) => Replacement | null;
  /** The claims of its tickets. Throws for an operation that was not decided. */
  readonly claimsOf: (context: object) => string;
  /** What the ledger is told of it. Throws for an operation that was not decided. */
  readonly factsOf: (context: object) => AccessFacts;
  /** Puts null where something was cut, and says so. Rejects when the answer must not leave. */
  readonly finish: (context: CallContext, result: ExecutionResult) => Promise<Finished>;
}

/** An answer as it may leave, and what it gives. */
interface Finished {
  readonly result: ExecutionResult;
  /** Undefined where nothing is given. */
  readonly gathered: Gathered | undefined;
}

interface GuardOptions {
  readonly policy: PolicyInForce;
  readonly budgets: Budgets;
  readonly adoptAuthority: AdoptAuthority;
}

interface Verdict {
  readonly decided: Decided;
  readonly claims: string;
  readonly facts: AccessFacts;
}

export function createGuard({ policy, budgets, adoptAuthority }: GuardOptions): Guard {
  const grounds = keepBySchema((schema, supergraphSdl) => createGround(policy.now(), schema, supergraphSdl));
  const verdicts = new WeakMap<object, Verdict>();
  // Of calls that ask what they may act under: nothing but keys is granted to that question.
  const questions = new WeakMap<object, string>();
  const verdictOf = (context: object): Verdict => {
    const verdict = verdicts.get(context);
    if (!verdict) throw new Error('An operation came past the guard');
    return verdict;
  };
  return {
    load: grounds.load,
    schemaFor: (schema, role) => grounds.of(schema).schemaFor(role),
    decide: async ({ schema, document, operationName, variables, source, context }) => {
      const ground = grounds.of(schema);
      const { policy: inForce } = ground;
      const operation = getOperationAST(document, operationName);
      if (!operation) throw new Error('An operation without a name should have been refused');
      const about = {
        id: context.requestId,
        source,
        policy: inForce,
        supergraph: ground.supergraph,
      };
      const undecided = (): AccessFacts => ({
        ...about,
        call: context.call,
        granted: [],
        classes: [],
        withheld: [],
      });
      const refuse = (refusal: GraphQLError): Ruling => ({ refusals: [refusal], facts: undecided() });
      const asked = context.call.purpose;
      if (asked !== undefined && saysAuthority(context.call)) {
        questions.set(context, questionClaims(context, asked, inForce.version, ground.supergraph));
        const refusal = await refusalOf(adoptAuthority(context).finally(() => questions.delete(context)));
        if (refusal) return refuse(refusal);
      }
      const { caller, caseReference, isStrict, breakGlass } = context.call;
      const purpose = readPurpose(context.call);
      if (purpose instanceof GraphQLError) return refuse(purpose);
      const call = {
        ...caller,
        purpose,
        hasCase: caseReference !== undefined,
        department: caller.department,
        glass: breakGlass?.classes,
      };
      const access = ground.accessOf(call, withinDelegation(inForce, caller));
      const values = coerce(ground.decider.schema, operation, variables);
      const decided = ground.decider.decide({ document, operation, variables: values, access });
      const facts: AccessFacts = {
        ...about,
        call: context.call,
        granted: decided.asked,
        classes: decided.askedClasses,
        withheld: decided.withheld,
      };
      if (decided.withheld.length > 0 && (isStrict || operation.operation === OperationTypeNode.MUTATION)) {
        const isRefused = isStrict || decided.isRootWithheld;
        if (isRefused) return { refusals: [forbidden({ withheld: decided.withheld, masked: [] })], facts };
      }
      const isTooMuch = await refusalOf(
        decided.lookupCount > 0 && budgets.takeLookups(holderOf(context.call), decided.lookupCount),
      );
      if (isTooMuch) return { refusals: [isTooMuch], facts };
      const claims = writeClaims({
        caller,
        purpose,
        caseReference,
        grants: decided.grants,
        policy: inForce.version,
        supergraph: ground.supergraph,
        requestId: context.requestId,
        breakGlass,
      });
      verdicts.set(context, { decided, claims, facts });
      return { refusals: [], facts };
    },
    replacementOf: (context) => verdictOf(context).decided.replacement,
    claimsOf: (context) =>
      verdicts.get(context)?.claims ?? questions.get(context) ?? verdictOf(context).claims,
    factsOf: (context) => verdictOf(context).facts,
    finish: async (context, result) => {
      const { decided } = verdictOf(context);
      const gathered = gatherNotes(decided.withheld, context.notes);
      const { withheld, masked, disclosures } = gathered;
      // First of all, since that somebody is there is told by a refusal too.
      if (disclosures.size > 0) await budgets.takePersons(holderOf(context.call), [...disclosures.keys()]);
      // Whoever asked for all or nothing gets nothing, also when a record decided and not the operation.
      if (context.call.isStrict && withheld.length > 0) throw forbidden({ withheld, masked });
      const extensions = { ...result.extensions, access: { withheld, masked } };
      if (result.data === undefined) return { result: { ...result, extensions }, gathered: undefined };
      return { result: { ...result, data: decided.fill(result.data ?? null), extensions }, gathered };
    },
  };
}

/** Budgets are the token's: under a delegation for each role of others one could begin anew. */
const holderOf = ({ holder, caller }: HubCall): Caller => holder ?? caller;

/** A refusal as a value; anything else that is thrown is a fault. */
async function refusalOf(work: Promise<void> | false): Promise<GraphQLError | null> {
  try {
    await work;
    return null;
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return thrown;
    throw thrown;
  }
}

function readPurpose({ caller, purpose }: HubCall): Purpose | GraphQLError {
  try {
    return requirePurpose(caller, purpose);
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return thrown;
    throw thrown;
  }
}

const saysAuthority = ({ breakGlassId, delegationId }: HubCall): boolean =>
  breakGlassId !== undefined || delegationId !== undefined;

/** The claims of the question what a call may be made under: keys, and nothing else. */
function questionClaims(
  { call: { caller, caseReference }, requestId }: CallContext,
  purpose: Purpose,
  policy: string,
  supergraph: string,
): string {
  return writeClaims({ caller, caseReference, requestId, purpose, policy, supergraph, grants: ['KEY'] });
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
export const asksSchemaOnly = (document: DocumentNode, { selectionSet }: OperationDefinitionNode): boolean =>
  rootFieldsOf(document, selectionSet).every(({ name }) => name.value.startsWith('__'));
