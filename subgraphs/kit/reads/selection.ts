import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';

/** A field as the caller asked for it: everything a read has to know. */
export interface SelectedField {
  /** The response key: alias or name. Within one selection it stands for one field with one set of arguments. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selection: Selection;
}

/** The fields asked of one object, fragments resolved, `@skip` and `@include` applied, `__typename` left out. */
export type Selection = readonly SelectedField[];

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;

/** What is asked of the objects of `type` below the field that is being resolved. */
export function selectionOf(info: GraphQLResolveInfo, type: GraphQLObjectType): Selection {
  return selectFields(info, type, selectionSetsOf(info.fieldNodes));
}

/** The field that is being resolved, with its arguments and everything below it. */
export function selectedFieldOf(info: GraphQLResolveInfo): SelectedField {
  return toSelectedField(info, info.parentType, String(info.path.key), info.fieldNodes);
}

function selectFields(info: Info, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
  const nodes = new Map<string, FieldNode[]>();
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const node of selections) {
      if (!isIncluded(info, node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        if (!node.name.value.startsWith('__')) nodes.set(key, [...(nodes.get(key) ?? []), node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : info.fragments[node.name.value];
      if (fragment && appliesTo(info, fragment.typeCondition?.name.value, type)) {
        collect(fragment.selectionSet.selections);
      }
    }
  };
  for (const set of sets) collect(set.selections);
  return [...nodes].map(([key, fieldNodes]) => toSelectedField(info, type, key, fieldNodes));
}

function toSelectedField(
  info: Info,
  parent: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): SelectedField {
  const [first] = nodes;
  const field = first && parent.getFields()[first.name.value];
  if (!first || !field) throw new Error(`${parent.name} has no such field; validation should have said so`);
  const type = getNamedType(field.type);
  return {
    key,
    name: field.name,
    args: getArgumentValues(field, first, info.variableValues),
    selection: isObjectType(type) ? selectFields(info, type, selectionSetsOf(nodes)) : [],
  };
}

const selectionSetsOf = (nodes: readonly FieldNode[]): readonly SelectionSetNode[] =>
  nodes.flatMap((node) => node.selectionSet ?? []);

function appliesTo(info: Info, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const conditional = info.schema.getType(condition);
  return isAbstractType(conditional) && info.schema.isSubType(conditional, type);
}

function isIncluded(info: Info, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
