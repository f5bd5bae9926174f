import {
  getNamedType,
  isObjectType,
  Kind,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Json = Readonly<Record<string, unknown>>;

/**
 * The coordinates of which an answer gives something: a value, an object, a row. For operations without aliases and
 * fragments.
 */
export function givenIn(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  data: unknown,
): ReadonlySet<string> {
  const given = new Set<string>();
  const walk = (type: GraphQLObjectType, { selections }: SelectionSetNode, object: Json): void => {
    for (const node of selections) {
      if (node.kind !== Kind.FIELD || node.name.value.startsWith('__')) continue;
      const declared = type.getFields()[node.name.value];
      if (!declared) throw new Error(`${type.name}.${node.name.value} is not there`);
      const leadsTo = getNamedType(declared.type);
      const values = [object[node.name.value]].flat(3).filter((value) => value !== null);
      if (values.length > 0) given.add(`${type.name}.${node.name.value}`);
      if (isObjectType(leadsTo) && node.selectionSet)
        for (const value of values) walk(leadsTo, node.selectionSet, value as Json);
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root && data !== null && data !== undefined) walk(root, operation.selectionSet, data as Json);
  return given;
}
