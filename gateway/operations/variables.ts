import {
  getNamedType,
  GraphQLNonNull,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { describeValue } from '../../schema/forms.ts';
import { definitionsOf } from '../../schema/reachable.ts';

/** A variable whose value is not of the type that the operation declares. */
export interface VariableFault {
  /** Name of the variable and place inside its value, as in `input.ageFrom` or `ids[3]`. */
  readonly place: string;
  /** "expected …, found …", without the value. */
  readonly fault: string;
  readonly node: VariableDefinitionNode;
}

type Variables = Readonly<Record<string, unknown>>;
type Found = Pick<VariableFault, 'place' | 'fault'>;

/**
 * Finds what graphql-js would refuse in an operation's variables, lazily. Its own messages are not used because they
 * repeat the values, and a value may be a personal number.
 */
export function* findVariableFaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
  neverNull: ReadonlySet<string> = new Set(),
): Generator<VariableFault> {
  for (const node of operation.variableDefinitions ?? []) {
    const name = node.variable.name.value;
    const type = typeFromAST(schema, node.type);
    if (!isInputType(type)) continue; // validation has refused it
    const isGiven = Object.hasOwn(variables, name);
    if (!isGiven && (node.defaultValue || !isNonNullType(type))) continue;
    const value = isGiven ? variables[name] : undefined;
    // A default makes a nullable variable fit for a place without null; a null that is given does not fit there.
    if (value === null && isInputType(type) && !isNonNullType(type) && neverNull.has(name)) {
      yield { ...fault(name, new GraphQLNonNull(type), null), node };
      continue;
    }
    for (const found of findFaults(type, value, name)) yield { ...found, node };
  }
}

const known = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** The variables of an operation that stand somewhere where null is not allowed. */
export function findNeverNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const remembered = known.get(operation);
  if (remembered) return remembered;
  const names = new Set<string>();
  const info = new TypeInfo(schema);
  const reachable = { kind: Kind.DOCUMENT, definitions: definitionsOf(document, operation) } as const;
  visit(
    reachable,
    visitWithTypeInfo(info, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        if (isNonNullType(info.getInputType())) names.add(name.value);
      },
    }),
  );
  known.set(operation, names);
  return names;
}

function* findFaults(type: GraphQLInputType, value: unknown, place: string): Generator<Found> {
  if (value === null || value === undefined) {
    if (isNonNullType(type)) yield fault(place, type, value);
    return;
  }
  if (isNonNullType(type)) {
    yield* findFaults(type.ofType, value, place);
    return;
  }
  if (isListType(type)) {
    // A single value stands for a list of it.
    if (!Array.isArray(value)) yield* findFaults(type.ofType, value, place);
    else
      for (const [index, element] of value.entries())
        yield* findFaults(type.ofType, element, `${place}[${index}]`);
    return;
  }
  if (isInputObjectType(type)) {
    yield* findObjectFaults(type, value, place);
    return;
  }
  if (!isLeafValue(type, value)) yield fault(place, type, value);
}

function* findObjectFaults(type: GraphQLInputObjectType, value: unknown, place: string): Generator<Found> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield fault(place, type, value);
    return;
  }
  const fields = type.getFields();
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(value));
  for (const field of Object.values(fields)) {
    if (given.has(field.name) || isRequiredInputField(field)) {
      yield* findFaults(field.type, given.get(field.name), `${place}.${field.name}`);
    }
  }
  const unknownCount = [...given.keys()].filter((name) => !Object.hasOwn(fields, name)).length;
  if (unknownCount > 0) {
    yield {
      place,
      fault: `expected only fields of ${type.name}, found ${unknownCount} that it does not have`,
    };
  }
  if (type.isOneOf && [...given.values()].filter((part) => part !== null).length !== 1) {
    yield { place, fault: `expected exactly one field of ${type.name} and that not null` };
  }
}

const fault = (place: string, type: GraphQLInputType, value: unknown): Found => ({
  place,
  fault: `expected ${describeType(type)}, found ${describeValue(value)}`,
});

const expectations: Readonly<Record<string, string>> = {
  Int: 'a whole number of 32 bits',
  Float: 'a number',
  String: 'a text',
  Boolean: 'true or false',
  ID: 'an id as text',
  Date: 'a day, YYYY-MM-DD',
  DateTime: 'a moment with its offset, as in RFC 3339',
};

/** What a value of the type is, in words, with the type's own name behind it. */
function describeType(type: GraphQLInputType): string {
  const named = getNamedType(type);
  const kind = isEnumType(named) ? 'a value of the enum' : (expectations[named.name] ?? 'a value');
  return `${kind} (${String(type)})`;
}

function isLeafValue(type: Exclude<GraphQLInputType, GraphQLInputObjectType>, value: unknown): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return false;
  try {
    return named.parseValue(value) !== undefined;
  } catch {
    return false; // a scalar says so when a value is none of its own; what it says would repeat the value
  }
}
