import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { VerdictOf } from './verdict.ts';

/** The alias under which a type's name is asked for us: clients may not use aliases that begin with two underscores. */
export const keptKey = '__kept';

const kept: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: keptKey },
  name: { kind: Kind.NAME, value: '__typename' },
};

/**
 * The document with the one operation and without the fields that are not to be asked; only the fragments and variables
 * that are still used. A field of an interface is judged by the concrete types and, where they differ, asked of those it
 * may be asked of. An object of which nothing is left is kept by its type's name. Null when nothing was taken out. Also what
 * a directive would leave out is taken out: a plan would carry it along.
 */
export function cutDocument(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  verdictOf: VerdictOf,
): DocumentNode | null {
  const taken = new Set<string>();
  const isAsked = (type: string, node: FieldNode): boolean => {
    const coordinate = `${type}.${node.name.value}`;
    const isGranted = verdictOf(coordinate, node) === 'ASK';
    if (!isGranted) taken.add(coordinate);
    return isGranted;
  };
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const cutFragments = new Map<string, FragmentDefinitionNode | null>();

  const typeOf = (name: string): GraphQLCompositeType => {
    const type = schema.getType(name);
    if (!isCompositeType(type)) throw new Error('The document is not valid for this schema');
    return type;
  };

  const cutFragment = (name: string): FragmentDefinitionNode | null => {
    const known = cutFragments.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    if (!fragment) throw new Error('The document is not valid for this schema');
    const selections = cutAll(fragment.selectionSet, typeOf(fragment.typeCondition.name.value));
    const cut = selections.length === 0 ? null : { ...fragment, selectionSet: setOf(selections) };
    cutFragments.set(name, cut);
    return cut;
  };

  const cutBelow = (node: FieldNode, parent: GraphQLCompositeType): FieldNode => {
    if (!node.selectionSet) return node;
    const field =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!isCompositeType(type)) throw new Error('The document is not valid for this schema');
    const selections = cutAll(node.selectionSet, type);
    // Of an interface or union the answer must say what each object is, to know what was taken out of it.
    const isOpen = selections.length === 0 || isAbstractType(type);
    return { ...node, selectionSet: setOf(isOpen ? [...selections, kept] : selections) };
  };

  const cutField = (node: FieldNode, parent: GraphQLCompositeType): readonly SelectionNode[] => {
    const name = node.name.value;
    if (name.startsWith('__')) return [node];
    if (isObjectType(parent)) return isAsked(parent.name, node) ? [cutBelow(node, parent)] : [];
    const concrete = schema.getPossibleTypes(parent);
    const asked = concrete.filter((type) => isAsked(type.name, node));
    if (asked.length === concrete.length) return [cutBelow(node, parent)];
    return asked.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } },
      selectionSet: setOf([cutBelow(node, type)]),
    }));
  };

  const cutAll = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): readonly SelectionNode[] =>
    selections.flatMap((selection): readonly SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return cutField(selection, parent);
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return cutFragment(selection.name.value) ? [selection] : [];
      const condition = selection.typeCondition ? typeOf(selection.typeCondition.name.value) : parent;
      const inner = cutAll(selection.selectionSet, condition);
      return inner.length === 0 ? [] : [{ ...selection, selectionSet: setOf(inner) }];
    });

  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error('The document is not valid for this schema');
  const selections = cutAll(operation.selectionSet, root);
  if (taken.size === 0) return null;
  const cut = { ...operation, selectionSet: setOf(selections.length === 0 ? [kept] : selections) };
  return withoutUnused(cut, cutFragments);
}

const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

function withoutUnused(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode | null>,
): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const note = (definition: DefinitionNode): void => {
    visit(definition, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        note(fragment);
      },
    });
  };
  note(operation);
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    variables.has(variable.name.value),
  );
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions }, ...used.values()] };
}
