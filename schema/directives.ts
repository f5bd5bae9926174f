import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type InputValueDefinitionNode,
} from 'graphql';

type Arguments = Readonly<Record<string, unknown>>;

/**
 * Where a directive stands in an SDL, with its arguments, by schema coordinate: `Type`, `Type.field`,
 * `Type.field(argument:)`, `Input.field`. Pure: text in, facts out.
 */
export function readDirectives(sdl: DocumentNode, name: string): ReadonlyMap<string, Arguments> {
  const found = new Map<string, Arguments>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []): void => {
    const directive = directives.find((candidate) => candidate.name.value === name);
    if (directive) found.set(coordinate, argumentsOf(directive));
  };
  for (const definition of sdl.definitions) noteDefinition(definition, note);
  return found;
}

type Note = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined) => void;

function noteDefinition(definition: DefinitionNode, note: Note): void {
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
    noteInputs(definition.fields, (field) => `${definition.name.value}.${field}`, note);
    return;
  }
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
    return;
  note(definition.name.value, definition.directives);
  for (const field of definition.fields ?? []) {
    const coordinate = `${definition.name.value}.${field.name.value}`;
    note(coordinate, field.directives);
    noteInputs(field.arguments, (argument) => `${coordinate}(${argument}:)`, note);
  }
}

function noteInputs(
  inputs: readonly InputValueDefinitionNode[] | undefined,
  coordinateOf: (name: string) => string,
  note: Note,
): void {
  for (const input of inputs ?? []) note(coordinateOf(input.name.value), input.directives);
}

function argumentsOf(directive: ConstDirectiveNode): Arguments {
  return Object.fromEntries(
    (directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
  );
}
