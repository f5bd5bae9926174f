import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Forms } from '../../schema/form-check.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A closed list, such as a household's members, has no size to ask for; these many rows stand for it. */
const closedListRows = 5;

/**
 * How many rows an operation may ask for at the most: pages inside of pages multiply, so three nested pages of a hundred
 * are a million. The size of a page is its argument of form PAGE_SIZE, that of a list of keys its length. Fragments are
 * measured once. Takes values that have been checked.
 */
export function measureRows(
  schema: GraphQLSchema,
  forms: Forms,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  // With defaults; values that are not of their types were refused before.
  const { coerced: variables = given } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    given,
  );
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, number>();

  const rowsOfFragment = (name: string): number => {
    const fragment = fragments.get(name);
    const known = measured.get(name);
    if (known !== undefined || !fragment) return known ?? 0;
    measured.set(name, 0); // validation refuses fragments that spread themselves
    const rows = rowsOf(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet);
    measured.set(name, rows);
    return rows;
  };

  const rowsOfField = (type: GraphQLNamedType | undefined, node: FieldNode): number => {
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field || !node.selectionSet) return 0;
    const below = rowsOf(getNamedType(field.type), node.selectionSet);
    const size = sizeOf(forms, `${type?.name ?? ''}.${field.name}`, field, node, variables);
    return size === null ? below : size * (1 + below);
  };

  const rowsOf = (type: GraphQLNamedType | undefined, { selections }: SelectionSetNode): number =>
    selections.reduce((rows, selection) => {
      if (selection.kind === Kind.FIELD) return rows + rowsOfField(type, selection);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return rows + rowsOfFragment(selection.name.value);
      const condition = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
      return rows + rowsOf(condition, selection.selectionSet);
    }, 0);

  return rowsOf(schema.getRootType(operation.operation) ?? undefined, operation.selectionSet);
}

/** The rows of one list; null for what is no list. Lists below a page (`nodes`, `edges`) are the page itself. */
function sizeOf(
  forms: Forms,
  coordinate: string,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): number | null {
  const values: Variables = getArgumentValues(field, node, variables);
  for (const { name } of field.args) {
    const form = forms.get(`${coordinate}(${name}:)`);
    const value = values[name];
    if (form?.kind === 'PAGE_SIZE' && typeof value === 'number') return value;
    if (form && Array.isArray(value)) return value.length;
  }
  const isList = isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
  return isList && !isOfPage(field.name) ? closedListRows : null;
}

const isOfPage = (name: string): boolean => name === 'nodes' || name === 'edges';
