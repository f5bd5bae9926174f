import {
  Kind,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';
import { readDirectives } from './directives.ts';

/** The class or classes of data that an element of the schema holds. */
export type DataClasses = readonly string[];

/** Classes by coordinate (`Type.field`, `Type.field(argument:)`, `Input.field`) and the coordinates that have none. */
export interface ClassifiedSchema {
  readonly classes: ReadonlyMap<string, DataClasses>;
  readonly unclassified: readonly string[];
}

/**
 * Reads `@data` from an SDL. An object's class holds for its fields unless a field names its own; an argument or input
 * field always names its own. Pure.
 */
export function readDataClasses(sdl: DocumentNode): ClassifiedSchema {
  const declared = readDirectives(sdl, 'data');
  const classes = new Map<string, DataClasses>();
  const unclassified: string[] = [];
  const note = (coordinate: string, fallback?: string): void => {
    const own = classesOf(declared.get(coordinate));
    const found =
      own.length > 0 ? own : classesOf(fallback === undefined ? undefined : declared.get(fallback));
    if (found.length > 0) classes.set(coordinate, found);
    else unclassified.push(coordinate);
  };
  const noteInputs = (
    inputs: readonly InputValueDefinitionNode[] = [],
    coordinateOf: (name: string) => string,
  ): void => {
    for (const input of inputs) note(coordinateOf(input.name.value));
  };
  const noteObject = (type: ObjectTypeDefinitionNode): void => {
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      note(coordinate, type.name.value);
      noteInputs(field.arguments, (argument) => `${coordinate}(${argument}:)`);
    }
  };
  for (const definition of sdl.definitions) {
    if (isMachinery(definition)) continue;
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) noteObject(definition);
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
      noteInputs(definition.fields, (field) => `${definition.name.value}.${field}`);
    }
  }
  return { classes, unclassified };
}

/** Throws when any field, argument or input field has no class: what nobody classed, nobody may see. */
export function getDataClasses(sdl: DocumentNode, of: string): ReadonlyMap<string, DataClasses> {
  const { classes, unclassified } = readDataClasses(sdl);
  if (unclassified.length > 0) {
    throw new Error(
      `Without @data in ${of}: ${unclassified.join(', ')}. Each needs a class of schema/shared.graphql.`,
    );
  }
  return classes;
}

function classesOf(data: Readonly<Record<string, unknown>> | undefined): DataClasses {
  if (!data) return [];
  const several: readonly unknown[] = Array.isArray(data['classes']) ? data['classes'] : [];
  return [data['class'], ...several].filter((name) => typeof name === 'string');
}

/** The supergraph's own types (`join__…`, `link__…`) hold no data. */
const isMachinery = (definition: DocumentNode['definitions'][number]): boolean =>
  'name' in definition && definition.name.value.includes('__');
