import {
  isListType,
  isNonNullType,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { planAnswer, type AnswerPlan } from './answer-plan.ts';
import { cutDocument } from './cut-document.ts';
import { fillNulls } from './fill-nulls.ts';
import type { VerdictOf } from './verdict.ts';

export interface CutRequest {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. */
  readonly document: DocumentNode;
  /** The operation of it that runs. */
  readonly operation: OperationDefinitionNode;
  /** With defaults; only what `@skip` and `@include` look at matters. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly verdictOf: VerdictOf;
}

/** A field that was taken out, at one place of the answer. */
export interface RemovedField {
  readonly coordinate: string;
  readonly node: FieldNode;
  /** Response keys from the root; `@` for any index of a list. */
  readonly path: readonly string[];
  readonly verdict: 'WITHHOLD' | 'ABSENT';
}

/** An operation without what is not to be asked. */
export interface Cut {
  /** What to run instead; null when nothing was taken out. */
  readonly document: DocumentNode | null;
  readonly removed: readonly RemovedField[];
  /** Puts null into an answer where something was taken out. */
  readonly fill: (data: Record<string, unknown> | null) => Record<string, unknown> | null;
}

/** Places told of one operation; a document that spreads one fragment a thousand times need not be told of each. */
const mostTold = 1_000;

/** Takes out of an operation what is not to be asked. Pure; costs as much as a validation, so it is for keeping. */
export function cutOperation({ schema, document, operation, variables, verdictOf }: CutRequest): Cut {
  const plan = planAnswer(schema, document, operation, variables, verdictOf);
  const cut = cutDocument(schema, document, operation, verdictOf);
  if (!cut) return { document: null, removed: [], fill: (data) => data };
  return {
    document: cut,
    removed: findRemoved(plan),
    fill: (data) => fillNulls(plan, data),
  };
}

function findRemoved(plan: AnswerPlan): readonly RemovedField[] {
  const found = new Map<string, RemovedField>();
  const walk = (at: AnswerPlan, above: readonly string[]): void => {
    if (!at.isTouched) return;
    for (const { key, coordinate, node, type, verdict, below } of at.types.flatMap((name) =>
      at.fieldsOf(name),
    )) {
      if (found.size >= mostTold) return;
      const path = [...above, key];
      if (verdict !== 'ASK')
        found.set(`${path.join('.')} ${coordinate}`, { coordinate, node, path, verdict });
      if (below && type) walk(below, [...path, ...stepsInto(type)]);
    }
  };
  walk(plan, []);
  return [...found.values()];
}

function stepsInto(type: GraphQLOutputType): readonly string[] {
  if (isNonNullType(type)) return stepsInto(type.ofType);
  return isListType(type) ? ['@', ...stepsInto(type.ofType)] : [];
}
