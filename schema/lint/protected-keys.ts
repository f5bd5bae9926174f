import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DataClasses } from '../data-classes.ts';
import { namedTypeOf, type Fault } from './fault.ts';
import { readGraphClasses } from './graph-classes.ts';

/** What any authenticated caller may see, and so what may travel in plans, logs and errors of every subgraph. */
const openClasses: ReadonlySet<string> = new Set(['KEY', 'SCOPE']);

/**
 * Fields other than keys and scope in a `@key`, `@provides` or `@requires`: the gateway would fetch and forward them
 * for callers who may not see them. `classes` is of the whole graph, since a stub does not class what it borrows.
 */
export function findProtectedKeys(
  sdl: DocumentNode,
  classes: ReadonlyMap<string, DataClasses>,
): readonly Fault[] {
  const types = new Map(sdl.definitions.filter(isObject).map((type) => [type.name.value, type]));
  const walk = (typeName: string, selections: SelectionSetNode): readonly string[] =>
    selections.selections.flatMap((selection): readonly string[] => {
      if (selection.kind !== Kind.FIELD) return [`a fragment in ${typeName}`];
      if (selection.arguments?.length) return [`arguments of ${typeName}.${selection.name.value}`];
      const coordinate = `${typeName}.${selection.name.value}`;
      if (!selection.selectionSet) return isOpen(classes.get(coordinate)) ? [] : [coordinate];
      const field = types.get(typeName)?.fields?.find(({ name }) => name.value === selection.name.value);
      return field ? walk(namedTypeOf(field.type), selection.selectionSet) : [coordinate];
    });
  const faultsOf = (at: ConstDirectiveNode, typeName: string): readonly Fault[] =>
    walk(typeName, selectionOf(at)).map((found) => ({
      at,
      message: `@${at.name.value} may name keys and scope only, found ${found}.`,
    }));
  const fieldFaults = (typeName: string, field: FieldDefinitionNode): readonly Fault[] => [
    ...directivesOf(field, 'requires').flatMap((at) => faultsOf(at, typeName)),
    ...directivesOf(field, 'provides').flatMap((at) => faultsOf(at, namedTypeOf(field.type))),
  ];
  return [...types].flatMap(([typeName, type]) => [
    ...directivesOf(type, 'key').flatMap((at) => faultsOf(at, typeName)),
    ...(type.fields ?? []).flatMap((field) => fieldFaults(typeName, field)),
  ]);
}

const isObject = (definition: DocumentNode['definitions'][number]): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION;

/** Nobody classed it: nobody may see it. */
const isOpen = (found: DataClasses | undefined): boolean =>
  found !== undefined && found.every((name) => openClasses.has(name));

/** What is not imported may be used under the name of its specification all the same: `@federation__provides`. */
const directivesOf = (
  element: FieldDefinitionNode | ObjectTypeDefinitionNode,
  name: string,
): readonly ConstDirectiveNode[] =>
  (element.directives ?? []).filter((directive) => directive.name.value.split('__').at(-1) === name);

function selectionOf(directive: ConstDirectiveNode): SelectionSetNode {
  const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
  const [operation] = parse(`{ ${fields?.kind === Kind.STRING ? fields.value : ''} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`@${directive.name.value} names no fields.`);
  return operation.selectionSet;
}

/** Throws when a key or a requirement names protected data: such a subgraph does not start. */
export function assertKeysAreOpen(sdl: DocumentNode, of: string): void {
  const faults = findProtectedKeys(sdl, readGraphClasses());
  if (faults.length > 0) throw new Error(`In ${of}: ${faults.map(({ message }) => message).join(' ')}`);
}
