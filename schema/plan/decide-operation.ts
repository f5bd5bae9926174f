import { createHash } from 'node:crypto';
import {
  print,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Access } from '../policy/access.ts';
import { isDisclosing } from '../policy/decide.ts';
import type { AccessGraph } from '../policy/graph.ts';
import type { Policy } from '../policy.ts';
import { cutOperation, type RemovedField } from '../cut/cut-operation.ts';
import { conditionsOf } from '../cut/conditions.ts';
import type { Verdict } from '../cut/verdict.ts';
import { findHalfAnswered, plainField } from './half-answered.ts';
import { createInputFinder, type GivenInput } from './given-inputs.ts';
import type { WithheldReason } from '../policy/access.ts';

type Data = Record<string, unknown> | null;

/** Something withheld from the caller: where, what, why, and by which row of the table. */
export interface WithheldEntry {
  /** Response keys from the root; `@` for any index of a list. */
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly class: string;
  readonly reason: WithheldReason;
  readonly rule: string;
}

/** What is to be run instead of what was asked. */
export interface Replacement {
  readonly document: DocumentNode;
  readonly source: string;
  readonly queryHash: string;
}

/** What was decided of an operation for one kind of caller. */
export interface Decided {
  /** What runs instead; null when nothing was cut. */
  readonly replacement: Replacement | null;
  readonly withheld: readonly WithheldEntry[];
  /** Whether a root field was withheld: such a mutation does nothing at all. */
  readonly isRootWithheld: boolean;
  /** Look-ups by identifier that it makes. */
  readonly lookupCount: number;
  readonly grants: readonly string[];
  /** Coordinates that are asked, and their classes without those that are open to everybody. */
  readonly asked: readonly string[];
  readonly askedClasses: readonly string[];
  /** Puts null where something was cut. */
  readonly fill: (data: Data) => Data;
}

interface Question {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly access: Access;
}

export interface OperationDecider {
  readonly schema: GraphQLSchema;
  readonly graph: AccessGraph;
  readonly decide: (question: Question) => Decided;
}

type Kept = WeakMap<Access, Map<string, Decided>>;

/** Sets of filters that were refused, for one operation and one kind of caller. */
const mostKept = 32;

/**
 * Decides operations by class, once for each operation and kind of caller: afterwards it is a look-up. Only filters depend
 * on variables, since a filter that is null asks nothing.
 */
export function createOperationDecider(
  schema: GraphQLSchema,
  graph: AccessGraph,
  policy: Policy,
): OperationDecider {
  const kept = new WeakMap<OperationDefinitionNode, Kept>();
  const findInputs = createInputFinder(schema, graph, policy.openClasses);
  return {
    schema,
    graph,
    decide: ({ document, operation, variables, access }) => {
      const inputs = findInputs(document, operation, variables);
      const isRefused = ({ classes }: GivenInput): boolean =>
        !classes.some((name) => access.mayReadInClear(name));
      const refused = inputs.filter(isRefused);
      const filters = inputs.map(
        (input) => `${input.site}:${input.coordinate}${isRefused(input) ? '!' : ''}`,
      );
      const conditions = conditionsOf(document, operation).map((name) => String(variables[name]));
      const key = [...filters, ...conditions].join();
      const ofOperation: Kept = kept.get(operation) ?? new WeakMap();
      const ofCaller = ofOperation.get(access) ?? new Map<string, Decided>();
      kept.set(operation, ofOperation);
      ofOperation.set(access, ofCaller);
      const known = ofCaller.get(key);
      if (known) return known;
      const anew = { schema, graph, document, operation, variables, access, refused, inputs };
      const decided = decideAnew({ ...anew, openClasses: policy.openClasses });
      if (ofCaller.size < mostKept) ofCaller.set(key, decided);
      return decided;
    },
  };
}

interface Anew extends Question {
  readonly schema: GraphQLSchema;
  readonly graph: AccessGraph;
  readonly inputs: readonly GivenInput[];
  readonly refused: readonly GivenInput[];
  readonly openClasses: ReadonlySet<string>;
}

function decideAnew({
  schema,
  graph,
  document,
  operation,
  variables,
  access,
  inputs,
  refused,
  openClasses,
}: Anew): Decided {
  const asked = new Set<string>();
  const askedClasses = new Set<string>();
  const refusedAt = new Map<FieldNode, GivenInput>(refused.map((input) => [input.node, input]));
  const verdictOf = (coordinate: string, node: FieldNode): Verdict => {
    const field = graph.fields.get(coordinate);
    if (!field) throw new Error(`The policy knows nothing of ${coordinate}`);
    const decision = access.atBest(field);
    if (decision.effect === 'ABSENT') return 'ABSENT';
    if (!isDisclosing(decision) || refusedAt.has(node)) return 'WITHHOLD';
    asked.add(coordinate);
    for (const name of field.classes) if (!openClasses.has(name)) askedClasses.add(name);
    return 'ASK';
  };
  const cut = cutOperation({ schema, document, operation, variables, verdictOf });
  const entries = cut.removed
    .filter(({ verdict }) => verdict === 'WITHHOLD')
    .map((removed) => toEntry(removed, graph, access, refusedAt));
  const askedInputs = inputs.filter(({ node }) => !refusedAt.has(node));
  entries.push(...findHalfAnswered(graph, access, askedInputs, document, operation));
  return {
    replacement: cut.document && replace(cut.document),
    withheld: entries,
    isRootWithheld: cut.removed.some(({ path }) => path.length === 1),
    lookupCount: inputs.filter(({ classes, node }) => classes.includes('IDENTIFIER') && !refusedAt.has(node))
      .length,
    grants: [...access.grants()],
    asked: [...asked].sort(),
    askedClasses: [...askedClasses].sort(),
    fill: cut.fill,
  };
}

function toEntry(
  { path, coordinate, node }: RemovedField,
  graph: AccessGraph,
  access: Access,
  refusedAt: ReadonlyMap<FieldNode, GivenInput>,
): WithheldEntry {
  const field = graph.fields.get(coordinate);
  if (!field) throw new Error(`The policy knows nothing of ${coordinate}`);
  const decision = access.atBest(field);
  const input = isDisclosing(decision) ? refusedAt.get(node) : undefined;
  if (!input) {
    return {
      path,
      coordinate,
      class: decision.dataClass,
      reason: access.reasonOf(field),
      rule: decision.row.id,
    };
  }
  // Withheld for what it filters by: the answer would tell what the filter asks.
  const filter = { ...plainField, coordinate: input.coordinate, classes: input.classes };
  const filtered = access.atBest(filter);
  return {
    path,
    coordinate: input.coordinate,
    class: filtered.dataClass,
    reason: access.reasonOf(filter),
    rule: filtered.row.id,
  };
}

/** The same text has the same hash, whoever is asking: callers with equal rights share a plan. */
function replace(document: DocumentNode): Replacement {
  const source = print(document);
  return { document, source, queryHash: createHash('sha256').update(source).digest('hex') };
}
