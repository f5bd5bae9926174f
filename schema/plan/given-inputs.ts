import {
  getNamedType,
  isInputObjectType,
  Kind,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { DataClasses } from '../data-classes.ts';
import type { AccessGraph } from '../policy/graph.ts';
import { definitionsOf } from '../reachable.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An argument or input field that has a value and asks about protected data: a filter that could tell it. */
export interface GivenInput {
  /** The field it filters. */
  readonly node: FieldNode;
  /** Which of the operation's arguments it came by: two fields may be filtered alike. */
  readonly site: number;
  readonly coordinate: string;
  readonly classes: DataClasses;
}

type Site = (variables: Variables) => readonly Omit<GivenInput, 'site'>[];

/**
 * Finds the protected inputs that an operation gives a value to. Where they stand is found once for each operation; only
 * variables differ from call to call. A null asks nothing.
 */
export function createInputFinder(
  schema: GraphQLSchema,
  graph: AccessGraph,
  openClasses: ReadonlySet<string>,
) {
  const sites = new WeakMap<OperationDefinitionNode, readonly Site[]>();
  const isProtected = (classes: DataClasses | undefined): classes is DataClasses =>
    classes !== undefined && !classes.some((name) => openClasses.has(name));

  const inputsIn = (
    node: FieldNode,
    type: GraphQLArgument['type'],
    value: unknown,
  ): readonly Omit<GivenInput, 'site'>[] => {
    const named = getNamedType(type);
    if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return [];
    const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
    return objects.flatMap((object) =>
      Object.values(named.getFields()).flatMap((field) => {
        const given: unknown =
          typeof object === 'object' && object !== null && Object.hasOwn(object, field.name)
            ? Reflect.get(object, field.name)
            : undefined;
        if (given === undefined || given === null) return [];
        const coordinate = `${named.name}.${field.name}`;
        const classes = graph.inputs.get(coordinate);
        const own = isProtected(classes) ? [{ node, coordinate, classes }] : [];
        return [...own, ...inputsIn(node, field.type, given)];
      }),
    );
  };

  const findSites = (document: DocumentNode, operation: OperationDefinitionNode): readonly Site[] => {
    const found: Site[] = [];
    const info = new TypeInfo(schema);
    const enterField = (node: FieldNode): void => {
      const parent = info.getParentType();
      const field = info.getFieldDef();
      for (const argument of node.arguments ?? []) {
        const declared = field?.args.find(({ name }) => name === argument.name.value);
        if (!parent || !field || !declared) continue;
        const coordinate = `${parent.name}.${field.name}(${declared.name}:)`;
        const classes = graph.inputs.get(coordinate);
        if (!isProtected(classes) && !isInputObjectType(getNamedType(declared.type))) continue;
        found.push((variables) => {
          const value: unknown = valueFromAST(argument.value, declared.type, variables);
          if (value === undefined || value === null) return [];
          const own = isProtected(classes) ? [{ node, coordinate, classes }] : [];
          return [...own, ...inputsIn(node, declared.type, value)];
        });
      }
    };
    const reachable = { kind: Kind.DOCUMENT, definitions: definitionsOf(document, operation) } as const;
    visit(reachable, visitWithTypeInfo(info, { Field: enterField }));
    return found;
  };

  return (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => {
    const known = sites.get(operation) ?? findSites(document, operation);
    sites.set(operation, known);
    return known.flatMap((find, site) => find(variables).map((input): GivenInput => ({ ...input, site })));
  };
}
