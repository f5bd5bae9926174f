import { Kind, type DefinitionNode, type DocumentNode } from 'graphql';

/**
 * Throws when an SDL extends a type: to composition that is a definition like any other, while classes, masks and keys are
 * read from definitions. `extend type Person @key(fields: "idNumber")` was composed and seen by no check.
 */
export function assertNoExtensions(sdl: DocumentNode, of: string): void {
  const extended = sdl.definitions.flatMap(nameOfExtended);
  if (extended.length > 0)
    throw new Error(`Extended in ${of}: ${extended.join(', ')}. Each is to be defined in one piece.`);
}

/** Of the kinds that may bring fields, inputs or keys. */
function nameOfExtended(definition: DefinitionNode): readonly string[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_EXTENSION:
    case Kind.INPUT_OBJECT_TYPE_EXTENSION:
      return [definition.name.value];
    default:
      return [];
  }
}
