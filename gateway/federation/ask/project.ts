import { unusable } from '../sources/no-answer.ts';
import type { FieldShape, Shape } from './shape.ts';

export type JsonObject = { [key: string]: unknown };

// A custom scalar may hold any JSON; nobody's scalar is deeper than this, and recursion must end somewhere.
const deepestLeaf = 64;

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object without a prototype: no key of a subgraph can reach one. */
export const emptyObject = (): JsonObject => Object.create(null) as JsonObject;

const hasToJson = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

const copyLeaf = (value: unknown, room: number): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') throw unusable('a value that JSON cannot hold');
  if (room === 0) throw unusable(`nested deeper than ${deepestLeaf}`);
  if (Array.isArray(value)) return value.map((item: unknown) => copyLeaf(item, room - 1));
  if (hasToJson(value)) return copyLeaf(value.toJSON(), room - 1);
  const copy = emptyObject();
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw unusable('a key __proto__');
    if (item !== undefined) copy[key] = copyLeaf(item, room - 1);
  }
  return copy;
};

const projectField = (value: unknown, field: FieldShape, depth: number | undefined): unknown => {
  if (value === null) return null;
  if (Array.isArray(value) && (depth === undefined ? field.children !== undefined : depth > 0)) {
    const inner = depth === undefined ? undefined : depth - 1;
    return value.map((item: unknown) => projectField(item ?? null, field, inner));
  }
  if (depth !== undefined && depth > 0) throw unusable('a single value where a list was asked');
  if (depth === 0 && Array.isArray(value) && field.children !== undefined)
    throw unusable('a list where an object was asked');
  if (field.children !== undefined) return projectObject(value, field.children, undefined);
  if (field.name === '__typename' && typeof value !== 'string')
    throw unusable('a type name that is not a string');
  return copyLeaf(value, deepestLeaf);
};

/**
 * Copies what was asked out of what was answered, as objects of our own. Keys that were not asked stay
 * behind: a subgraph could otherwise overwrite another's fields, or the values that a third is asked with.
 * What does not have the form that was asked is no answer: ApolloGateway would give up the whole operation,
 * or show nulls for it.
 */
export const projectObject = (value: unknown, shape: Shape, typename: string | undefined): JsonObject => {
  if (!isObject(value)) throw unusable('a value where an object was asked');
  const own = Object.hasOwn(value, '__typename') ? value['__typename'] : undefined;
  const type = typeof own === 'string' ? own : typename;
  const copy = emptyObject();
  for (const [key, field] of shape) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined;
    if (given !== undefined) copy[key] = projectField(given, field, field.listDepth);
    if (given === undefined && (field.isAlways || (type !== undefined && field.requiredOn.has(type))))
      throw unusable('an answer without a field that was asked');
  }
  return copy;
};
