import {
  getNamedType,
  getOperationAST,
  GraphQLList,
  GraphQLNonNull,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks at one response key. */
export interface FieldShape {
  readonly name: string;
  /** Neither renamed nor with arguments: the key says which field it is. */
  readonly isPlain: boolean;
  /** Lists around the value; undefined where the supergraph does not know the field. */
  readonly listDepth: number | undefined;
  /** Undefined for a leaf. */
  readonly children: Shape | undefined;
  /** In every object at this place the key must be there. */
  readonly isAlways: boolean;
  /** In objects of exactly these types the key must be there. */
  readonly requiredOn: ReadonlySet<string>;
  /** The type conditions it stands under; empty when it also stands under none. */
  readonly conditions: readonly string[];
}

/** What an operation asks, by response key, its fragments laid open. */
export type Shape = ReadonlyMap<string, FieldShape>;

interface Building {
  name: string;
  isPlain: boolean;
  listDepth: number | undefined;
  children: Map<string, Building> | undefined;
  isAlways: boolean;
  requiredOn: Set<string>;
  conditions: string[];
  isUnconditioned: boolean;
}

interface Place {
  readonly parent: GraphQLNamedType | undefined;
  /** The type condition between the object and this selection, if there is one. */
  readonly on: string | undefined;
  /** A directive or a second condition decides whether it is there. */
  readonly isOpen: boolean;
}

const depthOf = (type: GraphQLOutputType): number => {
  if (type instanceof GraphQLNonNull) return depthOf(type.ofType);
  return type instanceof GraphQLList ? 1 + depthOf(type.ofType) : 0;
};

const fieldTypeOf = (parent: GraphQLNamedType | undefined, name: string): GraphQLOutputType | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;

const hasDirectives = (node: { readonly directives?: readonly unknown[] | undefined }): boolean =>
  (node.directives?.length ?? 0) > 0;

/** Lays an operation open. `_entities` is in no supergraph, so it is known here by name. */
export const shapeOf = (
  document: DocumentNode,
  schema: GraphQLSchema,
  operationName?: string | null,
): Shape => {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const addField = (node: FieldNode, place: Place, into: Map<string, Building>): void => {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    const type = fieldTypeOf(place.parent, name);
    const field: Building = into.get(key) ?? {
      name,
      isPlain: key === name && (node.arguments?.length ?? 0) === 0,
      listDepth: type === undefined ? undefined : depthOf(type),
      children: undefined,
      isAlways: false,
      requiredOn: new Set(),
      conditions: [],
      isUnconditioned: false,
    };
    into.set(key, field);
    if (name === '__typename') field.listDepth = 0;
    if (name === '_entities') field.listDepth = 1;
    if (place.on === undefined) field.isUnconditioned = true;
    if (place.on !== undefined) field.conditions.push(place.on);
    const isCertain = !place.isOpen && !hasDirectives(node);
    if (isCertain && place.on === undefined) field.isAlways = true;
    if (isCertain && place.on !== undefined) field.requiredOn.add(place.on);
    if (node.selectionSet === undefined) return;
    field.children ??= new Map();
    const parent = type === undefined ? undefined : getNamedType(type);
    addAll(node.selectionSet, { parent, on: undefined, isOpen: false }, field.children);
  };

  const addFragment = (
    condition: string | undefined,
    set: SelectionSetNode,
    isOpen: boolean,
    place: Place,
    into: Map<string, Building>,
  ): void => {
    const isNarrower = condition !== undefined && condition !== place.parent?.name;
    const on = isNarrower ? condition : place.on;
    const isSecond = isNarrower && place.on !== undefined && place.on !== condition;
    const parent = isNarrower ? schema.getType(condition) : place.parent;
    addAll(set, { parent, on, isOpen: isOpen || place.isOpen || isSecond }, into);
  };

  const addAll = (set: SelectionSetNode, place: Place, into: Map<string, Building>): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) addField(node, place, into);
      if (node.kind === Kind.INLINE_FRAGMENT) {
        addFragment(node.typeCondition?.name.value, node.selectionSet, hasDirectives(node), place, into);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : undefined;
      if (fragment !== undefined) {
        const condition = fragment.typeCondition.name.value;
        addFragment(condition, fragment.selectionSet, hasDirectives(node), place, into);
      }
    }
  };

  const operation = getOperationAST(document, operationName);
  const shape = new Map<string, Building>();
  if (!operation) return new Map();
  const parent = schema.getRootType(operation.operation) ?? undefined;
  addAll(operation.selectionSet, { parent, on: undefined, isOpen: false }, shape);
  return freeze(shape);
};

const freeze = (fields: ReadonlyMap<string, Building>): Shape =>
  new Map(
    [...fields].map(([key, { children, isUnconditioned, conditions, ...field }]) => [
      key,
      {
        ...field,
        conditions: isUnconditioned ? [] : conditions,
        children: children === undefined ? undefined : freeze(children),
      },
    ]),
  );
