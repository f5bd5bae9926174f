import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  getNamedType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { loadTypeDefs } from '../../schema/load.ts';
import type { GraphField } from '../../schema/policy/graph.ts';
import { scalars } from '../../schema/scalars.ts';
import { admitPerson, isPersonScoped } from './access/person-scope.ts';
import { notePersons, noteRecord, presence } from './access/note-persons.ts';
import { guardRecord } from './access/record-guard.ts';
import { attachShield } from './access/shield.ts';
import type { SubgraphContext } from './context.ts';
import { attachConnectionResolvers, pageOf } from './reads/connection.ts';
import { readEntities } from './reads/entities.ts';
import { selectedFieldOf, selectionOf, type Selection } from './reads/selection.ts';
import type { FieldRead, Shape } from './reads/shape.ts';
import type { Rules } from './rules.ts';

/** A row as the statement gave it: values under the caller's response keys. */
type Parent = Readonly<Record<string, unknown>>;
type Arguments = Readonly<Record<string, unknown>>;
type Resolver = GraphQLFieldResolver<Parent, SubgraphContext, Arguments>;
type OwnResolver = GraphQLFieldResolver<Parent, SubgraphContext>;

/** Resolvers that a department writes itself; everything else follows from its shapes. */
export type OwnResolvers = Readonly<Record<string, Readonly<Record<string, OwnResolver>>>>;

/**
 * The executable schema of a subgraph: its SDL, its shapes and what it resolves itself. Throws at start when a field has
 * neither class nor read, or a shape names what the SDL does not have.
 */
export function buildSchema(
  name: string,
  shapes: readonly Shape[],
  resolvers: OwnResolvers,
  rules: Rules,
  narrowing: readonly GraphField[],
): GraphQLSchema {
  const typeDefs = loadTypeDefs(name);
  const references = Object.fromEntries(
    shapes
      .filter(({ entity }) => entity)
      .map((shape) => [shape.type, { __resolveReference: referenceOf(shape) }]),
  );
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalars, ...references } }]);
  for (const shape of shapes) attachShape(schema, shape, resolvers[shape.type] ?? {});
  attachPlain(schema);
  attachOwn(schema, resolvers, shapes);
  attachRules(schema, rules);
  attachNotes(schema, shapes);
  attachRecordGuards(schema, shapes, narrowing);
  attachShield(schema, narrowing);
  return schema;
}

/** One `info` serves all representations of a call, so the selection made from it is the key they are grouped by. */
function referenceOf(shape: Shape) {
  const selections = new WeakMap<GraphQLResolveInfo, Selection>();
  return (representation: Parent, context: SubgraphContext, info: GraphQLResolveInfo): Promise<unknown> => {
    const selection = selections.get(info) ?? selectionOf(info, getObjectType(info.schema, shape.type));
    selections.set(info, selection);
    const isScoped = shape.entity !== undefined && isPersonScoped(shape.entity);
    const admitted = isScoped ? admitPerson(context.access, representation) : byKeyOf(shape, representation);
    if (admitted === null) return Promise.resolve(null);
    return context.reads.load({ kind: 'entity', shape, selection, representation: admitted });
  };
}

/** A representation under the entity's own key, whichever of its keys it came with. */
function byKeyOf({ entity }: Shape, representation: Parent): Parent {
  if (entity?.alias === undefined || representation[entity.key] !== undefined) return representation;
  return { ...representation, [entity.key]: representation[entity.alias] };
}

function attachShape(schema: GraphQLSchema, shape: Shape, own: Readonly<Record<string, OwnResolver>>): void {
  const type = getObjectType(schema, shape.type);
  const fields = type.getFields();
  const unknown = Object.keys({ ...shape.fields, ...own }).filter((field) => !fields[field]);
  if (unknown.length > 0) throw new Error(`The SDL has no ${shape.type}.${unknown.join(`, ${shape.type}.`)}`);
  for (const field of Object.values(fields)) {
    if (field.name.startsWith('_')) continue; // _entities and _service are federation's own
    const read = shape.fields[field.name];
    const isExternal = shape.entity?.external?.includes(field.name) ?? false;
    if (!read && !own[field.name] && !isExternal) throw new Error(`${shape.type}.${field.name} has no read`);
    const raw: Resolver = type === schema.getQueryType() ? rootOf(shape) : ofParent;
    field.resolve = own[field.name] ?? resolverOf(read, raw);
    if (read?.kind === 'connection') attachConnection(field.type, schema);
  }
}

function resolverOf(read: FieldRead | undefined, raw: Resolver): Resolver {
  if (read?.kind === 'connection') return pagedOf(raw, read.isPolled === true);
  if (read?.kind === 'byKey') {
    return async (_parent, args, context, info) => {
      const [row] = await readEntities(context, info, read.shape(), [args[read.argument]]);
      return row;
    };
  }
  if (read?.kind !== 'byKeys') return raw;
  return (_parent, args, context, info) =>
    readEntities(context, info, read.shape(), listOf(args[read.argument]));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const rootOf =
  (shape: Shape): Resolver =>
  (_parent, _args, context, info) =>
    context.reads.load({ kind: 'root', shape, field: selectedFieldOf(info) });

const ofParent: Resolver = (parent, _args, _context, info) => parent[String(info.path.key)];

/** The rows of a connection, cut to the page; null stays null. */
const pagedOf =
  (raw: Resolver, isPolled: boolean): Resolver =>
  async (parent, args, context, info) => {
    const lines: unknown = await raw(parent, args, context, info);
    const { first, after } = args;
    const beginning = isPolled && typeof after === 'string' ? after : null;
    return Array.isArray(lines) ? pageOf(lines, Number(first), beginning) : null;
  };

function attachConnection(fieldType: Parameters<typeof getNamedType>[0], schema: GraphQLSchema): void {
  const connection = getNamedType(fieldType);
  if (!isObjectType(connection)) throw new Error('A connection must be an object type');
  const edge = getNamedType(connection.getFields()['edges']?.type);
  if (!isObjectType(edge)) throw new Error(`${connection.name} has no edges`);
  attachConnectionResolvers(connection, getObjectType(schema, edge.name));
}

/** Types that no shape reads: mutations, and objects that a resolver makes. */
function attachOwn(schema: GraphQLSchema, resolvers: OwnResolvers, shapes: readonly Shape[]): void {
  for (const [typeName, own] of Object.entries(resolvers)) {
    if (shapes.some(({ type }) => type === typeName)) continue;
    const fields = getObjectType(schema, typeName).getFields();
    for (const [name, resolve] of Object.entries(own)) {
      const field = fields[name];
      if (!field) throw new Error(`The SDL has no ${typeName}.${name}`);
      field.resolve = resolve;
    }
  }
}

/** Before it is guarded, so that only what is given is noted. */
function attachNotes(schema: GraphQLSchema, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    const fields = getObjectType(schema, shape.type).getFields();
    for (const [name, read] of Object.entries(shape.fields)) {
      const field = fields[name];
      if (field?.resolve && 'shape' in read)
        field.resolve = notePersons(read.shape(), read.kind === 'connection', field.resolve);
    }
  }
}

/**
 * What narrows is decided by the record it belongs to. A root belongs to none, and a list of people is decided row by row
 * where it is read.
 */
function attachRecordGuards(
  schema: GraphQLSchema,
  shapes: readonly Shape[],
  narrowing: readonly GraphField[],
): void {
  for (const graphField of narrowing) {
    const [typeName = '', fieldName = ''] = graphField.coordinate.split('.');
    const type = getObjectType(schema, typeName);
    const field = type.getFields()[fieldName];
    const resolve = field?.resolve;
    if (!field || !resolve) throw new Error(`${graphField.coordinate} resolves nothing`);
    const read = shapes.find((shape) => shape.type === typeName)?.fields[fieldName];
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    if (isRoot) continue;
    field.resolve = isDecidedByRow(graphField, read)
      ? noteRecord(graphField, resolve)
      : guardRecord(graphField, resolve);
  }
  const guarded = new Set(narrowing.map(({ coordinate }) => coordinate));
  for (const { type, fields, record } of shapes) {
    if (!record?.person || record.admittedBy === undefined) continue;
    const given = presence(type, record.admittedBy);
    for (const name of Object.keys(fields)) {
      const isGuarded = guarded.has(`${type}.${name}`);
      const field = isGuarded ? undefined : getObjectType(schema, type).getFields()[name];
      if (field?.resolve) field.resolve = noteRecord(given, field.resolve);
    }
  }
}

/** Whether the class says no more than who is admitted: then the rows that are read are the decision. */
const isDecidedByRow = ({ classes }: GraphField, read: FieldRead | undefined): boolean => {
  const admittedBy = read && 'shape' in read ? read.shape().record?.admittedBy : undefined;
  return admittedBy !== undefined && classes.every((name) => name === admittedBy);
};

/** A rule speaks before its field is read. */
function attachRules(schema: GraphQLSchema, rules: Rules): void {
  for (const [coordinate, rule] of Object.entries(rules)) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const field = getObjectType(schema, typeName).getFields()[fieldName];
    const resolve = field?.resolve;
    if (!field || !resolve) throw new Error(`A rule is for ${coordinate}, which the SDL does not have`);
    field.resolve = (
      parent: unknown,
      args: Readonly<Record<string, unknown>>,
      context: SubgraphContext,
      info,
    ) => {
      rule(args, context, info);
      return resolve(parent, args, context, info);
    };
  }
}

/** `PageInfo` is made by the kit, under its own field names. */
function attachPlain(schema: GraphQLSchema): void {
  const pageInfo = schema.getType('PageInfo');
  if (!isObjectType(pageInfo)) return;
  for (const field of Object.values(pageInfo.getFields())) {
    field.resolve = (parent: Parent) => parent[field.name];
  }
}

function getObjectType(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`The SDL has no object type ${name}`);
  return type;
}
