import { Kind, type DocumentNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import { namedTypeOf } from '../lint/fault.ts';
import { getDataClasses, type DataClasses } from '../data-classes.ts';
import { readDirectives } from '../directives.ts';
import { assertNoExtensions } from './extensions.ts';
import { assertNoRenamedImports } from './imports.ts';
import { isMaskKind, type MaskKind } from './masks.ts';

/** A field of the graph, as far as access goes. */
export interface GraphField {
  readonly coordinate: string;
  /** The classes its value may have: asked when any is granted. */
  readonly classes: DataClasses;
  readonly isNonNull: boolean;
  readonly isString: boolean;
  /** Whether it is a value and not an object. */
  readonly isLeaf: boolean;
  /** The mask declared beside it. */
  readonly mask: MaskKind | undefined;
  /** Its coarser sibling. */
  readonly coarser: string | undefined;
  /** Whether it is the coarser sibling of another: it is as coarse as it gets. */
  readonly isCoarse: boolean;
  /** The type it leads to. */
  readonly leadsTo: string;
}

/** What the graph says of itself: fields and arguments by coordinate, and the types that an entity key leads to. */
export interface AccessGraph {
  readonly fields: ReadonlyMap<string, GraphField>;
  /** Classes of arguments (`Type.field(argument:)`) and input fields (`Input.field`). */
  readonly inputs: ReadonlyMap<string, DataClasses>;
  readonly entityTypes: ReadonlySet<string>;
}

/** Reads an SDL, a subgraph's or the supergraph; throws when a coordinate has no class, a mask is unknown, or a type extended. */
export function readGraph(sdl: DocumentNode, of: string): AccessGraph {
  assertNoRenamedImports(sdl, of);
  assertNoExtensions(sdl, of);
  const classes = getDataClasses(sdl, of);
  const masks = readDirectives(sdl, 'mask');
  const siblings = readDirectives(sdl, 'coarsen');
  const coarse = new Set([...siblings].map(([coordinate, { to }]) => `${typeOf(coordinate)}.${String(to)}`));
  const fields = new Map<string, GraphField>();
  const objects = new Set(sdl.definitions.filter(isObject).map(({ name }) => name.value));
  for (const type of sdl.definitions.filter(isObject)) {
    for (const field of type.fields ?? []) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      const own = classes.get(coordinate);
      if (!own) continue; // the supergraph's machinery
      fields.set(coordinate, {
        coordinate,
        classes: own,
        ...formOf(field),
        isLeaf: !objects.has(namedTypeOf(field.type)),
        mask: maskOf(coordinate, masks.get(coordinate)?.['kind']),
        coarser: textOf(siblings.get(coordinate)?.['to']),
        isCoarse: coarse.has(coordinate),
      });
    }
  }
  const inputs = new Map([...classes].filter(([coordinate]) => !fields.has(coordinate)));
  const joined = [...readDirectives(sdl, 'join__type')].filter(([, { key }]) => key !== undefined);
  const entityTypes = new Set([...readDirectives(sdl, 'key').keys(), ...joined.map(([name]) => name)]);
  return { fields, inputs, entityTypes };
}

/**
 * Coordinates whose class is not implied by every way that leads to them. Only these need a guard of their own: what is
 * reached through a granted field of the same classes is granted, also through the open fields of a page. A type with a
 * key is also reached by the key alone, which implies nothing.
 */
export function narrowingFields(graph: AccessGraph, openClasses: ReadonlySet<string>): ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const ways = [...graph.fields.values()].map(({ coordinate, classes, leadsTo }) => ({
    from: typeOf(coordinate),
    classes,
    leadsTo,
  }));
  const isImplied = (field: GraphField): boolean => {
    if (field.classes.some((name) => openClasses.has(name))) return true;
    if (field.mask || field.coarser) return false;
    const key = field.classes.join();
    const types = known.get(key) ?? typesThatImply(ways, graph.entityTypes, field.classes);
    known.set(key, types);
    return types.has(typeOf(field.coordinate));
  };
  return new Set(
    [...graph.fields.values()].filter((field) => !isImplied(field)).map(({ coordinate }) => coordinate),
  );
}

/** A field as a way from one type to another. */
interface Way {
  readonly from: string;
  readonly classes: DataClasses;
  readonly leadsTo: string;
}

/** Types that can be reached only where one of the classes was granted on the way; found by striking out the others. */
function typesThatImply(
  ways: readonly Way[],
  entityTypes: ReadonlySet<string>,
  classes: DataClasses,
): ReadonlySet<string> {
  const reached = new Set(ways.map(({ leadsTo }) => leadsTo));
  const implying = new Set([...reached].filter((type) => !isRoot(type) && !entityTypes.has(type)));
  const ungranted = ways.filter(({ classes: granted }) => !granted.every((name) => classes.includes(name)));
  for (let before = -1; before !== implying.size;) {
    before = implying.size;
    for (const { from, leadsTo } of ungranted) if (!implying.has(from)) implying.delete(leadsTo);
  }
  return implying;
}

const typeOf = (coordinate: string): string => coordinate.slice(0, coordinate.indexOf('.'));

const isRoot = (type: string): boolean => type === 'Query' || type === 'Mutation';

const isObject = (definition: DocumentNode['definitions'][number]): definition is ObjectTypeDefinitionNode =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION;

function formOf({ type }: FieldDefinitionNode): Pick<GraphField, 'isNonNull' | 'isString' | 'leadsTo'> {
  const bare = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  const leadsTo = namedTypeOf(type);
  return {
    isNonNull: type.kind === Kind.NON_NULL_TYPE,
    isString: bare.kind === Kind.NAMED_TYPE && leadsTo === 'String',
    leadsTo,
  };
}

function maskOf(coordinate: string, kind: unknown): MaskKind | undefined {
  if (kind === undefined || isMaskKind(kind)) return kind;
  throw new Error(
    `@mask of ${coordinate}: expected a kind that schema/policy/masks.ts knows, found another.`,
  );
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
