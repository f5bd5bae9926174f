import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { isObject } from '../ask/project.ts';
import type { RequiredSelection } from '../plan.ts';
import type { Path, Place } from './places.ts';

/** Whether an object is of a type, told as ApolloGateway tells it: by the `__typename` that was fetched. */
export const isOfType = (schema: GraphQLSchema, value: Place['value'], condition: string): boolean => {
  const name = value['__typename'];
  if (typeof name !== 'string') return false;
  if (name === condition) return true;
  const type = schema.getType(name);
  const wanted = schema.getType(condition);
  if (!isAbstractType(wanted) || !(isObjectType(type) || isInterfaceType(type))) return false;
  return schema.isSubType(wanted, type);
};

const has = (value: Place['value'], selection: RequiredSelection): boolean =>
  selection.kind !== 'Field' || value[selection.alias ?? selection.name] !== undefined;

const namesItself = (selection: RequiredSelection): boolean =>
  selection.kind === 'Field' && (selection.alias ?? selection.name) === '__typename';

/**
 * Whether ApolloGateway asked for this object: it silently leaves out one whose required fields are missing.
 */
export const wasSent = (
  schema: GraphQLSchema,
  value: Place['value'],
  requires: readonly RequiredSelection[],
): boolean =>
  requires.some(
    (fragment) =>
      fragment.kind === 'InlineFragment' &&
      fragment.typeCondition !== undefined &&
      isOfType(schema, value, fragment.typeCondition) &&
      fragment.selections.some(namesItself) &&
      fragment.selections.every((selection) => has(value, selection)),
  );

/** Every place below an object that is read to ask for it. */
export const requiredPaths = (
  schema: GraphQLSchema,
  place: Place,
  requires: readonly RequiredSelection[],
): readonly Path[] =>
  requires.flatMap((selection): readonly Path[] => {
    if (selection.kind === 'InlineFragment') {
      const condition = selection.typeCondition;
      const applies = condition === undefined || isOfType(schema, place.value, condition);
      return applies ? requiredPaths(schema, place, selection.selections) : [];
    }
    const key = selection.alias ?? selection.name;
    const path = [...place.path, key];
    return [path, ...pathsBelow(schema, path, place.value[key], selection.selections ?? [])];
  });

const pathsBelow = (
  schema: GraphQLSchema,
  path: Path,
  value: unknown,
  selections: readonly RequiredSelection[],
): readonly Path[] => {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, index) => pathsBelow(schema, [...path, index], item, selections));
  }
  return isObject(value) ? requiredPaths(schema, { path, value }, selections) : [];
};
