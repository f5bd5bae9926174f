import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Verdict, VerdictOf } from './verdict.ts';

type Variables = Readonly<Record<string, unknown>>;

/** What stands at one response key of an object. */
export interface PlannedField {
  readonly key: string;
  readonly coordinate: string;
  readonly node: FieldNode;
  /** Undefined for `__typename` and its like, which are as they came. */
  readonly type: GraphQLOutputType | undefined;
  readonly verdict: Verdict;
  /** What is asked of the objects below; undefined for a leaf. */
  readonly below: AnswerPlan | undefined;
}

/** What an operation asks at one place of the answer, by the concrete type found there. */
export interface AnswerPlan {
  /** The only type, where there can be but one. */
  readonly only: string | undefined;
  /** The fields of a type in the order of the specification's CollectFields. */
  readonly fieldsOf: (type: string) => readonly PlannedField[];
  readonly types: readonly string[];
  /** Whether an answer differs here or below from what was asked: something was taken out, or a type's name put in. */
  readonly isTouched: boolean;
}

interface Collected {
  readonly nodes: ReadonlyMap<string, readonly FieldNode[]>;
  /** Whether a directive left something out. */
  readonly hasLeftOut: boolean;
}

/** Lays an operation open, for one set of variables as far as `@skip` and `@include` look at them. */
export function planAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  verdictOf: VerdictOf,
): AnswerPlan {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const isIncluded = (node: SelectionNode): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;

  const applies = (condition: string | undefined, type: GraphQLObjectType): boolean => {
    const wanted = condition === undefined ? type : schema.getType(condition);
    return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
  };

  const collect = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Collected => {
    const nodes = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    const leftOut: SelectionNode[] = [];
    const add = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (!isIncluded(selection)) {
          leftOut.push(selection);
          continue;
        }
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          nodes.set(key, [...(nodes.get(key) ?? []), selection]);
          continue;
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, type)) add(selection.selectionSet);
          continue;
        }
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (spread.has(name) || !fragment || !applies(fragment.typeCondition.name.value, type)) continue;
        spread.add(name);
        add(fragment.selectionSet);
      }
    };
    for (const set of sets) add(set);
    return { nodes, hasLeftOut: leftOut.length > 0 };
  };

  const planField = (
    parent: GraphQLObjectType,
    key: string,
    nodes: readonly FieldNode[],
  ): PlannedField | null => {
    const [node] = nodes;
    if (!node) return null;
    const name = node.name.value;
    const coordinate = `${parent.name}.${name}`;
    const type = parent.getFields()[name]?.type;
    if (!type) return { key, coordinate, node, type: undefined, verdict: 'ASK', below: undefined };
    const verdict = verdictOf(coordinate, node);
    const named = getNamedType(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = verdict === 'ASK' && isCompositeType(named) ? planBelow(named, sets) : undefined;
    return { key, coordinate, node, type, verdict, below };
  };

  const planBelow = (type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): AnswerPlan => {
    const concrete = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    // Where a directive left something out, the cut document may have been left with a type's name only.
    const open = new Set<string>();
    const fields = new Map(
      concrete.map((one) => {
        const { nodes, hasLeftOut } = collect(one, sets);
        if (hasLeftOut) open.add(one.name);
        const planned = [...nodes].map(([key, ofKey]) => planField(one, key, ofKey));
        return [one.name, planned.filter((field) => field !== null)] as const;
      }),
    );
    const isTouched =
      isAbstractType(type) ||
      open.size > 0 ||
      [...fields.values()].some((planned) =>
        planned.some(({ verdict, below }) => verdict !== 'ASK' || below?.isTouched === true),
      );
    return {
      only: isObjectType(type) ? type.name : undefined,
      fieldsOf: (name) => fields.get(name) ?? [],
      types: [...fields.keys()],
      isTouched,
    };
  };

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('The document is not valid for this schema');
  return planBelow(root, [operation.selectionSet]);
}
