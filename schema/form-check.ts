import {
  getNamedType,
  isInputObjectType,
  isInputType,
  Kind,
  TypeInfo,
  typeFromAST,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { readDirectives } from './directives.ts';
import { assertFormKind, findFormFault, type Form } from './forms.ts';
import { definitionsOf } from './reachable.ts';

/** A value of an operation that is not of the form its argument or input field declares. */
export interface FormFault {
  /** Coordinate of the argument or input field, as in `Grid.residents(first:)`. */
  readonly coordinate: string;
  /** "expected …, found …", without the value. */
  readonly fault: string;
  /** Where in the document the argument stands. */
  readonly node: ArgumentNode;
}

type Variables = Readonly<Record<string, unknown>>;
export type Forms = ReadonlyMap<string, Form>;
type Check = (variables: Variables) => readonly FormFault[];

/**
 * Checks the values of operations against the forms that an SDL declares; throws when a form has no rule. The places to
 * look at are found once per operation; only the variables differ from call to call. Takes a document that is valid.
 * Without the name of one, every operation of the document is checked, lest the one that runs be none of the checked.
 */
export function createFormCheck(schema: GraphQLSchema, sdl: DocumentNode) {
  const forms = readForms(sdl);
  const plans = new WeakMap<OperationDefinitionNode, Check>();
  return (
    document: DocumentNode,
    variables: Variables,
    operationName?: string | null,
  ): readonly FormFault[] =>
    operationsOf(document, operationName).flatMap((operation) => {
      const check = plans.get(operation) ?? planCheck(schema, forms, document, operation);
      plans.set(operation, check);
      return check(variables);
    });
}

function operationsOf(
  document: DocumentNode,
  operationName?: string | null,
): readonly OperationDefinitionNode[] {
  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return operationName ? operations.filter(({ name }) => name?.value === operationName) : operations;
}

/** A fault as a sentence: `Argument "first" of Grid.residents: expected …, found …`. */
export function tellFault({ coordinate, fault }: Pick<FormFault, 'coordinate' | 'fault'>): string {
  const [, field = '', argument] = /^(.*)\((.*):\)$/.exec(coordinate) ?? [];
  if (argument !== undefined) return `Argument "${argument}" of ${field}: ${fault}.`;
  const [type = '', name = ''] = coordinate.split('.');
  return `Field "${name}" of ${type}: ${fault}.`;
}

export function readForms(sdl: DocumentNode): Forms {
  const forms = new Map<string, Form>();
  for (const [coordinate, { kind, max }] of readDirectives(sdl, 'form')) {
    assertFormKind(String(kind), coordinate);
    forms.set(coordinate, { kind: String(kind), max: typeof max === 'number' ? max : undefined });
  }
  return forms;
}

function planCheck(
  schema: GraphQLSchema,
  forms: Forms,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Check {
  const checks: Check[] = [];
  const info = new TypeInfo(schema);
  const planArgument = (node: ArgumentNode): void => {
    const argument = info.getArgument();
    const field = info.getFieldDef();
    const parent = info.getParentType();
    if (!argument || !field || !parent || info.getDirective()) return;
    const coordinate = `${parent.name}.${field.name}(${argument.name}:)`;
    if (!forms.has(coordinate) && !isInputObjectType(getNamedType(argument.type))) return;
    checks.push((variables) => {
      const value = valueFromAST(node.value, argument.type, variables);
      return findFaults(forms, coordinate, argument.type, value).map((found) => ({ ...found, node }));
    });
  };
  const reachable = { kind: Kind.DOCUMENT, definitions: definitionsOf(document, operation) } as const;
  visit(reachable, visitWithTypeInfo(info, { Argument: planArgument }));
  const defaults = defaultsOf(schema, operation);
  return (variables) => {
    const values = { ...defaults, ...variables };
    return checks.flatMap((check) => check(values));
  };
}

/** What a variable is when the caller says nothing: of these, too, the form is asked. */
function defaultsOf(schema: GraphQLSchema, operation: OperationDefinitionNode): Variables {
  const defaults: Record<string, unknown> = {};
  for (const { variable, type: typeNode, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, typeNode);
    if (defaultValue && isInputType(type)) defaults[variable.name.value] = valueFromAST(defaultValue, type);
  }
  return defaults;
}

function findFaults(
  forms: Forms,
  coordinate: string,
  type: GraphQLInputType,
  value: unknown,
): readonly Pick<FormFault, 'coordinate' | 'fault'>[] {
  const form = forms.get(coordinate);
  const fault = form ? findFormFault(form, value) : null;
  if (fault !== null) return [{ coordinate, fault }];
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return [];
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value];
  return objects.flatMap((object) =>
    Object.values(named.getFields()).flatMap((field) =>
      findFaults(forms, `${named.name}.${field.name}`, field.type, propertyOf(object, field.name)),
    ),
  );
}

const propertyOf = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? Reflect.get(object, name)
    : undefined;
